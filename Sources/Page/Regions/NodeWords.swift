import Markup
import Texts

/// What the readers of a page's parts look for in its texts: a bit for each group of words.
///
/// The groups of lines (`LineWords`) are looked for in the same pass, since most lines are one text.
struct NodeWords: OptionSet, Sendable {
  let rawValue: UInt32

  /// Marks of running text.
  static let stop = NodeWords(rawValue: 1 << 0)
  /// What every label of a breadcrumb holds; blanks may part its characters in a page.
  static let place = NodeWords(rawValue: 1 << 1)
  static let foot = NodeWords(rawValue: 1 << 2)
  static let likelyFoot = NodeWords(rawValue: 1 << 3)
  static let articleLabel = NodeWords(rawValue: 1 << 4)
  static let informationLabel = NodeWords(rawValue: 1 << 5)

  /// The bit of the first group of lines, behind those above.
  private static let firstOfLines: UInt32 = 6
  /// The text was looked at.
  private static let known = NodeWords(rawValue: 1 << 31)
  /// A word with a blank in it may stand there; it shows once white space is folded.
  private static let blank = NodeWords(rawValue: 1 << 30)

  private static let own: [[[UInt8]]] = [
    ["。", "，", "；"].map { Array($0.utf8) }, [Array("位".utf8)], RegionWords.footerMarks,
    RegionWords.likelyFooterMarks, RegionWords.articleLabels, RegionWords.informationLabels,
  ]
  /// In the order of the bits; `blank` has the place behind the last.
  private static let groups = WordGroups(own + LineWords.words + [beforeBlanks])

  /// The bits of all groups but the last.
  private static let allMarks: UInt64 = 1 << UInt64(own.count + LineWords.words.count) - 1

  /// Words of lines up to a blank in them, each with every byte with which white space begins.
  private static let beforeBlanks: [[UInt8]] = LineWords.words.joined().flatMap { word in
    guard let blank = word.firstIndex(where: { $0 <= 0x20 }) else { return [[UInt8]]() }
    let starts = Array(0...0x20) + [0x26, 0x7F, 0xC2, 0xE2, 0xE3, 0xEF] as [UInt8]
    return starts.map { word[..<blank] + [$0] }
  }

  /// What stands in a line of this text and nothing else; nil where that is not known.
  var ofLine: LineWords? {
    guard contains(Self.known), !contains(Self.blank) else { return nil }
    return LineWords(rawValue: UInt64(rawValue >> Self.firstOfLines) & LineWords.all)
  }

  /// One of the groups is among these.
  func hasAny(_ groups: NodeWords) -> Bool { !isDisjoint(with: groups) }

  /// The groups of which a word stands in a text.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> NodeWords {
    let marks = unsafe groups.marks(in: text)
    let found = NodeWords(rawValue: UInt32(truncatingIfNeeded: marks & allMarks)).union(known)
    return marks & ~allMarks == 0 ? found : found.union(blank)
  }
}
