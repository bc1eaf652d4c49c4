import Archive
import Codings
import Dates
import Fetch
import Page
import Texts
import Web

/// The work of one reader thread: packs responses for the archive, reads those that are stored.
///
/// Pure but for its mailboxes; several threads share one value.
struct ReaderThread: Sendable {
  let jobs: Mailbox<ReaderJob>
  let writer: Mailbox<WriterJob>
  let engine: Mailbox<CrawlEvent>
  let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts
  let readFile: (@Sendable ([UInt8], String) -> AttachmentFacts)?
  let maxBody: Int
  /// One for each site.
  let harvests: [LinkHarvest]

  /// What a thread has done and not handed over.
  ///
  /// Whoever is handed something is woken for it, which costs more than storing a page: while there
  /// is more to do, some of it goes together.
  private struct Done {
    /// How much is held back at most: a fraction of what may be on its way (`mostUnread`).
    static let most = 6

    var toWriter: [WriterJob] = []
    var toEngine: [CrawlEvent] = []

    var isFull: Bool { toWriter.count + toEngine.count >= Self.most }

    mutating func handOver(to writer: Mailbox<WriterJob>, _ engine: Mailbox<CrawlEvent>) {
      writer.put(contentsOf: toWriter)
      engine.put(contentsOf: toEngine)
      toWriter.removeAll(keepingCapacity: true)
      toEngine.removeAll(keepingCapacity: true)
    }
  }

  /// Bodies from this length on may take long: nothing is held back meanwhile.
  private static let long = 128 << 10

  /// Works until the mailbox is closed.
  func run() {
    var done = Done()
    while let job = jobs.take(beforeWaiting: { done.handOver(to: writer, engine) }) {
      switch job {
      case .pack(let transfer, let response, let errand):
        let capture = Self.capture(transfer, response)
        done.toWriter.append(RevisitRule.job(for: capture, errand))
      case .read(let capture, let stored, let sequence, let errand):
        if capture.body.count >= Self.long { done.handOver(to: writer, engine) }
        done.toEngine.append(event(capture, stored, sequence, errand))
      }
      if done.isFull { done.handOver(to: writer, engine) }
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
    case .sitemap: return .sitemap(SitemapAnswer(capture), errand)
    case .probe: return .probe(reading(capture, stored, sequence, errand), errand)
    case .page(let ticket):
      let reading = reading(capture, stored, sequence, errand)
      let found = harvests[errand.site].candidates(reading, of: ticket)
      return .read(reading, found, errand)
    }
  }

  private func reading(
    _ capture: Capture, _ stored: StoredCapture, _ sequence: Int, _ errand: Errand
  ) -> PageReading {
    let reference = CaptureReference(
      id: stored.id, fetchedAt: stored.fetchedAt, sha256: stored.sha256)
    return PageReading(
      capture, reference: reference, note: errand.note, sequence: sequence, limit: maxBody,
      read: read, readFile: readFile)
  }
}

extension DecodedBody {
  /// The bytes are all that was sent, or as many of them as are wanted.
  fileprivate var isReadable: Bool { state == .complete || state == .capped }
}

extension RobotsAnswer {
  /// No answer came for robots.txt.
  ///
  /// Its own code says more than that robots.txt could not be had: a dead name, a bad certificate.
  init(_ failure: FailureNote) {
    let detail = "robots.txt" + (failure.detail.map { ": \($0)" } ?? "")
    self = .unreachable(code: failure.code, detail: detail)
  }

  /// Judges the answer to a request for robots.txt (RFC 9309 §2.3.1).
  init(_ capture: Capture) {
    let body = capture.decodedBody(limit: RobotsFile.longest + 1)
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

extension SitemapAnswer {
  /// Reads the answer to a request for a sitemap or feed.
  ///
  /// `.gz` files are undone whether a content coding is named or not.
  init(_ capture: Capture) {
    switch capture.status ?? 0 {
    case 200:
      let body = capture.decodedBody(limit: SitemapFile.longest)
      let bare = ContentDecoder(
        contentEncoding: nil, maxDecoded: SitemapFile.longest, unnamedGzip: .unpack
      ).decode(body.bytes)
      let text = SitemapFile.text(
        bare.bytes, contentType: capture.header("content-type").map { UTF8Check.string($0) })
      self = SitemapFile(text, at: capture.url).map { .file($0) } ?? .none
    case 301, 302, 303, 307, 308:
      let target = capture.header("location").flatMap { WebURL($0, base: capture.url) }
      self = target.map { .redirect($0) } ?? .none
    default: self = .none
    }
  }
}
