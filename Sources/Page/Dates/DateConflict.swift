package import Dates

/// A date that speaks against the one that was chosen as a page's publish date.
package struct DateConflict: Sendable, Hashable {
  package var date: CivilDate
  package var source: DateSource
  package var reason: DateCandidate.Reason

  package init(date: CivilDate, source: DateSource, reason: DateCandidate.Reason) {
    self.date = date
    self.source = source
    self.reason = reason
  }

  /// The other days among candidates, each once for each source, the strongest first.
  static func among(_ candidates: [DateCandidate]) -> [DateConflict] {
    guard let chosen = candidates.first else { return [] }
    var out: [DateConflict] = []
    for other in candidates.dropFirst() where other.date != chosen.date {
      let conflict = DateConflict(date: other.date, source: other.source, reason: other.reason)
      if !out.contains(where: { $0.date == other.date && $0.source == other.source }) {
        out.append(conflict)
      }
    }
    return out
  }
}
