package import Dates
import Page
import Patterns
package import Web

/// One thing that a list or page shows: a publication, or a row of a column without an address.
///
/// What the checks count, place in time and show as evidence. A class, because the checks of all
/// rules and units hand it about, and one count is cheaper than eight.
package final class Item: Sendable {
  package let title: String
  /// The title in the form of `TitleText`.
  package let normal: [UInt8]
  /// Its own address, or that of the column for a row without one.
  package let url: WebURL
  /// The position of its site in `SurveyIndex.sites`.
  package let site: Int
  /// The page's own date, else the list's.
  package let date: CivilDate?
  /// The list's date, when it differs from `date`.
  package let listDate: CivilDate?
  /// The position of its unit in `SurveyIndex.units`; nil for the portal's own.
  package let owner: Int?
  /// Positions in the site's `columns`.
  package let columns: [Int]
  /// The position in the site's `records.pages`.
  package let page: Int?
  /// What became of its page; nil when it was never asked for, or has no address.
  package let outcome: Outcome?
  /// It has an address of its own.
  package let hasAddress: Bool
  /// The years that its title names, as `TitlePeriod.years` has them.
  let years: [Int]
  /// Its title is a filler: 暂无, ×××.
  let isPlaceholder: Bool

  init(
    title: String, url: WebURL, site: Int, date: CivilDate?, listDate: CivilDate?, owner: Int?,
    columns: [Int], page: Int?, outcome: Outcome?, hasAddress: Bool
  ) {
    self.title = title
    normal = TitleText.normalize(title)
    years = TitlePeriod.years(in: normal)
    isPlaceholder = Placeholder.isPlaceholder(title)
    self.url = url
    self.site = site
    self.date = date
    self.listDate = listDate
    self.owner = owner
    self.columns = columns
    self.page = page
    self.outcome = outcome
    self.hasAddress = hasAddress
  }

  /// The link is dead: behind the title there is nothing.
  package var isDead: Bool { outcome?.family == .notFound }

  /// Its page is known and could not be read (blocked, unreachable, never asked for …).
  package var isUnread: Bool {
    guard hasAddress, let outcome else { return hasAddress }
    switch outcome.family {
    case .fetched, .truncated, .notFound: return false
    case .blocked, .disallowed, .unreachable, .error: return true
    }
  }

  /// The list cut its title (or shows none) and no page told the rest.
  package var hasUnknownTitle: Bool {
    isUnread && (normal.isEmpty || TitleText.isCut(normal))
  }
}

/// A column of a site by its positions.
package struct ColumnPlace: Sendable, Hashable, Comparable {
  package var site: Int
  package var column: Int

  package static func < (left: Self, right: Self) -> Bool {
    (left.site, left.column) < (right.site, right.column)
  }
}

/// Items whose titles are searched together: a unit's own, or a portal's.
struct Segment: Sendable {
  /// Positions in `SurveyIndex.items`, ascending.
  private(set) var items: [Int] = []
  /// The normalised titles, each ended by a line feed.
  private(set) var buffer: [UInt8] = []
  /// Where each title begins in `buffer`.
  private(set) var starts: [Int] = []
  /// `buffer` is UTF-8, so that matching need not look again and again whether it is.
  private var isText = true
  /// The pairs of characters of each title.
  private var marks = TitleMarks()

  mutating func add(_ item: Int, title: [UInt8]) {
    isText = isText && (try? UTF8Span(validating: title.span)) != nil
    marks.append(title)
    items.append(item)
    starts.append(buffer.count)
    buffer.append(contentsOf: title)
    buffer.append(0x0A)
  }

  /// The items whose titles fit, in order.
  ///
  /// Titles without the pairs of characters that the patterns need are passed over. Where these
  /// need none, the joined expression runs over all titles at once and only proposes; each proposal
  /// is held against the alternatives by itself, so that a match across two titles counts for
  /// nothing.
  func search(_ patterns: TitlePatterns) -> [Int] {
    guard !patterns.isEmpty else { return [] }
    if let ways = patterns.needs.ways {
      return marks.titles(ways).filter { patterns.fits(title($0), isText: isText) }
        .map { items[$0] }
    }
    guard let joined = patterns.joined else {
      return items.indices.filter { patterns.fits(title($0)) }.map { items[$0] }
    }
    var found: [Int] = []
    var offset = 0
    while offset < buffer.count,
      let match = joined.firstRange(in: buffer, from: offset, isText: isText)
    {
      let row = row(at: match.lowerBound)
      if patterns.fits(title(row)) { found.append(items[row]) }
      offset = row + 1 < starts.count ? starts[row + 1] : buffer.count
    }
    return found
  }

  private func title(_ row: Int) -> [UInt8] {
    let end = row + 1 < starts.count ? starts[row + 1] : buffer.count
    return Array(buffer[starts[row]..<(end - 1)])
  }

  /// The row in which an offset lies.
  private func row(at offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
