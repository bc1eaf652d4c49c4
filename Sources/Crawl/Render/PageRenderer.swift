import Archive
import Codings
import Dates
import Fetch
package import Page
package import Web

/// The last resort for lists that only a browser fills: asks a local Chromium for the document of
/// each page whose list the crawl could not read, and stores it beside the page's response.
///
/// Runs after the crawl, on an archive that is whole; the records with what was rendered are those
/// of a replay, so that an audit of the archive gives the same.
package struct PageRenderer {
  /// What was done for one site.
  package struct Account: Sendable, Equatable {
    package var site: SiteID
    /// Pages that were stored as a browser showed them.
    package var rendered = 0
    /// Pages for which the browser gave nothing.
    package var failed = 0
    /// Pages beyond the limit.
    package var left = 0
  }

  /// Pages of one site that are rendered at most.
  package static let mostPages = 20

  private let plan: CrawlPlan
  private let archive: String
  private let program: String
  private let mostPages: Int

  /// Prepares a run; nothing is started yet.
  ///
  /// - Parameters:
  ///   - plan: sites and limits: what a crawl may not fetch, the browser may not either.
  ///   - archive: the crawl's archive, which is appended to.
  ///   - program: the path of a Chromium.
  ///   - mostPages: pages of one site that are rendered at most.
  package init(
    plan: CrawlPlan, archive: String, program: String, mostPages: Int = PageRenderer.mostPages
  ) {
    self.plan = plan
    self.archive = archive
    self.program = program
    self.mostPages = mostPages
  }

  /// Renders what the records show as unreadable; one account a site that has such pages.
  ///
  /// - Throws: `ArchiveError` when the archive can't be read or written.
  package func run(
    _ records: [SiteRecords], isStopped: () -> Bool = { false },
    progress: (WebURL) -> Void = { _ in }
  ) throws -> [Account] {
    var accounts: [Account] = []
    for (seed, site) in zip(plan.sites, records) {
      let pages = site.pages.filter { Self.needsBrowser($0) }
      guard !pages.isEmpty else { continue }
      var account = Account(site: seed.site, left: max(0, pages.count - mostPages))
      try render(Array(pages.prefix(mostPages)), seed, &account, isStopped, progress)
      accounts.append(account)
    }
    return accounts
  }

  private static func needsBrowser(_ page: PageRecord) -> Bool {
    guard let facts = page.facts, page.url == page.finalURL, page.capture != nil else {
      return false
    }
    return facts.listState == .unreadable && !facts.isAnswer
  }

  private func render(
    _ pages: [PageRecord], _ seed: CrawlPlan.Seed, _ account: inout Account,
    _ isStopped: () -> Bool, _ progress: (WebURL) -> Void
  ) throws {
    let (captures, robots) = try stored(pages, seed)
    guard let proxy = RenderProxy(seed: seed, plan: plan, robots: robots) else {
      throw TransferError(.noResources, "no socket or thread for the browser's proxy")
    }
    defer { proxy.stop() }
    let writer = try ArchiveWriter(
      folder: archive, site: seed.site, software: plan.software,
      startedAt: Timestamp(secondsSince1970: SystemClock.wallSeconds))
    for page in pages where !isStopped() {
      guard let capture = captures[page.url] else { continue }
      progress(page.url)
      proxy.show(
        RenderProxy.Page(
          url: page.url, type: capture.headerText("content-type") ?? "text/html",
          body: capture.decodedBody(limit: plan.maxBody).bytes))
      let browser = BrowserProcess(program: program, port: proxy.port)
      guard var body = browser.document(of: RenderProxy.plain(page.url)), body.count > 64 else {
        account.failed += 1
        continue
      }
      if page.url.scheme == .https {
        body = RenderProxy.replaced(body, seed.hosts, from: "http", to: "https")
      }
      try writer.append(
        Conversion(
          id: .random(), url: page.url, source: capture.id,
          madeAt: Timestamp(secondsSince1970: SystemClock.wallSeconds), body: body))
      account.rendered += 1
    }
    try writer.close()
  }

  /// The responses of the pages and the robots.txt of each origin, as the archive has them.
  private func stored(
    _ pages: [PageRecord], _ seed: CrawlPlan.Seed
  ) throws -> (captures: [WebURL: Capture], robots: [String: RobotsFile]) {
    let wanted = Dictionary(
      pages.compactMap { page in page.capture.map { ($0.id, page.url) } },
      uniquingKeysWith: { first, _ in first })
    var captures: [WebURL: Capture] = [:]
    var robots: [String: RobotsFile] = [:]
    try ArchiveReader(archive).forEach(site: seed.site) { entry in
      guard case .response(let capture, let note) = entry.record else { return }
      if let url = wanted[capture.id] { captures[url] = capture }
      if note?.reason == Frontier.Reason.robots.rawValue, capture.status == 200 {
        robots[capture.url.origin] = RobotsFile(
          capture.decodedBody(limit: RobotsFile.longest).bytes)
      }
    }
    return (captures, robots)
  }
}
