/// What stands on a page and does not say itself what it shows: where there is none of it, words and
/// links are all that a reader sees.
package struct HiddenParts: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A script that may write markup: an unknown file, or one in the page that changes it.
  package static let script = HiddenParts(rawValue: 1)
  /// A picture, drawing or film whose words don't say what it shows.
  package static let picture = HiddenParts(rawValue: 2)
  /// Something to type in or to press, in a form or alone.
  package static let input = HiddenParts(rawValue: 4)
  /// A link without a word: a sign by its style alone.
  package static let bareLink = HiddenParts(rawValue: 8)
}
