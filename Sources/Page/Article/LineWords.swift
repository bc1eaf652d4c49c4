import Markup
import Texts

/// What the readers look for in lines: a bit for each group of words.
///
/// Each reader names its words where it uses them; all groups are found in one pass over a line
/// (`WordGroups`), and a reader whose group stands nowhere leaves the page at once.
struct LineWords: OptionSet, Sendable {
  let rawValue: WordGroups.Marks

  static let foot = LineWords(rawValue: 1 << 0)
  static let likelyFoot = LineWords(rawValue: 1 << 1)
  static let nearFoot = LineWords(rawValue: 1 << 2)
  static let articleEnd = LineWords(rawValue: 1 << 3)
  static let date = LineWords(rawValue: 1 << 4)
  static let sentence = LineWords(rawValue: 1 << 5)
  static let fullStop = LineWords(rawValue: 1 << 6)
  static let contact = LineWords(rawValue: 1 << 7)
  static let runningContact = LineWords(rawValue: 1 << 8)
  static let guide = LineWords(rawValue: 1 << 9)
  static let question = LineWords(rawValue: 1 << 10)
  static let letter = LineWords(rawValue: 1 << 11)
  static let documentMark = LineWords(rawValue: 1 << 12)
  static let relatedHeading = LineWords(rawValue: 1 << 13)
  static let place = LineWords(rawValue: 1 << 14)
  static let wideColon = LineWords(rawValue: 1 << 15)
  static let keeper = LineWords(rawValue: 1 << 16)

  /// In the order of the bits above.
  static let words: [[[UInt8]]] = [
    LineTable.footMarks, LineTable.likelyFootMarks, LineTable.nearFootMarks, LineTable.endMarks,
    LineTable.dateWords, LineTable.sentenceMarks, [LineTable.fullStop], ContactReader.marks,
    ContactReader.runningMarks, GuideReader.marks, QuestionReader.marks, LetterWords.gates,
    DocumentMarksReader.gate, RelatedDocumentReader.headingWords, BreadcrumbReader.signs,
    [Array("：".utf8)], SiteIdentityReader.keeperMarks,
  ]
  private static let groups = WordGroups(words)
  /// The bits of all groups.
  static let all: WordGroups.Marks = 1 << 17 - 1

  /// The groups of which a word stands in a text.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> LineWords {
    unsafe LineWords(rawValue: groups.marks(in: text))
  }
}
