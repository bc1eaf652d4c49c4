import Crawl
import Dates
import Page
import Synchronization
import Web

/// Crawls one site to its end: fetch, archive, read, frontier.
struct WholeCrawl {
  private let start: WebURL

  init(_ address: String) throws {
    guard let url = WebURL(address) else { throw BenchmarkFault("no address: \(address)") }
    start = url
  }

  func run(into folder: String) throws -> Tally {
    let seed = CrawlPlan.Seed(site: SiteID("site"), start: [start], hosts: [start.hostPort])
    var plan = CrawlPlan(sites: [seed], userAgent: "mingcha-benchmark", software: "benchmark")
    plan.rate = 1e6
    plan.connections = 32
    plan.maxPages = 1_000_000
    plan.keepsFacts = false
    let crawler = Crawler(plan: plan, archive: folder, read: readPage)
    let records = try crawler.runToEnd().records
    return tally(of: records)
  }
}

/// Crawls many hosts of the loopback network at one request a second each, for a while.
struct ManyHosts {
  private let port: Int
  private let count: Int
  private let seconds: Double

  init(port: String, count: String, seconds: String) throws {
    guard let port = Int(port), let count = Int(count), let seconds = Double(seconds),
      (1...60_000).contains(count)
    else { throw BenchmarkFault("PORT COUNT SECONDS are numbers") }
    self.port = port
    self.count = count
    self.seconds = seconds
  }

  func run(into folder: String) throws -> Tally {
    let sites = try (0..<count).map { number in
      let host = "127.1.\(number / 250).\(number % 250 + 1):\(port)"
      guard let start = WebURL("http://\(host)/index.html") else {
        throw BenchmarkFault("no address: \(host)")
      }
      return CrawlPlan.Seed(site: SiteID("s\(number)"), start: [start], hosts: [start.hostPort])
    }
    var plan = CrawlPlan(sites: sites, userAgent: "mingcha-benchmark", software: "benchmark")
    plan.rate = 1
    plan.maxPages = 1_000_000
    plan.maxSeconds = seconds
    plan.keepsFacts = false
    plan.allowedAddresses = CIDR("127.0.0.0/8").map { [$0] } ?? []
    let last = Mutex(CrawlProgress())
    let crawler = Crawler(
      plan: plan, archive: folder, read: readPage,
      progress: { progress in last.withLock { $0 = progress } })
    let records = try crawler.runToEnd().records
    var tally = tally(of: records)
    let progress = last.withLock { $0 }
    tally.pages = progress.requests
    tally.bytes = progress.bytes
    return tally
  }
}

/// Why the benchmark can't run.
struct BenchmarkFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// What `mingcha gather` reads.
private func readPage(
  _ body: [UInt8], _ url: WebURL, _ type: String?, _ fetchedAt: Timestamp
) -> PageFacts {
  PageReader(depth: .crawl).read(body, url: url, contentType: type, fetchedAt: fetchedAt)
}

/// Pages that were fetched and read; failures are addresses that were asked for in vain.
private func tally(of records: [SiteRecords]) -> Tally {
  var tally = Tally()
  for site in records {
    tally.bytes += site.bytes
    for page in site.pages {
      if page.facts != nil { tally.pages += 1 } else if page.capture != nil { tally.failures += 1 }
    }
  }
  return tally
}
