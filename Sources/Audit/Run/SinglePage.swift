import Crawl
package import Dates
import Foundation
package import Page
import Synchronization
package import Web

/// Fetches one page for `mingcha read`, by the same way as a crawl.
package enum SinglePage {
  /// The page at an address, or the outcome when there is nothing to read; with the document that
  /// answered, when one did.
  ///
  /// One page and its redirects within the host; robots.txt is for crawlers and is not asked. The
  /// archive of the fetch lies in a temporary folder and is removed.
  package static func record(
    of url: WebURL,
    read:
      @escaping @Sendable (
        _ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp
      ) -> PageFacts = AuditRun.read
  ) throws -> (PageRecord?, AttachmentRecord?) {
    let seed = CrawlPlan.Seed(site: SiteID("page"), start: [url], hosts: [url.hostPort])
    var plan = CrawlPlan(
      sites: [seed], userAgent: AuditRun.userAgent(), software: AuditRun.tool)
    plan.maxPages = 1
    plan.maxDepth = 0
    plan.respectsRobots = false
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingcha-read-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let crawler = Crawler(
      plan: plan, archive: folder, read: read, readFile: AuditRun.readFile)
    let records = try crawler.runToEnd().records
    let pages = records.first?.pages ?? []
    let page = pages.first { $0.facts != nil } ?? pages.first { $0.url == url } ?? pages.first
    return (page, records.first?.attachments.first { $0.facts != nil })
  }

  /// The same, with what the reader saw; nil when nothing readable came.
  package static func explanation(
    of url: WebURL
  ) throws -> (record: PageRecord?, seen: PageExplanation?) {
    let seen = SeenPages()
    let (record, _) = try record(of: url) { body, url, type, moment in
      let explained = PageReader().explain(
        body, url: url, contentType: type, fetchedAt: moment)
      seen.keep(explained)
      return explained.facts
    }
    return (record, record?.facts.flatMap { seen.explanation(of: $0.url) })
  }
}

/// What was seen on the pages of one fetch, by their addresses.
private final class SeenPages: Sendable {
  private let pages = Mutex<[WebURL: PageExplanation]>([:])

  func keep(_ page: PageExplanation) {
    guard let url = page.facts.url else { return }
    pages.withLock { $0[url] = page }
  }

  func explanation(of url: WebURL?) -> PageExplanation? {
    url.flatMap { url in pages.withLock { $0[url] } }
  }
}
