import Web

/// Which sitemaps and feeds of a site were asked for, and how much they may bring.
struct SitemapBook: Sendable {
  /// The most files of a site.
  static let mostFiles = 50
  /// How many indexes deep a file may lie.
  static let mostDepth = 2
  /// The most redirects of a file.
  static let mostHops = 5
  /// The most addresses that the files of a site may bring: what lies beyond is told of by the
  /// file's own address (`budget.sitemap`).
  static let mostAddresses = 200_000

  private var asked: Set<WebURL> = []
  /// What the robots.txt of an origin names.
  private var named: [String: [String]] = [:]
  private var taken = 0
  /// The files that named more than was taken, in the order in which they came.
  private(set) var cut: [WebURL] = []

  /// Takes the `Sitemap` lines of an origin's robots.txt.
  mutating func note(_ sitemaps: [String], of origin: String) { named[origin] = sitemaps }

  /// Where an origin's sitemaps are: those that its robots.txt names and that may be asked for, else
  /// the usual place.
  func places(of origin: String, mayAsk: (WebURL) -> Bool) -> [WebURL] {
    // The field wants whole addresses; some write them from the root.
    let base = WebURL("\(origin)/robots.txt")
    let lines = (named[origin] ?? []).compactMap { WebURL(Array($0.utf8), base: base) }
      .filter(mayAsk)
    return lines.isEmpty ? [WebURL("\(origin)/sitemap.xml")].compactMap { $0 } : lines
  }

  /// Says whether a file is to be asked for; each is once.
  ///
  /// `parent` is the index that names it: it is cut where there are more than may be asked for.
  mutating func mayAsk(_ url: WebURL, depth: Int, parent: WebURL?) -> Bool {
    guard !asked.contains(url) else { return false }
    guard depth <= Self.mostDepth, asked.count < Self.mostFiles else {
      if let parent { noteCut(parent) }
      return false
    }
    asked.insert(url)
    return true
  }

  private mutating func noteCut(_ url: WebURL) {
    if !cut.contains(url) { cut.append(url) }
  }

  /// The addresses of a file that may be taken; notes when there are more.
  mutating func take(_ file: SitemapFile, at url: WebURL) -> ArraySlice<SitemapFile.Item> {
    let items = file.items.prefix(max(0, Self.mostAddresses - taken))
    taken += items.count
    if file.isCut || items.count < file.items.count { noteCut(url) }
    return items
  }
}
