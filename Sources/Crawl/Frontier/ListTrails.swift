package import Dates
package import Page
package import Web

/// Follows the lists of a site page by page, and says where one has left the audited period.
///
/// A list counts as left at a page only when nothing speaks against it (docs/decisions/0007): the
/// page and the newer one beside it were read, each is sorted from new to old, the one goes on
/// where the other ends, every row bears a date, and every row is older than `horizon`. Then the
/// pages behind it are older still. A page behind it that shows otherwise takes the word back.
package struct ListTrails: Sendable {
  /// How many of the pages that a pager names are looked at.
  private static let mostNamed = 5000
  /// How many pages of all lists are kept in mind.
  private static let mostPages = 200_000

  /// Days before this one are nobody's concern; nil: no list is ever left.
  private let horizon: CivilDate?
  private var lists: [String: Trail] = [:]
  private var pages = 0

  package init(horizon: CivilDate?) { self.horizon = horizon }

  /// Takes a page of a list with the pages that its pager names.
  ///
  /// Gives the addresses, among all that were named so far, that lie behind the audited period:
  /// in the order of their numbers.
  package mutating func read(_ facts: PageFacts, at url: WebURL) -> [WebURL] {
    guard let horizon, !facts.nextPages.isEmpty || !facts.entries.isEmpty else { return [] }
    let day = Int32(clamping: horizon.ordinal)
    let named = Self.series(of: url, facts.nextPages)
    var left: [WebURL] = []
    for key in Set(named.map(\.key)).sorted() where pages < Self.mostPages || lists[key] != nil {
      var trail = lists[key] ?? Trail()
      let before = trail.count
      for step in named where step.key == key { trail.add(step) }
      if let own = named.first(where: { $0.key == key && $0.url == url }) {
        trail.take(Glimpse(facts.entries), at: own.number)
      }
      pages += trail.count - before
      left += trail.left(day)
      lists[key] = trail
    }
    // A page that was first met before its list was known by number.
    if let key = Self.keys(of: url).first(where: { lists[$0]?.holds(url) == true }),
      !named.contains(where: { $0.key == key }), let number = lists[key]?.number(of: url)
    {
      lists[key]?.take(Glimpse(facts.entries), at: number)
      left += lists[key]?.left(day) ?? []
    }
    return left
  }

  // MARK: Addresses

  /// An address as a page of a list: what all pages share, and the page's number.
  fileprivate struct Step {
    let key: String
    let number: Int
    let url: WebURL
  }

  /// The pages among some addresses that differ from each other in one number alone.
  private static func series(of url: WebURL, _ next: [WebURL]) -> [Step] {
    var groups: [[String]: [(url: WebURL, numbers: [Int])]] = [:]
    for address in [url] + next.prefix(mostNamed) {
      let shape = AddressShape(address)
      groups[shape.texts, default: []].append((address, shape.numbers))
    }
    var steps: [Step] = []
    for (texts, group) in groups where group.count >= 2 {
      let places = group[0].numbers.indices.filter { place in
        group.contains { $0.numbers[place] != group[0].numbers[place] }
      }
      guard places.count == 1 else { continue }
      for (url, numbers) in group {
        let shape = AddressShape(texts: texts, numbers: numbers)
        steps.append(
          Step(key: shape.key(without: places[0]), number: numbers[places[0]], url: url))
      }
    }
    return steps
  }

  /// Every list that an address could be a page of.
  private static func keys(of url: WebURL) -> [String] {
    let shape = AddressShape(url)
    return shape.numbers.indices.map { shape.key(without: $0) }
  }
}

/// An address split at its numbers.
private struct AddressShape {
  /// The text between the numbers; one more than there are numbers.
  let texts: [String]
  let numbers: [Int]

  init(texts: [String], numbers: [Int]) {
    self.texts = texts
    self.numbers = numbers
  }

  init(_ url: WebURL) {
    var texts: [String] = []
    var numbers: [Int] = []
    var text: [UInt8] = []
    var digits: [UInt8] = []
    func flush() {
      guard !digits.isEmpty else { return }
      // A number of more than nine digits, or with a leading zero, is a name.
      if digits.count <= 9, digits.count == 1 || digits[0] != 0x30,
        let number = Int(String(decoding: digits, as: UTF8.self))
      {
        texts.append(String(decoding: text, as: UTF8.self))
        numbers.append(number)
        text = []
      } else {
        text += digits
      }
      digits = []
    }
    for byte in url.string.utf8 {
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else {
        flush()
        text.append(byte)
      }
    }
    flush()
    texts.append(String(decoding: text, as: UTF8.self))
    self.texts = texts
    self.numbers = numbers
  }

  /// The address with a line feed in place of one number: no address holds one.
  func key(without place: Int) -> String {
    var key = ""
    for index in texts.indices {
      key += texts[index]
      if index < numbers.count { key += index == place ? "\n" : "\(numbers[index])" }
    }
    return key
  }
}

/// What one page of a list shows of the list's order.
private struct Glimpse: Sendable {
  /// How few rows tell nothing about an order.
  private static let fewestRows = 3
  /// How many rows may stand at the top of every page.
  private static let mostSticky = 8

  /// The rows at the top, by the hash of their address or title.
  let top: [Int]
  /// The dates of all rows as ordinals; nil when a row has none.
  private let days: [Int32]?

  /// The day of the last row; nil when not all rows have one.
  var lastDay: Int32? { days?.last }

  init(_ entries: [Entry]) {
    top = entries.prefix(Self.mostSticky).map { $0.url?.string.hashValue ?? $0.title.hashValue }
    let dates = entries.compactMap(\.date)
    days = dates.count == entries.count ? dates.map { Int32(clamping: $0.ordinal) } : nil
  }

  /// The days from new to old without the rows that stand at the top of other pages too; nil when
  /// they are not in order, not all known, or too few.
  func order(without sticky: Set<Int>) -> [Int32]? {
    guard let days else { return nil }
    let rest = days.dropFirst(top.prefix(while: { sticky.contains($0) }).count)
    guard rest.count >= Self.fewestRows, zip(rest, rest.dropFirst()).allSatisfy({ $0 >= $1 })
    else { return nil }
    return Array(rest)
  }
}

/// The pages of one list, by number.
private struct Trail: Sendable {
  private var urls: [Int: WebURL] = [:]
  /// All numbers, ascending.
  private var numbers: [Int] = []
  private var glimpses: [Int: Glimpse] = [:]

  var count: Int { urls.count }

  func holds(_ url: WebURL) -> Bool { number(of: url) != nil }

  func number(of url: WebURL) -> Int? { urls.first(where: { $0.value == url })?.key }

  mutating func add(_ step: ListTrails.Step) {
    guard urls.updateValue(step.url, forKey: step.number) == nil else { return }
    let place = numbers.firstIndex(where: { $0 > step.number }) ?? numbers.endIndex
    numbers.insert(step.number, at: place)
  }

  mutating func take(_ glimpse: Glimpse, at number: Int) { glimpses[number] = glimpse }

  /// The unread pages behind the period: those beyond the first pair of pages that proves it.
  func left(_ horizon: Int32) -> [WebURL] {
    for (low, high) in zip(numbers, numbers.dropFirst()) {
      // Numbers grow with age on most sites, and fall on some.
      for (newer, older) in [(low, high), (high, low)] {
        guard let one = glimpses[newer], let two = glimpses[older],
          let last = two.lastDay, last < horizon
        else { continue }
        let sticky = Set(one.top).intersection(two.top)
        guard Self.isEnd(one, two, sticky, horizon) else { continue }
        let behind = older == high ? numbers.filter { $0 > high } : numbers.filter { $0 < low }
        let isQuiet = behind.allSatisfy { number in
          guard let glimpse = glimpses[number] else { return true }
          return glimpse.order(without: sticky).map { $0[0] < horizon } ?? false
        }
        if isQuiet { return behind.filter { glimpses[$0] == nil }.compactMap { urls[$0] } }
      }
    }
    return []
  }

  /// Says whether the second page goes on where the first ends, and is wholly too old.
  private static func isEnd(
    _ newer: Glimpse, _ older: Glimpse, _ sticky: Set<Int>, _ horizon: Int32
  ) -> Bool {
    guard let one = newer.order(without: sticky), let two = older.order(without: sticky),
      let end = one.last, let head = one.first, let start = two.first, let tail = two.last
    else { return false }
    return end >= start && head > tail && start < horizon
  }
}
