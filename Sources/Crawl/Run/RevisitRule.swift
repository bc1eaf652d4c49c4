import Archive
import Dates

/// Decides whether an answer is stored whole, or as a revisit of what an older archive holds.
enum RevisitRule {
  /// The archive's work for an answer.
  ///
  /// A 304 is believed only where the request was conditional: any other is stored as the odd
  /// answer that it is, and counts as an error. A body that has not changed is not stored again.
  static func job(for capture: Capture, _ errand: Errand) -> WriterJob {
    guard let older = errand.older, capture.truncated == nil else {
      return .store(PreparedCapture(capture, note: errand.note), errand)
    }
    switch capture.status {
    case 304 where !older.conditions.isEmpty: return notModified(capture, older, errand)
    case 200 where !capture.body.isEmpty && capture.payloadSHA256 == older.sha256:
      let prepared = PreparedCapture(
        revisit: capture, of: capture, profile: .identicalPayload, target: older,
        note: errand.note)
      return .store(prepared ?? PreparedCapture(capture, note: errand.note), errand)
    default: return .store(PreparedCapture(capture, note: errand.note), errand)
    }
  }

  /// Without the older body, or about another version than was asked about, the answer is worth
  /// nothing: the address is asked for once more, without conditions.
  private static func notModified(
    _ capture: Capture, _ older: OlderCapture, _ errand: Errand
  ) -> WriterJob {
    guard older.isMeant(by: capture) else {
      return .note(
        FailureNote(
          url: capture.url, code: "http.otherVersion", detail: nil, note: errand.note,
          at: capture.fetchedAt), errand)
    }
    if let original = OlderCaptures.capture(older),
      let prepared = PreparedCapture(
        revisit: capture, of: original, profile: .notModified, target: older, note: errand.note)
    {
      return .store(prepared, errand)
    }
    let failure = FailureNote(
      url: capture.url, code: "archive.originalMissing", detail: nil, note: errand.note,
      at: capture.fetchedAt)
    return .note(failure, errand)
  }
}
