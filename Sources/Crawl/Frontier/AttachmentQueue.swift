package import Web

/// The documents of one site that rules asked for: which are known, which come next.
///
/// They wait behind the pages of their host and have a budget of their own. A value without input
/// or output.
package struct AttachmentQueue: Sendable {
  private enum State: Sendable, Equatable {
    case waiting
    case asked
    case refused(Outcome)
  }

  private struct Row: Sendable {
    let url: WebURL
    let via: WebURL?
    let host: Int
    let depth: Int
    var attempts = 0
    var state = State.waiting
  }

  /// The most documents that are known at all.
  private static let mostKnown = 100_000

  private let most: Int
  private var rows: [Row] = []
  private var numbers: [WebURL: Int] = [:]
  /// For each host the numbers of those that wait, and how many of them were taken.
  private var queues: [Int: (numbers: [Int], taken: Int)] = [:]
  private var asked = 0
  /// How many wait.
  package private(set) var waiting = 0

  /// `most` is how many are asked for at most.
  package init(most: Int) { self.most = max(0, most) }

  /// Nothing is left to be asked for, or nothing more may be.
  package var isIdle: Bool { waiting == 0 || asked >= most }

  /// Offers a document; one that is known stays as it is.
  package mutating func add(_ candidate: Frontier.Candidate, host: Int) {
    let url = CanonicalURL.canonical(candidate.url)
    guard numbers[url] == nil, rows.count < Self.mostKnown else { return }
    numbers[url] = rows.count
    queues[host, default: ([], 0)].numbers.append(rows.count)
    rows.append(Row(url: url, via: candidate.via, host: host, depth: candidate.depth))
    waiting += 1
  }

  /// The next document of a host; nil when none waits or the budget is spent.
  package mutating func next(host: Int) -> Frontier.Ticket? {
    while let queue = queues[host], queue.taken < queue.numbers.count {
      let number = queue.numbers[queue.taken]
      // A second attempt was paid for by the first.
      if rows[number].state == .waiting, rows[number].attempts == 0, asked >= most { return nil }
      queues[host]?.taken += 1
      guard rows[number].state == .waiting else { continue }
      waiting -= 1
      if rows[number].attempts == 0 { asked += 1 }
      rows[number].state = .asked
      rows[number].attempts += 1
      return Frontier.Ticket(
        number: number, url: rows[number].url, via: rows[number].via, depth: rows[number].depth,
        reason: .attachment, rank: .link, word: nil, attempt: rows[number].attempts)
    }
    return nil
  }

  /// Takes up a document that an earlier run asked for: known from now on, and asked.
  package mutating func takeUp(_ candidate: Frontier.Candidate, host: Int) -> Frontier.Ticket? {
    add(candidate, host: host)
    let url = CanonicalURL.canonical(candidate.url)
    guard let number = numbers[url] else { return nil }
    if rows[number].state == .waiting { waiting -= 1 }
    if rows[number].attempts == 0 { asked += 1 }
    rows[number].state = .asked
    rows[number].attempts += 1
    return Frontier.Ticket(
      number: number, url: url, via: rows[number].via, depth: rows[number].depth,
      reason: .attachment, rank: .link, word: nil, attempt: rows[number].attempts)
  }

  /// Has a document asked for once more, behind those that wait.
  package mutating func again(_ number: Int) {
    guard rows.indices.contains(number), rows[number].state == .asked else { return }
    rows[number].state = .waiting
    waiting += 1
    queues[rows[number].host, default: ([], 0)].numbers.append(number)
  }

  /// Says that a document that was given out was not asked for after all, and why.
  package mutating func refuse(_ number: Int, _ outcome: Outcome) {
    guard rows.indices.contains(number) else { return }
    switch rows[number].state {
    case .asked where rows[number].attempts == 1: asked -= 1
    case .waiting: waiting -= 1
    case .asked, .refused: break
    }
    rows[number].state = .refused(outcome)
  }

  /// Refuses everything that waits for a host.
  package mutating func refuseWaiting(host: Int, _ outcome: Outcome) {
    for number in rows.indices where rows[number].host == host && rows[number].state == .waiting {
      refuse(number, outcome)
    }
  }

  /// All that was known and not asked for, sorted; `waiting` is the outcome of what still waits,
  /// unless the budget kept it.
  package func pending(waiting outcome: Outcome) -> [Frontier.Pending] {
    var found: [Frontier.Pending] = []
    for row in rows {
      switch row.state {
      case .asked: continue
      case .waiting where row.attempts > 0: continue
      case .waiting: found.append(Frontier.Pending(url: row.url, outcome: outcome, via: row.via))
      case .refused(let why):
        found.append(Frontier.Pending(url: row.url, outcome: why, via: row.via))
      }
    }
    return found.sorted { $0.url < $1.url }
  }
}
