import Markup
import Web

/// Finds the feeds that a page names: `<link rel="alternate" type="application/rss+xml" href="…">`.
struct FeedReader {
  let document: Document
  let base: WebURL?

  /// The most feeds of a page.
  private static let most = 10

  /// Their addresses in document order, each once.
  func read() -> [WebURL] {
    var found: [WebURL] = []
    for node in document.all(.link, in: 0) where found.count < Self.most {
      guard let rel = document.attribute(node, "rel"),
        let type = document.attribute(node, "type"), let href = document.attribute(node, "href"),
        ByteText.contains(ByteText.lowered(rel)[...], Array("alternate".utf8)), Self.isFeed(type),
        let url = WebURL(href, base: base), !found.contains(url)
      else { continue }
      found.append(url)
    }
    return found
  }

  private static func isFeed(_ type: ArraySlice<UInt8>) -> Bool {
    let kind = ByteText.lowered(type.prefix { $0 != UInt8(ascii: ";") })
    return ["application/rss+xml", "application/atom+xml", "application/rdf+xml"].contains {
      kind.elementsEqual($0.utf8)
    }
  }
}
