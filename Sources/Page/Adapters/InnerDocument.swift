import Markup
import Web

/// A frame whose document stands in the page: `<iframe srcdoc="…">`.
///
/// What lies behind an address is a page of its own, which the crawl fetches.
enum InnerDocument {
  /// The markup of the frames, in order; most pages have none.
  static func markup(_ document: Document, frames: [NodeIndex]) -> [[UInt8]] {
    frames.prefix(most).compactMap { node in
      guard document.tag(node) == .iframe, let inner = document.attribute(node, "srcdoc"),
        inner.count >= least
      else { return nil }
      return Array(inner)
    }
  }

  /// Takes over the list of an inner document for a page that has none itself.
  static func settle(_ inner: PageFacts, over facts: inout PageFacts) -> Bool {
    guard inner.listState == .readable else { return false }
    facts.entries = inner.entries
    facts.listState = .readable
    facts.nextPages = inner.nextPages
    facts.requests = inner.requests
    facts.statedPages = inner.statedPages
    facts.statedEntries = inner.statedEntries
    facts.links += inner.links.missing(in: facts.links)
    facts.kind = .column
    facts.attachments = []
    return true
  }

  private static let most = 8
  private static let least = 60
}
