package import Dates
import Markup
import Texts
package import Web

/// A sitemap, an index of sitemaps, or a feed, as far as a crawl needs it (sitemaps.org 0.9, RSS
/// 0.9–2.0, Atom 1.0).
///
/// What it says of dates is a hint for the order of a crawl and never evidence.
package struct SitemapFile: Sendable, Equatable {
  /// One address that the file names.
  package struct Item: Sendable, Equatable {
    package var url: WebURL
    /// A feed's title of it.
    package var title: String?
    /// `lastmod`, `updated`, `pubDate`, as far as it names a day.
    package var day: CivilDate?

    package init(url: WebURL, title: String? = nil, day: CivilDate? = nil) {
      self.url = url
      self.title = title
      self.day = day
    }
  }

  /// The most decoded bytes of a file that are read (sitemaps.org: 50 MB).
  package static let longest = 50 << 20
  /// The most addresses of a file (sitemaps.org: 50,000).
  package static let mostItems = 50_000
  /// Longer addresses are left out (sitemaps.org: less than 2,048 characters).
  private static let longestAddress = 2048

  package private(set) var items: [Item] = []
  /// Further sitemaps that an index names.
  package private(set) var children: [WebURL] = []
  /// The file names more than was taken.
  package private(set) var isCut = false

  /// Reads a file; nil when it is none of the forms.
  ///
  /// Text files are one address a line. Addresses of an origin other than the file's stay in:
  /// whether they are the plan's is the crawl's affair.
  package init?(_ bytes: [UInt8], at url: WebURL) {
    let head = bytes.prefix(512).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = head.first else { return nil }
    if first == UInt8(ascii: "<") {
      var reading = SitemapReading(base: url)
      guard reading.read(bytes) else { return nil }
      items = reading.items
      children = reading.children
      isCut = reading.isCut
    } else {
      guard readLines(bytes) else { return nil }
    }
    if bytes.count >= Self.longest { isCut = true }
  }

  /// A file as UTF-8: the sitemaps' rule, but not that of every server in GBK or UTF-16.
  package static func text(_ bytes: [UInt8], contentType: String?) -> [UInt8] {
    // UTF-16 of ASCII alone is UTF-8 with NUL bytes: only its mark tells.
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !hasMark, UTF8Check.check(bytes) != .neither { return bytes }
    return CharsetReader.read(bytes, contentType: contentType).bytes
  }

  /// A text sitemap: every line that is not empty is an address.
  private mutating func readLines(_ bytes: [UInt8]) -> Bool {
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let text = line.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
      guard !text.isEmpty else { continue }
      guard items.count < Self.mostItems else {
        isCut = true
        return true
      }
      guard text.count < Self.longestAddress,
        let url = WebURL(String(decoding: text, as: UTF8.self).trimmed)
      else {
        // The first line tells what the file is.
        if items.isEmpty { return false }
        continue
      }
      items.append(Item(url: url))
    }
    return !items.isEmpty
  }

  fileprivate static func fits(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.count < longestAddress
  }
}

/// The walk through one XML sitemap or feed.
private struct SitemapReading {
  /// What the file's outermost element says it is.
  private enum Form { case sitemap, index, feed }

  let base: WebURL
  private(set) var items: [SitemapFile.Item] = []
  private(set) var children: [WebURL] = []
  private(set) var isCut = false

  private var form: Form?
  /// Within `url`, `sitemap`, `item` or `entry`.
  private var isInItem = false
  /// How many elements are open within the item: `<image:image><image:loc>` is not the item's own.
  private var inner = 0
  /// The address of a feed's `guid`, which counts where there is no `link` (RSS 2.0).
  private var guid: [UInt8] = []
  private var guidIsAddress = true
  private var address: WebURL?
  private var title: [UInt8] = []
  private var day: CivilDate?
  private var text: [UInt8] = []

  init(base: WebURL) { self.base = base }

  /// False for a file that is no sitemap and no feed.
  mutating func read(_ bytes: [UInt8]) -> Bool {
    var scan = MarkupScan(bytes)
    while let event = scan.next() {
      switch event {
      case .start(let name, let attributes):
        if form == nil {
          switch name {
          case "urlset": form = .sitemap
          case "sitemapindex": form = .index
          case "rss", "rdf", "feed": form = .feed
          default: return false
          }
        }
        start(name, attributes)
      case .text(let part):
        if text.count + part.count <= 4096 { text += part }
      case .end(let name):
        guard end(name) else { return true }
      }
    }
    return form != nil
  }

  private mutating func start(_ name: String, _ attributes: [String: [UInt8]]) {
    text = []
    if isInItem { inner += 1 }
    switch name {
    case "url", "sitemap", "item", "entry":
      isInItem = true
      inner = 0
      address = nil
      title = []
      day = nil
      guid = []
      guidIsAddress = true
    case "guid":
      guidIsAddress = attributes["ispermalink"].map { !$0.elementsEqual("false".utf8) } ?? true
    case "link" where isInItem && form == .feed && address == nil:
      // Atom: <link href="…"/>, the page itself when `rel` is `alternate` or missing.
      let isPage = attributes["rel"].map { $0.elementsEqual("alternate".utf8) } ?? true
      if isPage, let href = attributes["href"] { take(href) }
    default: break
    }
  }

  /// False when enough was read.
  private mutating func end(_ name: String) -> Bool {
    defer { text = [] }
    guard isInItem else { return true }
    let isOwn = inner <= 1
    inner = max(0, inner - 1)
    switch name {
    case "loc": if address == nil, isOwn { take(text) }
    case "link": if address == nil, form == .feed { take(text) }
    case "guid": if guidIsAddress { guid = text }
    case "title": title = text
    case "lastmod", "updated", "published", "pubdate", "date": day = day ?? Self.day(text)
    case "url", "sitemap", "item", "entry":
      isInItem = false
      return keep(isChild: name == "sitemap" || (name == "url" && form == .index))
    default: break
    }
    return true
  }

  private mutating func keep(isChild: Bool) -> Bool {
    if address == nil, form == .feed, !guid.isEmpty { take(guid) }
    guard let address else { return true }
    guard items.count + children.count < SitemapFile.mostItems else {
      isCut = true
      return false
    }
    if isChild {
      children.append(address)
    } else {
      let words = String(decoding: title, as: UTF8.self).trimmed
      items.append(.init(url: address, title: words.isEmpty ? nil : words, day: day))
    }
    return true
  }

  private mutating func take(_ bytes: [UInt8]) {
    let bare = Array(String(decoding: bytes, as: UTF8.self).trimmed.utf8)
    guard SitemapFile.fits(bare) else { return }
    // sitemaps.org wants whole addresses; feeds may write them from the root.
    address =
      form == .feed ? WebURL(bare, base: base) : WebURL(String(decoding: bare, as: UTF8.self))
  }

  /// The day of `2021-03-05T…`, or of `Fri, 05 Mar 2021 …`.
  private static func day(_ bytes: [UInt8]) -> CivilDate? {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    if let day = CivilDate(String(text.prefix(10))) { return day }
    return HTTPDate.day(text)
  }
}
