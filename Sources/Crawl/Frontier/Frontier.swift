package import Dates
package import Web

/// The addresses of one site: which are known, which come next, which never will be asked for.
///
/// A value without input or output. Addresses of another host than the site's own are not kept.
package struct Frontier: Sendable {
  private enum State: UInt8 { case queued, asked, refused }

  private struct Row: Sendable {
    var via: Int32
    var depth: UInt16
    /// The matched word: a position in `words`, 0 for none.
    var word: UInt16
    var rank: Rank
    var state: State
    var reason: Reason
    var attempts: UInt8
    /// Why it was refused: a position in `refusals`.
    var refusal: UInt8
    /// How many redirects and frames led to it, one through the other.
    var hops: UInt8
  }

  /// Of links that only the fourth or a later address of the same bytes has.
  private static let twin = OutcomeTable.outcome("trap.duplicate")
  /// Of one query too many of one path.
  private static let query = OutcomeTable.outcome("trap.query")

  package let hosts: [HostPort]
  private let maxPages: Int
  private let maxDepth: Int
  private var table = AddressTable()
  private var rows: [Row] = []
  /// For each host a queue of numbers for each rank.
  private var queues: [[RankQueue]]
  private var traps: TrapGuard
  private var refusals: [Outcome] = []
  /// The words of the rules that links bore; the first stands for none.
  private var words: [String] = [""]
  private var wordNumbers: [String: UInt16] = [:]
  /// The page whose links came last, with its number: they come one after the other.
  private var linking: (url: WebURL, number: Int32)?
  /// How many of `older` wait: pages that the audit's period does not need.
  private var waitingOlder = 0
  /// How many addresses were asked for, each counted once.
  package private(set) var asked = 0
  /// How many addresses wait.
  package private(set) var waiting = 0
  /// More addresses were offered than can be kept: the site is not known whole.
  package private(set) var isOverfull = false

  /// How many redirects and frames in a row are followed; a site can make both without end.
  private static let mostHops = SiteLedger.mostHops

  /// How many addresses are kept for each page of the budget, and at least.
  private static let mostKnown = (each: 20, atLeast: 20_000)

  package init(hosts: [HostPort], maxPages: Int, maxDepth: Int, period: DateSpan?) {
    self.hosts = hosts
    self.maxPages = max(1, maxPages)
    self.maxDepth = max(0, maxDepth)
    queues = hosts.map { _ in Rank.allCases.map { _ in RankQueue() } }
    traps = TrapGuard(period: period)
  }

  /// How many addresses are known.
  package var known: Int { table.count }

  /// The budget of pages is spent while addresses still wait.
  ///
  /// Pages of lists before the period are not missed: see `Rank.older`.
  package var isSpent: Bool { asked >= maxPages && waiting > waitingOlder }

  /// Nothing is left to be given out.
  package var isExhausted: Bool { waiting == 0 || asked >= maxPages }

  /// The position of the host that an address belongs to.
  package func host(of url: WebURL) -> Int? { hosts.firstIndex(where: { $0.covers(url) }) }

  /// Offers an address that was found.
  package mutating func add(_ candidate: Candidate) -> Verdict {
    let url = CanonicalURL.canonical(candidate.url)
    guard let host = host(of: url) else { return .ignored }
    // A page could write such an address into a link.
    if FormRequest.isKey(url), candidate.reason != .form { return .ignored }
    if candidate.reason.rank > .first, AddressKind(url) != .page || ActionAddress.isAction(url) {
      return .ignored
    }
    if table.count
      >= max(
        maxPages.multipliedReportingOverflow(by: Self.mostKnown.each).0, Self.mostKnown.atLeast),
      candidate.reason != .start, table.number(of: url) == nil
    {
      isOverfull = true
      return .ignored
    }
    guard let (number, isNew) = table.insert(url) else { return .ignored }
    if !isNew {
      promote(number, candidate, host: host)
      return .known
    }
    let via = linkingNumber(candidate.via)
    rows.append(
      Row(
        via: via, depth: UInt16(clamping: candidate.depth),
        word: wordNumber(candidate.word), rank: candidate.rank, state: .queued,
        reason: candidate.reason, attempts: 0, refusal: 0, hops: UInt8(clamping: candidate.hops)))
    if let code = refusalCode(url, candidate) {
      let outcome = OutcomeTable.outcome(code)
      refuse(number, outcome)
      return .refused(outcome)
    }
    queues[host][Int(candidate.rank.rawValue)].append(number)
    waiting += 1
    if candidate.rank == .older { waitingOlder += 1 }
    return .queued
  }

  /// The number of the page that links; -1 when there is none that is known.
  private mutating func linkingNumber(_ url: WebURL?) -> Int32 {
    guard let url else { return -1 }
    if let linking, linking.url == url { return linking.number }
    guard let number = table.number(of: CanonicalURL.canonical(url)) else { return -1 }
    linking = (url, Int32(clamping: number))
    return Int32(clamping: number)
  }

  private mutating func refusalCode(_ url: WebURL, _ candidate: Candidate) -> String? {
    if candidate.hops > Self.mostHops { return "redirect.tooMany" }
    if candidate.reason.rank == .first { return nil }
    if candidate.isOfTwin { return Self.twin.code }
    if candidate.depth > maxDepth { return "budget.depth" }
    return traps.trap(
      url, isPager: candidate.isOfColumn, isEntry: candidate.reason == .entry)
  }

  /// A known address that waits moves up when a better reason for it is found.
  private mutating func promote(_ number: Int, _ candidate: Candidate, host: Int) {
    let row = rows[number]
    // A page of a list that was put off or given up as too old comes back when anything but a
    // pager leads to it.
    let isPutOff = row.state == .queued && row.rank == .older
    let why = row.state == .refused ? refusals[Int(row.refusal)] : nil
    let isStopped = why == Outcome.beforePeriod
    if why == Self.twin || (why == Self.query && candidate.isOfColumn) {
      restore(number, candidate, host: host)
      return
    }
    if isPutOff || isStopped {
      guard !candidate.reason.isPager else { return }
      if isStopped { waiting += 1 } else { waitingOlder -= 1 }
      rows[number].state = .queued
    } else {
      guard row.state == .queued, candidate.rank < row.rank else { return }
    }
    rows[number].rank = candidate.rank
    rows[number].reason = candidate.reason
    rows[number].word = wordNumber(candidate.word)
    queues[host][Int(candidate.rank.rawValue)].append(number)
  }

  /// An address that only one of many same pages had linked comes back when another page has it, and
  /// one query too many when a pager or a name speaks for it.
  private mutating func restore(_ number: Int, _ candidate: Candidate, host: Int) {
    guard !candidate.isOfTwin, let url = WebURL(normal: table.text(number)) else { return }
    if let code = refusalCode(url, candidate) {
      rows[number].refusal = UInt8(clamping: index(of: OutcomeTable.outcome(code)))
      return
    }
    rows[number].state = .queued
    rows[number].rank = candidate.rank
    rows[number].reason = candidate.reason
    rows[number].depth = UInt16(clamping: candidate.depth)
    rows[number].word = wordNumber(candidate.word)
    queues[host][Int(candidate.rank.rawValue)].append(number)
    waiting += 1
    if candidate.rank == .older { waitingOlder += 1 }
  }

  /// Puts a page of a list off behind everything else: it is older than the audit looks at.
  ///
  /// Only what a pager alone leads to is put off; false when the address does not wait.
  @discardableResult
  package mutating func putOff(_ number: Int) -> Bool {
    guard rows.indices.contains(number), rows[number].state == .queued,
      rows[number].reason.isPager, rows[number].rank < .older,
      let url = WebURL(normal: table.text(number)), let host = host(of: url)
    else { return false }
    rows[number].rank = .older
    waitingOlder += 1
    queues[host][Int(Rank.older.rawValue)].append(number)
    return true
  }

  /// Refuses a page of a list to which a pager alone leads, while it waits.
  package mutating func stopList(at number: Int, _ outcome: Outcome) {
    guard rows.indices.contains(number), rows[number].state == .queued,
      rows[number].reason.isPager
    else { return }
    waiting -= 1
    if rows[number].rank == .older { waitingOlder -= 1 }
    refuse(number, outcome)
  }

  private mutating func wordNumber(_ word: String?) -> UInt16 {
    guard let word else { return 0 }
    if let known = wordNumbers[word] { return known }
    guard words.count <= Int(UInt16.max) else { return 0 }
    let number = UInt16(words.count)
    words.append(word)
    wordNumbers[word] = number
    return number
  }

  /// The next address of a host; nil when none waits or the budget of pages is spent.
  ///
  /// With `wantedOnly` nothing is given that no word of the rules speaks for.
  package mutating func next(host: Int, wantedOnly: Bool = false) -> Ticket? {
    guard asked < maxPages else { return nil }
    for rank in Rank.allCases where !wantedOnly || rank < .furtherColumnPage {
      while let number = queues[host][Int(rank.rawValue)].popFirst() {
        guard rows[number].state == .queued, rows[number].rank == rank else { continue }
        guard let url = WebURL(normal: table.text(number)) else { continue }
        rows[number].state = .asked
        rows[number].attempts = 1
        waiting -= 1
        if rank == .older { waitingOlder -= 1 }
        asked += 1
        return ticket(number, url, rows[number].reason)
      }
    }
    return nil
  }

  /// Says whether an address of a host waits that a word of the rules speaks for, and may be asked
  /// for.
  package mutating func isWaitingWanted(host: Int) -> Bool {
    guard asked < maxPages else { return false }
    for rank in Rank.allCases where rank < .furtherColumnPage {
      while let number = queues[host][Int(rank.rawValue)].first {
        if rows[number].state == .queued, rows[number].rank == rank { return true }
        // It moved to another queue, or was refused.
        _ = queues[host][Int(rank.rawValue)].popFirst()
      }
    }
    return false
  }

  /// Asks for an address once more; the budget is not charged again.
  package mutating func again(_ number: Int) -> Ticket? {
    guard rows.indices.contains(number), let url = WebURL(normal: table.text(number)) else {
      return nil
    }
    rows[number].attempts = rows[number].attempts < 255 ? rows[number].attempts + 1 : 255
    return ticket(number, url, .retry)
  }

  /// Notes that an earlier run of the same crawl has asked for an address, or asked once more.
  ///
  /// The budget is charged as it was then. An address that is not known is made known; nil when it
  /// belongs to no host of the site.
  package mutating func takeUp(_ candidate: Candidate) -> Ticket? {
    let url = CanonicalURL.canonical(candidate.url)
    if table.number(of: url) == nil { _ = add(candidate) }
    guard let number = table.number(of: url) else { return nil }
    if rows[number].state == .queued {
      waiting -= 1
      if rows[number].rank == .older { waitingOlder -= 1 }
    }
    if rows[number].state != .asked { asked += 1 }
    rows[number].state = .asked
    rows[number].attempts = rows[number].attempts < 255 ? rows[number].attempts + 1 : 255
    return ticket(number, url, rows[number].reason)
  }

  private func ticket(_ number: Int, _ url: WebURL, _ reason: Reason) -> Ticket {
    Ticket(
      number: number, url: url, via: via(number), depth: Int(rows[number].depth), reason: reason,
      rank: rows[number].rank, word: word(number), attempt: Int(rows[number].attempts),
      hops: Int(rows[number].hops))
  }

  /// The number of a known address.
  package func number(of url: WebURL) -> Int? { table.number(of: CanonicalURL.canonical(url)) }

  /// How often an address was asked for; 0 when it still waits or never will be.
  package func attempts(_ number: Int) -> Int {
    rows.indices.contains(number) ? Int(rows[number].attempts) : 0
  }

  /// Says that an address given out was not asked for after all, and why.
  package mutating func refuse(_ number: Int, _ outcome: Outcome) {
    guard rows.indices.contains(number) else { return }
    if rows[number].state == .asked { asked -= 1 }
    rows[number].state = .refused
    rows[number].refusal = UInt8(clamping: index(of: outcome))
  }

  /// Refuses everything that waits for a host.
  package mutating func refuseWaiting(host: Int, _ outcome: Outcome) {
    for rank in Rank.allCases {
      while let number = queues[host][Int(rank.rawValue)].popFirst() {
        guard rows[number].state == .queued, rows[number].rank == rank else { continue }
        waiting -= 1
        if rank == .older { waitingOlder -= 1 }
        refuse(number, outcome)
      }
    }
  }

  /// Gives another reason to what was refused for one on a host.
  package mutating func replaceRefusal(host: Int, _ old: Outcome, by new: Outcome) {
    guard let before = refusals.firstIndex(of: old), hosts.indices.contains(host) else { return }
    let after = UInt8(clamping: index(of: new))
    for number in rows.indices
    where rows[number].state == .refused && Int(rows[number].refusal) == before {
      guard let url = WebURL(normal: table.text(number)), hosts[host].covers(url) else { continue }
      rows[number].refusal = after
    }
  }

  /// Says whether an address waits for a host.
  package func isWaiting(host: Int) -> Bool { queues[host].contains(where: { !$0.isEmpty }) }

  /// All addresses that were known and not asked for, sorted; `waiting` is the outcome of those
  /// that still wait, but for pages of lists before the period: these have their own.
  package func pending(waiting outcome: Outcome) -> [Pending] {
    let numbers = rows.indices.filter { rows[$0].state != .asked }
      .sorted { table.isBefore($0, $1) }
    // Few pages link all that is known.
    var pages: [Int32: WebURL] = [:]
    return numbers.compactMap { number in
      let row = rows[number]
      guard let url = WebURL(normal: table.text(number)) else { return nil }
      let why =
        row.state == .refused
        ? refusals[Int(row.refusal)] : row.rank == .older ? Outcome.beforePeriod : outcome
      if pages[row.via] == nil { pages[row.via] = via(number) }
      return Pending(url: url, outcome: why, via: pages[row.via])
    }
  }

  private func word(_ number: Int) -> String? {
    rows[number].word == 0 ? nil : words[Int(rows[number].word)]
  }

  private func via(_ number: Int) -> WebURL? {
    rows[number].via < 0 ? nil : WebURL(normal: table.text(Int(rows[number].via)))
  }

  private mutating func index(of outcome: Outcome) -> Int {
    if let known = refusals.firstIndex(of: outcome) { return known }
    refusals.append(outcome)
    return refusals.count - 1
  }
}

/// A first-in-first-out queue of numbers.
private struct RankQueue: Sendable {
  private var items: [UInt32] = []
  private var place = 0

  var isEmpty: Bool { place == items.count }

  /// The oldest; nil when there is none.
  var first: Int? { place < items.count ? Int(items[place]) : nil }

  mutating func append(_ number: Int) { items.append(UInt32(clamping: number)) }

  mutating func popFirst() -> Int? {
    guard place < items.count else { return nil }
    let number = Int(items[place])
    place += 1
    if place == items.count || place >= 4096 {
      items.removeFirst(place)
      place = 0
    }
    return number
  }
}
