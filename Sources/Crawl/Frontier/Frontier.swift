package import Dates
package import Web

/// The addresses of one site: which are known, which come next, which never will be asked for.
///
/// A value without input or output. Addresses of another host than the site's own are not kept.
package struct Frontier: Sendable {
  /// Why an address is asked for; the words stand in the archive's notes.
  package enum Reason: String, Sendable {
    case start, robots, redirect, frame, pager, menu, breadcrumb, more, sought, entry, link, retry
    /// A form that an adapter posts: the one reason for which a key of a form is asked for.
    case form

    /// The queue that the address waits in; 0 goes first.
    var rank: UInt8 {
      switch self {
      case .start, .robots, .redirect, .frame, .retry: 0
      case .pager, .form, .menu, .breadcrumb, .more, .sought: 1
      case .entry: 2
      case .link: 3
      }
    }
  }

  /// An address as it was found.
  package struct Candidate: Sendable {
    package var url: WebURL
    package var via: WebURL?
    package var depth: Int
    package var reason: Reason

    package init(url: WebURL, via: WebURL?, depth: Int, reason: Reason) {
      self.url = url
      self.via = via
      self.depth = depth
      self.reason = reason
    }
  }

  /// An address to be asked for now.
  package struct Ticket: Sendable, Hashable {
    package let number: Int
    package let url: WebURL
    package let via: WebURL?
    package let depth: Int
    package let reason: Reason
    /// 1 for the first time.
    package let attempt: Int
  }

  /// An address that is known and was not asked for.
  package struct Pending: Sendable, Hashable {
    package let url: WebURL
    package let outcome: Outcome
    package let via: WebURL?
  }

  /// What became of an address when it was offered.
  package enum Verdict: Sendable, Equatable {
    case queued
    case known
    /// Known from now on and never asked for, for the reason named.
    case refused(Outcome)
    /// Of another host, or no page.
    case ignored
  }

  private enum State: UInt8 { case queued, asked, refused }

  private struct Row: Sendable {
    var via: Int32
    var depth: UInt16
    var rank: UInt8
    var state: State
    var reason: Reason
    var attempts: UInt8
    /// Why it was refused: a position in `refusals`.
    var refusal: UInt8
  }

  package let hosts: [HostPort]
  private let maxPages: Int
  private let maxDepth: Int
  private var table = AddressTable()
  private var rows: [Row] = []
  /// For each host a queue of numbers for each rank.
  private var queues: [[RankQueue]]
  private var traps: TrapGuard
  private var refusals: [Outcome] = []
  /// How many addresses were asked for, each counted once.
  package private(set) var asked = 0
  /// How many addresses wait.
  package private(set) var waiting = 0
  /// More addresses were offered than can be kept: the site is not known whole.
  package private(set) var isOverfull = false

  /// How many addresses are kept for each page of the budget, and at least.
  private static let mostKnown = (each: 20, atLeast: 20_000)

  package init(hosts: [HostPort], maxPages: Int, maxDepth: Int, period: DateSpan?) {
    self.hosts = hosts
    self.maxPages = max(1, maxPages)
    self.maxDepth = max(0, maxDepth)
    queues = hosts.map { _ in (0..<4).map { _ in RankQueue() } }
    traps = TrapGuard(period: period)
  }

  /// How many addresses are known.
  package var known: Int { table.count }

  /// The budget of pages is spent while addresses still wait.
  package var isSpent: Bool { asked >= maxPages && waiting > 0 }

  /// The position of the host that an address belongs to.
  package func host(of url: WebURL) -> Int? { hosts.firstIndex(where: { $0.covers(url) }) }

  /// Offers an address that was found.
  package mutating func add(_ candidate: Candidate) -> Verdict {
    let url = CanonicalURL.canonical(candidate.url)
    guard let host = host(of: url) else { return .ignored }
    // A page could write such an address into a link.
    if FormRequest.isKey(url), candidate.reason != .form { return .ignored }
    if candidate.reason.rank > 0, AddressKind(url) != .page { return .ignored }
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
      promote(number, to: candidate.reason, host: host)
      return .known
    }
    let via = candidate.via.flatMap { table.number(of: CanonicalURL.canonical($0)) }
    rows.append(
      Row(
        via: Int32(clamping: via ?? -1), depth: UInt16(clamping: candidate.depth),
        rank: candidate.reason.rank, state: .queued, reason: candidate.reason, attempts: 0,
        refusal: 0))
    if let code = refusalCode(url, candidate) {
      let outcome = OutcomeTable.outcome(code)
      refuse(number, outcome)
      return .refused(outcome)
    }
    queues[host][Int(candidate.reason.rank)].append(number)
    waiting += 1
    return .queued
  }

  private mutating func refusalCode(_ url: WebURL, _ candidate: Candidate) -> String? {
    if candidate.reason.rank == 0 { return nil }
    if candidate.depth > maxDepth { return "budget.depth" }
    return traps.trap(
      url, isPager: candidate.reason == .pager || candidate.reason == .form,
      isEntry: candidate.reason == .entry)
  }

  /// A known address that waits moves up when a better reason for it is found.
  private mutating func promote(_ number: Int, to reason: Reason, host: Int) {
    guard rows[number].state == .queued, reason.rank < rows[number].rank else { return }
    rows[number].rank = reason.rank
    rows[number].reason = reason
    queues[host][Int(reason.rank)].append(number)
  }

  /// The next address of a host; nil when none waits or the budget of pages is spent.
  package mutating func next(host: Int) -> Ticket? {
    guard asked < maxPages else { return nil }
    for rank in 0..<4 {
      while let number = queues[host][rank].popFirst() {
        guard rows[number].state == .queued, rows[number].rank == UInt8(rank) else { continue }
        guard let url = WebURL(table.text(number)) else { continue }
        rows[number].state = .asked
        rows[number].attempts = 1
        waiting -= 1
        asked += 1
        return ticket(number, url, rows[number].reason)
      }
    }
    return nil
  }

  /// Asks for an address once more; the budget is not charged again.
  package mutating func again(_ number: Int) -> Ticket? {
    guard rows.indices.contains(number), let url = WebURL(table.text(number)) else { return nil }
    rows[number].attempts = rows[number].attempts < 255 ? rows[number].attempts + 1 : 255
    return ticket(number, url, .retry)
  }

  private func ticket(_ number: Int, _ url: WebURL, _ reason: Reason) -> Ticket {
    Ticket(
      number: number, url: url, via: via(number), depth: Int(rows[number].depth), reason: reason,
      attempt: Int(rows[number].attempts))
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
    for rank in 0..<4 {
      while let number = queues[host][rank].popFirst() {
        guard rows[number].state == .queued, rows[number].rank == UInt8(rank) else { continue }
        waiting -= 1
        refuse(number, outcome)
      }
    }
  }

  /// Says whether an address waits for a host.
  package func isWaiting(host: Int) -> Bool { queues[host].contains(where: { !$0.isEmpty }) }

  /// All addresses that were known and not asked for, sorted; `waiting` is the outcome of those
  /// that still wait.
  package func pending(waiting outcome: Outcome) -> [Pending] {
    var found: [Pending] = []
    for (number, row) in rows.enumerated() where row.state != .asked {
      guard let url = WebURL(table.text(number)) else { continue }
      let why = row.state == .queued ? outcome : refusals[Int(row.refusal)]
      found.append(Pending(url: url, outcome: why, via: via(number)))
    }
    return found.sorted { $0.url < $1.url }
  }

  private func via(_ number: Int) -> WebURL? {
    rows[number].via < 0 ? nil : WebURL(table.text(Int(rows[number].via)))
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
  private var first = 0

  var isEmpty: Bool { first == items.count }

  mutating func append(_ number: Int) { items.append(UInt32(clamping: number)) }

  mutating func popFirst() -> Int? {
    guard first < items.count else { return nil }
    let number = Int(items[first])
    first += 1
    if first == items.count || first >= 4096 {
      items.removeFirst(first)
      first = 0
    }
    return number
  }
}
