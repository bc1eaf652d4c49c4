import Page
import Patterns

/// The words of one page in normal form: text, labels and names of its attachments.
struct PageWords {
  private let text: [UInt8]
  private let labels: [[UInt8]]

  init(_ facts: PageFacts) {
    text = TitleText.normalize(facts.text)
    labels =
      facts.fields.map { TitleText.normalize($0.label) }
      + facts.attachments.map { TitleText.normalize($0.text) }
      + facts.headings.map(TitleText.normalize)
  }

  /// Says whether a word (in normal form) stands on the page.
  func has(_ word: [UInt8]) -> Bool {
    text.place(of: word) != nil || labels.contains { $0.place(of: word) != nil }
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
    Figures.pattern?.firstMatch(in: text) != nil
  }
}
