package import Texts

/// Finds the word that was probably meant.
package enum NearestWord {
  /// The nearest of `words` by edit distance, when it is near enough to be a slip; else nil.
  ///
  /// Near enough: at most a third of the longer word's letters differ (at least one may).
  package static func to(_ word: String, in words: [String]) -> String? {
    let wanted = Array(word.unicodeScalars)
    var best: (distance: Int, word: String)?
    for candidate in words {
      let letters = Array(candidate.unicodeScalars)
      let reach = max(1, max(wanted.count, letters.count) / 3)
      guard abs(wanted.count - letters.count) <= reach else { continue }
      let distance = distance(wanted, letters)
      guard distance <= reach else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.word
  }

  /// `; did you mean "…"?` when a word is near enough, else nothing.
  package static func hint(_ word: String, in words: [String]) -> Bilingual {
    to(word, in: words).map { Bilingual(zh: "，是否应为“\($0)”？", en: "; did you mean \"\($0)\"?") }
      ?? Bilingual(zh: "", en: "")
  }

  /// Levenshtein's distance, with two swapped neighbours counted as one slip.
  ///
  /// Words beyond 64 letters count as far away.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard left.count <= 64, right.count <= 64 else { return .max }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var next = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], b == left[i - 1] { next = min(next, before[j - 1] + 1) }
        row.append(next)
      }
      before = previous
      previous = row
    }
    return previous[right.count]
  }
}
