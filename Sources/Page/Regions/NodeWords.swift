import Markup
import Texts

/// What the readers of a page's parts look for in its texts: a bit for each group of words.
struct NodeWords: OptionSet, Sendable {
  let rawValue: UInt16

  /// Marks of running text.
  static let stop = NodeWords(rawValue: 1 << 0)
  /// What every label of a breadcrumb holds; blanks may part its characters in a page.
  static let place = NodeWords(rawValue: 1 << 1)
  static let foot = NodeWords(rawValue: 1 << 2)
  static let likelyFoot = NodeWords(rawValue: 1 << 3)
  static let articleLabel = NodeWords(rawValue: 1 << 4)
  static let informationLabel = NodeWords(rawValue: 1 << 5)

  /// In the order of the bits above.
  private static let groups = WordGroups([
    ["。", "，", "；"].map { Array($0.utf8) }, [Array("位".utf8)], RegionWords.footerMarks,
    RegionWords.likelyFooterMarks, RegionWords.articleLabels, RegionWords.informationLabels,
  ])

  /// One of the groups is among these.
  func hasAny(_ groups: NodeWords) -> Bool { !isDisjoint(with: groups) }

  /// The groups of which a word stands in a text.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> NodeWords {
    unsafe NodeWords(rawValue: UInt16(truncatingIfNeeded: groups.marks(in: text)))
  }
}
