/// How much of one page is kept: far more than any real page has, a bound for hostile ones.
///
/// A crawl keeps the facts of every page, so that a page of ten megabytes of links must not.
enum FactLimits {
  static let mostLinks = 20_000
  static let mostEntries = 20_000
  static let mostFrames = 200
  static let mostNextPages = 5000
  static let mostAttachments = 5000
  /// Bytes of text.
  static let mostText = 1 << 20

  /// Cuts what is beyond the limits, and marks the page truncated when anything was.
  static func apply(to facts: inout PageFacts) {
    var isCut = cut(&facts.links, to: mostLinks)
    isCut = cut(&facts.entries, to: mostEntries) || isCut
    isCut = cut(&facts.frames, to: mostFrames) || isCut
    isCut = cut(&facts.nextPages, to: mostNextPages) || isCut
    isCut = cut(&facts.attachments, to: mostAttachments) || isCut
    if facts.textBytes > mostText {
      facts.text = String(decoding: facts.text.utf8.prefix(mostText), as: UTF8.self)
      isCut = true
    }
    if isCut { facts.isTruncated = true }
  }

  private static func cut<Element>(_ list: inout [Element], to limit: Int) -> Bool {
    guard list.count > limit else { return false }
    // A copy of its own, so that the rest's memory is given back.
    list = Array(list[..<limit])
    return true
  }
}
