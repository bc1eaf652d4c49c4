import Crawl
import Foundation
package import Page
package import Web

/// Fetches one page for `mingcha read`, by the same way as a crawl.
package enum SinglePage {
  /// The page at an address, or the outcome when there is nothing to read; with the document that
  /// answered, when one did.
  ///
  /// One page and its redirects within the host; robots.txt is for crawlers and is not asked. The
  /// archive of the fetch lies in a temporary folder and is removed.
  package static func record(of url: WebURL) throws -> (PageRecord?, AttachmentRecord?) {
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
      plan: plan, archive: folder, read: AuditRun.read, readFile: AuditRun.readFile)
    let records = try crawler.runToEnd().records
    let pages = records.first?.pages ?? []
    let page = pages.first { $0.facts != nil } ?? pages.first { $0.url == url } ?? pages.first
    return (page, records.first?.attachments.first { $0.facts != nil })
  }
}
