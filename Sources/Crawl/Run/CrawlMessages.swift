import Archive
import Fetch
import Page
import Web

/// A request on its way through the crawler: what it is for.
struct Errand: Sendable {
  /// What the answer is for.
  enum Purpose: Sendable {
    case page(Frontier.Ticket)
    /// The robots.txt of an origin, after so many redirects.
    case robots(origin: String, hops: Int)
    /// A sitemap or feed, so many indexes deep, after so many redirects.
    case sitemap(depth: Int, hops: Int)
    /// A page that can't be there.
    case probe
  }

  let site: Int
  /// The position of the host in the site's list.
  let host: Int
  let url: WebURL
  let purpose: Purpose
  let note: CaptureNote
  /// Body bytes that wait to be read.
  var bytes = 0
  /// What an older archive holds of the address; the request asks whether it has changed.
  var older: OlderCapture?

  /// Its answer is likely to bring addresses of a high rank.
  var isPromising: Bool {
    if case .page(let ticket) = purpose { ticket.rank.isPromising } else { false }
  }
}

/// What the reader threads are asked to do.
enum ReaderJob: Sendable {
  /// Make a response ready for the archive.
  case pack(Transfer, Response, Errand)
  /// Read a response that is stored.
  case read(Capture, StoredCapture, sequence: Int, Errand)
}

/// What the archive's thread is asked to do.
enum WriterJob: Sendable {
  case store(PreparedCapture, Errand)
  case note(FailureNote, Errand)
  case finish(site: Int, summary: [UInt8])
}

/// What the engine is told.
enum CrawlEvent: Sendable {
  case transferred(Transfer)
  /// An answer or a failure is stored and read; with the links that it gave.
  case read(PageReading, [Frontier.Candidate], Errand)
  case robots(RobotsAnswer, Errand)
  case sitemap(SitemapAnswer, Errand)
  /// What a host answers for a page that can't be there; nil when it did not answer.
  case probe(PageReading?, Errand)
  /// The archive can't be written: the run ends.
  case broken(ArchiveError)
  case interrupt
}

/// What came for a robots.txt.
enum RobotsAnswer: Sendable {
  case file(RobotsFile)
  case redirect(WebURL)
  /// No file there: everything is allowed (RFC 9309 §2.3.1.3).
  case none
  /// Server or network failed (RFC 9309 §2.3.1.4), or a challenge stood in the way; the code is
  /// the outcome of everything on that origin.
  case unreachable(code: String, detail: String?)
}

/// What came for a sitemap or feed.
enum SitemapAnswer: Sendable {
  case file(SitemapFile)
  case redirect(WebURL)
  /// Nothing that could be read.
  case none
}
