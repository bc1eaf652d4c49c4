import Dates
import Page
import Synchronization
import Web

/// Takes from a page's facts the addresses that the crawl should know, each with its rank.
///
/// The order of ranks and why it is so: docs/decisions/0007.
struct LinkHarvest: Sendable {
  let words: SoughtWords
  /// Addresses of other hosts are left out at once.
  let hosts: [HostPort]
  let period: DateSpan?
  /// The documents of a page that rules need.
  let wantedFiles: @Sendable (PageFacts) -> [WebURL]

  /// How many redirects and frames in a row are followed before anything else; those behind them
  /// wait with the other links.
  fileprivate static let plainHops = 3
  /// How many rows of one kind show what a page has: the newest of a list that is to be kept up,
  /// the first of each title that is sought.
  fileprivate static let firstRows = 3
  /// A link's text is a name when it is no longer than this beyond the word, in bytes.
  private static let nameMargin = 18

  /// Candidates in the order of the page, each address once for each reason.
  func candidates(_ reading: PageReading, of ticket: Frontier.Ticket) -> [Frontier.Candidate] {
    let depth = ticket.depth
    let rank = ticket.rank
    var found = Found(
      via: reading.url, hosts: hosts, rows: rank.isFurtherPage ? 1 : Self.firstRows,
      seen: rank.isRow ? ticket.word : nil)
    if reading.isFile {
      if let target = reading.redirect { found.add(target, .attachment, depth) }
      return found.candidates
    }
    if let target = reading.redirect { found.addHop(target, .redirect, depth, ticket.hops + 1) }
    guard let facts = reading.facts else { return found.candidates }
    // A page's own redirect leads on even where the page has content of its own.
    if let target = facts.redirect, target != reading.redirect {
      found.addHop(target, .redirect, depth, ticket.hops + 1)
    }
    for url in facts.frames { found.addHop(url, .frame, depth, ticket.hops + 1) }
    for url in facts.menuScripts { found.addHop(url, .script, depth, ticket.hops + 1) }
    let isWanted = isWanted(facts, rank)
    let isKeptUp = isKeptUp(facts)
    let pager: Frontier.Rank =
      !isWanted ? .page : isKeptUp || holdsSought(facts) ? .columnPage : .furtherColumnPage
    for url in facts.nextPages {
      found.add(url, FormRequest.isKey(url) ? .form : .pager, depth, rank: pager)
    }
    let isRow = rank.isRow
    for link in facts.links where link.role != .attachment && link.role != .entry {
      // `下一篇：财政收支简报（第3期）` bears a column's name and is a row like the page itself.
      if isRow, link.role == .other || link.role == .body, let word = words.title(of: link.text) {
        found.addTitle(link.url, depth + 1, word)
      } else {
        add(link, depth, pager, to: &found)
      }
    }
    // Further pages of a list hold older rows.
    addRows(facts, depth, isFresh: !rank.isFurtherPage && isKeptUp, to: &found)
    for url in wantedFiles(facts) { found.add(url, .attachment, depth + 1) }
    return found.candidates
  }

  /// The page is a list that the rules name, or a further page of one.
  private func isWanted(_ facts: PageFacts, _ rank: Frontier.Rank) -> Bool {
    if rank == .column || rank.isFurtherPage { return true }
    return [facts.column, facts.breadcrumb.last?.text].contains { name in
      name.map { self.name(in: $0) != nil } ?? false
    }
  }

  /// A row bears a title that a rule seeks.
  private func holdsSought(_ facts: PageFacts) -> Bool {
    facts.entries.contains { words.title(of: $0.title) != nil }
  }

  /// The page is a list whose newest rows a rule looks at.
  private func isKeptUp(_ facts: PageFacts) -> Bool {
    [facts.column, facts.title, facts.breadcrumb.last?.text].contains { name in
      name.map { words.isFresh($0) } ?? false
    }
  }

  private func add(
    _ link: Link, _ depth: Int, _ pager: Frontier.Rank, to found: inout Found
  ) {
    switch link.role {
    case .pager: found.add(link.url, .pager, depth, rank: pager)
    case .menu, .breadcrumb, .more:
      let reason: Frontier.Reason =
        link.role == .menu ? .menu : link.role == .breadcrumb ? .breadcrumb : .more
      let word = name(in: link.text)
      // The start page's own menu tells what the site has: whole branches hang on it.
      let isMain = link.role == .menu && depth == 0
      let rank: Frontier.Rank? = word != nil || isMain ? .column : nil
      found.add(link.url, reason, depth + 1, rank: rank, word: word)
    case .body, .other, .entry, .attachment:
      if let word = name(in: link.text) {
        found.add(link.url, .sought, depth + 1, word: word)
      } else if let word = words.title(of: link.text) {
        found.addTitle(link.url, depth + 1, word)
      } else {
        found.add(link.url, .link, depth + 1)
      }
    }
  }

  /// Rows: those that bear a name lead to a column, those whose title a rule seeks come before
  /// the others, and so do the newest of a list that is to be kept up.
  private func addRows(_ facts: PageFacts, _ depth: Int, isFresh: Bool, to found: inout Found) {
    var fresh = isFresh ? Self.firstRows : 0
    for entry in facts.entries {
      guard let url = entry.url else { continue }
      if entry.date == nil, let word = name(in: entry.title) {
        found.add(url, .sought, depth + 1, word: word)
        continue
      }
      let isDue = entry.date.map { date in period.map { $0.contains(date) } ?? true } ?? true
      if isDue, let word = words.title(of: entry.title) {
        found.addTitle(url, depth + 1, word)
      } else if isDue, fresh > 0, entry.date != nil {
        fresh -= 1
        // Their list tells title and date: the pages themselves only bear it out.
        found.add(url, .entry, depth + 1, rank: .newestRow)
      } else {
        found.add(url, .entry, depth + 1)
      }
    }
    for link in facts.links where link.role == .entry { found.add(link.url, .entry, depth + 1) }
  }

  /// The name that a short text bears: `区财政局信息公开` that of a unit, `更多通知公告` a column's.
  private func name(in text: String) -> String? {
    guard text.utf8.count <= 150, let word = words.name(in: text),
      text.utf8.count <= word.utf8.count + Self.nameMargin
    else { return nil }
    return word
  }

  /// What was found on one page.
  private struct Found {
    let via: WebURL
    let hosts: [HostPort]
    var candidates: [Frontier.Candidate] = []
    /// How many rows of each title come before the others.
    private let rows: Int
    private var titles: [String: Int] = [:]

    /// `seen` is the title for which the page itself was asked for: it names its like beside it.
    init(via: WebURL, hosts: [HostPort], rows: Int, seen: String?) {
      self.via = via
      self.hosts = hosts
      self.rows = rows
      if let seen { titles[seen] = rows }
    }

    /// A row or link whose title is sought: the first ones of each title before the others.
    mutating func addTitle(_ url: WebURL, _ depth: Int, _ word: String) {
      titles[word, default: 0] += 1
      let isFirst = titles[word, default: 0] <= rows
      add(url, .sought, depth, rank: isFirst ? .article : .furtherArticle, word: word)
    }

    /// A redirect or a frame: part of what was asked for already, unless one leads to another on
    /// and on.
    mutating func addHop(_ url: WebURL, _ reason: Frontier.Reason, _ depth: Int, _ hops: Int) {
      let before = candidates.count
      add(url, reason, depth, rank: hops <= LinkHarvest.plainHops ? .first : .link)
      if candidates.count > before { candidates[before].hops = hops }
    }

    mutating func add(
      _ url: WebURL, _ reason: Frontier.Reason, _ depth: Int, rank: Frontier.Rank? = nil,
      word: String? = nil
    ) {
      guard hosts.contains(where: { $0.covers(url) }) else { return }
      candidates.append(
        .init(url: url, via: via, depth: depth, reason: reason, rank: rank, word: word))
    }
  }
}

/// What the rules look for, as far as the words on links tell; one value for all threads.
///
/// Titles are matched once each: menus and hot lists stand on every page of a site.
final class SoughtWords: Sendable {
  private let names: WordFinder
  private let fresh: WordFinder
  private let soughtTitle: (@Sendable (String) -> String?)?
  private let known = Mutex<[String: String]>([:])
  /// How many titles are remembered.
  private static let mostKnown = 50_000
  /// Shorter texts are no titles, in bytes.
  private static let shortestTitle = 6

  init(_ plan: CrawlPlan) {
    names = WordFinder([plan.soughtWords])
    fresh = WordFinder([plan.freshColumns])
    soughtTitle = plan.soughtTitle
  }

  /// The longest name of a column or unit in a text.
  func name(in text: String) -> String? {
    names.isEmpty ? nil : names.longestWord(in: Array(text.utf8))
  }

  /// Says whether a column's newest rows are looked at.
  func isFresh(_ column: String) -> Bool { fresh.occurs(in: column) }

  /// Which title that a rule seeks a text is; nil when none.
  func title(of text: String) -> String? {
    guard let soughtTitle, text.utf8.count >= Self.shortestTitle, text.utf8.count <= 1000 else {
      return nil
    }
    if let answer = known.withLock({ $0[text] }) { return answer.isEmpty ? nil : answer }
    let answer = soughtTitle(text)
    known.withLock { known in
      if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
      known[text] = answer ?? ""
    }
    return answer
  }
}
