/// The facts of a page, or that there are none, in one word of memory.
///
/// `PageFacts` is large: a site's records hold thousands of addresses of which nothing was read, and
/// are sorted and copied. Copies share the facts until one of them is changed.
package struct SharedFacts: Sendable {
  private final class Holder: Sendable {
    let facts: PageFacts?
    init(_ facts: PageFacts?) { self.facts = facts }
  }

  /// No facts.
  package static let none = SharedFacts(Holder(nil))
  /// Facts that say nothing: of pages that were read and whose facts are not kept.
  package static let empty = SharedFacts(Holder(PageFacts()))

  private var holder: Holder

  private init(_ holder: Holder) { self.holder = holder }

  /// Keeps facts.
  package init(_ facts: PageFacts?) {
    self = facts.map { SharedFacts(Holder($0)) } ?? .none
  }

  /// The facts, or nil when there are none.
  package var facts: PageFacts? {
    _read { yield holder.facts }
    set { self = SharedFacts(newValue) }
  }
}
