import Archive
import Codings
import Dates
import Fetch
import Page
import Web

/// The work of one reader thread: packs responses for the archive, reads those that are stored.
///
/// Pure but for its mailboxes; several threads share one value.
struct ReaderThread: Sendable {
  let jobs: Mailbox<ReaderJob>
  let writer: Mailbox<WriterJob>
  let engine: Mailbox<CrawlEvent>
  let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts
  let maxBody: Int
  /// One for each site.
  let harvests: [LinkHarvest]

  /// Works until the mailbox is closed.
  func run() {
    while let job = jobs.take() {
      switch job {
      case .pack(let transfer, let response, let errand):
        let capture = Self.capture(transfer, response)
        writer.put(.store(PreparedCapture(capture, note: errand.note), errand))
      case .read(let capture, let stored, let sequence, let errand):
        engine.put(event(capture, stored, sequence, errand))
      }
    }
  }

  private static func capture(_ transfer: Transfer, _ response: Response) -> Capture {
    let version: Capture.Version =
      switch response.version {
      case .http10: .http10
      case .http11: .http11
      case .http2: .http2
      }
    let cut: Capture.Truncation? =
      switch response.cut {
      case .length: .length
      case .time: .time
      case .disconnect: .disconnect
      case nil: nil
      }
    return Capture(
      id: .random(), url: transfer.request.url,
      fetchedAt: Timestamp(secondsSince1970: transfer.startedAt),
      requestHead: transfer.requestHead, requestBody: transfer.request.form ?? [],
      responseHead: response.head, body: response.body,
      truncated: cut, remoteAddress: transfer.remoteAddress, version: version)
  }

  private func event(
    _ capture: Capture, _ stored: StoredCapture, _ sequence: Int, _ errand: Errand
  ) -> CrawlEvent {
    switch errand.purpose {
    case .robots: return .robots(RobotsAnswer(capture), errand)
    case .page(let ticket):
      let reference = CaptureReference(
        id: stored.id, fetchedAt: stored.fetchedAt, sha256: stored.sha256)
      let reading = PageReading(
        capture, reference: reference, note: errand.note, sequence: sequence, limit: maxBody,
        read: read)
      let found = harvests[errand.site].candidates(reading, depth: ticket.depth)
      return .read(reading, found, errand)
    }
  }
}

extension DecodedBody {
  /// The bytes are all that was sent, or as many of them as are wanted.
  fileprivate var isReadable: Bool { state == .complete || state == .capped }
}

extension RobotsAnswer {
  /// Judges the answer to a request for robots.txt (RFC 9309 §2.3.1).
  init(_ capture: Capture) {
    let body = capture.decodedBody(limit: RobotsFile.longest)
    let verdict = OutcomeClassifier.verdict(capture, body: body, facts: nil)
    let status = capture.status ?? 0
    let detail = "robots.txt: HTTP \(status)"
    switch status {
    case 200...299 where capture.truncated == .time || capture.truncated == .disconnect:
      self = .unreachable(code: "robots.unreachable", detail: "robots.txt: \(verdict.outcome.code)")
    case 200...299 where !body.isReadable:
      self = .unreachable(code: "robots.unreachable", detail: "robots.txt: \(verdict.outcome.code)")
    case 200...299: self = .file(RobotsFile(body.bytes))
    case 300...399:
      if let target = verdict.redirect { self = .redirect(target) } else { self = .none }
    case 400...499: self = .none
    default:
      let isChallenge = verdict.outcome.family == .blocked
      self = .unreachable(
        code: isChallenge ? "robots.blocked" : "robots.unreachable", detail: detail)
    }
  }
}
