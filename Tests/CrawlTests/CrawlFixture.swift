import Archive
import Crawl
import Page
import Support
import Synchronization
import Testing
import Web

/// A crawl over loopback servers into a folder of its own, read by `TinyReader`.
struct CrawlFixture {
  var plan: CrawlPlan
  let folder: TemporaryFolder
  /// Reads documents; without it they are not read.
  var readFile: (@Sendable ([UInt8], String) -> AttachmentFacts)?

  /// One site for each start address; hosts are those of the start addresses.
  init(_ starts: [String]) throws {
    folder = try TemporaryFolder()
    let seeds = try starts.enumerated().map { index, start in
      let url = try #require(WebURL(start))
      return CrawlPlan.Seed(site: SiteID("site\(index)"), start: [url], hosts: [url.hostPort])
    }
    plan = CrawlPlan(sites: seeds, userAgent: "mingcha-test", software: "mingcha test")
    plan.rate = 10_000
    plan.connections = 8
    plan.timeoutSeconds = 0.8
    plan.retrySeconds = 0.01
    plan.respectsRobots = false
    plan.maxBody = 100_000
  }

  init(_ server: LoopbackServer, path: String = "/") throws {
    try self.init([server.origin + path])
  }

  /// Runs the crawl, and replays its archive: both must give the same.
  func run(
    progress: @escaping @Sendable (CrawlProgress) -> Void = { _ in }
  ) async throws -> CrawlOutput {
    let crawler = Crawler(
      plan: plan, archive: folder.path, read: TinyReader.read, readFile: readFile,
      progress: progress)
    let result = try await crawler.run()
    try expectReplay(of: result.records)
    return CrawlOutput(records: result.records, stopped: result.stopped)
  }

  /// The archive alone gives the same records.
  func expectReplay(of records: [SiteRecords]) throws {
    let replayed = try ArchiveReplay.records(
      folder.path, seeds: plan.sites, maxBody: plan.maxBody, software: plan.software,
      read: TinyReader.read, readFile: readFile)
    #expect(records.map(Self.print) == replayed.map(Self.print))
  }

  /// Everything that a site's records say, as text.
  static func print(_ records: SiteRecords) -> String {
    var text = ""
    dump(records, to: &text)
    return text
  }
}

/// What a crawl gave, with short ways to ask.
struct CrawlOutput {
  let records: [SiteRecords]
  let stopped: String?

  /// The record of a path of a site.
  func page(_ target: String, site: Int = 0) -> PageRecord? {
    records[site].pages.first(where: { $0.url.target == target })
  }

  func code(_ target: String, site: Int = 0) -> String? { page(target, site: site)?.outcome.code }

  /// `target code` of every page, in the order of the records.
  func codes(site: Int = 0) -> [String] {
    records[site].pages.map { "\($0.url.target) \($0.outcome.code)" }
  }
}

/// A page of a title and links.
func page(_ title: String, _ links: String...) -> ServerReply {
  .html("<title>\(title)</title>" + links.map { "<a href=\"\($0)\">\($0)</a>" }.joined())
}
