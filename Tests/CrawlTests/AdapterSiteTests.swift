import Crawl
import Dates
import Foundation
import Page
import Sites
import Support
import Testing
import Web

/// Crawls the fixture site of each content system over real HTTP and folds what was read.
struct `The site of a content system` {
  @Test(arguments: AdapterSite.families)
  func `gives all rows of its column, live and from the archive`(family: String) async throws {
    let site = try #require(AdapterSite(family))
    let server = try LoopbackServer { site.reply(to: $0) }
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 60
    let crawler = Crawler(
      plan: fixture.plan, archive: fixture.folder.path, read: PageReading.read)
    let records = try await crawler.run().records
    let replayed = try ArchiveReplay.records(
      fixture.folder.path, seeds: fixture.plan.sites, maxBody: fixture.plan.maxBody,
      software: fixture.plan.software, read: PageReading.read)
    #expect(records.map(CrawlFixture.print) == replayed.map(CrawlFixture.print))

    let folded = Site(folding: try #require(records.first), units: [])
    let column = try #require(folded.columns.first { $0.name == site.column })
    let rows = column.entries.map { "\($0.listDate?.description ?? "-") \($0.title)" }
    #expect(Set(rows) == Set(site.rows))
    #expect(rows.count == site.rows.count)
    #expect(column.state.rawValue == site.state)
    #expect(Set(column.unread.map(\.outcome.code)) == Set(site.gaps))
    for entry in column.entries {
      let page = try #require(entry.page.map { folded.records.pages[$0] }, "\(entry.title)")
      #expect(page.outcome == .ok)
    }
    #expect(
      server.requests.allSatisfy { request in
        request.method == "GET"
          || site.routes.contains { $0.method == "POST" && $0.path == request.path }
      })
  }

  @Test func `has a folder for each family, and a family for each folder`() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: AdapterSite.folder)
      .filter { !$0.hasPrefix(".") }
    #expect(found.sorted() == AdapterSite.families)
  }
}

private enum PageReading {
  static let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts = {
    body, url, type, at in
    PageReader().read(body, url: url, contentType: type, fetchedAt: at)
  }
}
