/// One page that was read, with what it says.
///
/// `PageFacts` is large, and to copy it costs a count for each of its texts and lists: who hands
/// pages about hands about this.
package final class ReadPage: Sendable {
  package let facts: PageFacts

  package init(_ facts: PageFacts) { self.facts = facts }
}

/// The facts of a page, or that there are none, in one word of memory.
///
/// A site's records hold thousands of addresses of which nothing was read, and are sorted and copied.
/// Copies share the facts until one of them is changed.
package struct SharedFacts: Sendable {
  /// No facts.
  package static let none = SharedFacts(page: nil)
  /// Facts that say nothing: of pages that were read and whose facts are not kept.
  package static let empty = SharedFacts(page: ReadPage(PageFacts()))

  /// The page with its facts; nil when there are none.
  package let page: ReadPage?

  private init(page: ReadPage?) { self.page = page }

  /// Keeps facts.
  package init(_ facts: PageFacts?) { page = facts.map { ReadPage($0) } }

  /// The facts, or nil when there are none.
  package var facts: PageFacts? {
    get { page?.facts }
    set { self = SharedFacts(newValue) }
  }
}
