import Page
import Web

extension SiteRecords {
  /// The fewest missing pages that make one think.
  private static let fewestMissing = 10

  /// The records, with "not found" taken for no answer where most of a site says so.
  ///
  /// Some fences answer 404 to strangers on all but the home page. When more addresses are not
  /// there than are, their absence is no fact: they count as unreachable, `notFound.widespread`.
  func distrustingWidespread404() -> SiteRecords {
    let missing = pages.count { $0.outcome.family == .notFound }
    let read = pages.count { $0.outcome.family == .fetched }
    guard missing >= Self.fewestMissing, missing > read else { return self }
    var records = self
    for index in records.pages.indices where records.pages[index].outcome.family == .notFound {
      records.pages[index].outcome = Outcome(code: "notFound.widespread", family: .unreachable)
    }
    return records
  }
}
