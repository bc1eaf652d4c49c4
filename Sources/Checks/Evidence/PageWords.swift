import Page
import Patterns

/// The words of one page in normal form: text, labels, names of its attachments, and what its
/// documents say as far as they were read.
struct PageWords {
  /// A normal form, and so surely UTF-8.
  private let text: [UInt8]
  private let labels: [[UInt8]]
  /// The pairs of characters of all of it.
  private let marks: PageMarks

  init(_ facts: PageFacts, _ files: PageFiles? = nil) {
    let documents = files?.read.map(\.facts) ?? []
    text = TitleText.normalize(([facts] + documents).map(\.text).joined(separator: "\n"))
    labels =
      (facts.fields + documents.flatMap(\.fields)).map { TitleText.normalize($0.label) }
      .filter { !Self.ownNames.contains($0) }
      + facts.attachments.map { TitleText.normalize($0.text) }
      + facts.headings.map(TitleText.normalize)
    var marks = PageMarks(bytes: labels.reduce(text.count) { $0 + $1.count })
    marks.insert(text)
    for label in labels { marks.insert(label) }
    self.marks = marks
  }

  /// Labels under which a system repeats the page's own title: no 名称 of what the page is about.
  private static let ownNames = ["信息名称", "信息标题", "文章标题"]
    .map { TitleText.normalize($0) }

  /// What it takes to keep them, in bytes, about.
  var size: Int { labels.reduce(text.count + marks.size + 64) { $0 + $1.count + 32 } }

  /// Says whether the text (labels apart) fits a pattern.
  func fits(_ patterns: TitlePatterns) -> Bool {
    marks.mayHold(patterns.needs) && patterns.fits(text, isText: true)
  }

  /// Says whether a word (in normal form) may stand on the page: where it may not, it does not.
  func mayHold(_ word: [UInt8]) -> Bool { marks.mayHold(word) }

  /// Says whether a word (in normal form) stands in the text, labels apart.
  func says(_ word: [UInt8]) -> Bool { marks.mayHold(word) && text.place(of: word) != nil }

  /// Says whether a word (in normal form) stands on the page.
  func has(_ word: [UInt8]) -> Bool {
    guard marks.mayHold(word) else { return false }
    return text.place(of: word) != nil || labels.contains { $0.place(of: word) != nil }
  }

  /// How many of some words stand there; counting ends at `upTo`.
  func count(of words: [[UInt8]], upTo most: Int) -> Int {
    var count = 0
    for word in words where count < most && has(word) { count += 1 }
    return count
  }

  /// A figure stands in the text: a number beyond dates, numbering and telephones would be hard
  /// to tell, so that any number with a unit or a share counts.
  var hasFigures: Bool {
    Figures.pattern?.firstRange(in: text, isText: true) != nil
  }
}
