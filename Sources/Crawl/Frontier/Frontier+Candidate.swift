package import Web

extension Frontier {
  /// Why an address is asked for; the words stand in the archive's notes.
  package enum Reason: String, Sendable {
    case start, robots, redirect, frame, pager, menu, breadcrumb, more, sought, entry, link, retry
    /// A file of a script that writes a page's menu.
    case script
    /// A form that an adapter posts: the one reason for which a key of a form is asked for.
    case form
    /// A document that a rule needs; it waits in the `AttachmentQueue`.
    case attachment
    /// A sitemap or feed of the site, and an address that one names.
    case sitemap, listed
    /// An address that no one can have made: what the site says of pages that are not there.
    case probe

    /// The reason at the beginning of an archive's note (`Ticket.account`); nil for any other text.
    package init?(account: String?) {
      guard let word = account?.split(separator: " ", maxSplits: 1).first else { return nil }
      self.init(rawValue: String(word))
    }

    /// It leads to another page of a list.
    package var isPager: Bool { self == .pager || self == .form }

    /// The queue that an address waits in when nothing more is known of it.
    package var rank: Rank {
      switch self {
      case .start, .robots, .redirect, .frame, .script, .retry, .sitemap, .probe: .first
      case .sought: .column
      case .menu, .breadcrumb, .more: .navigation
      case .pager, .form: .page
      case .entry: .entry
      case .link, .attachment: .link
      case .listed: .listed
      }
    }
  }

  /// The queues of a host, in the order in which they are emptied (docs/decisions/0007).
  package enum Rank: UInt8, Sendable, CaseIterable, Comparable {
    /// Start pages, redirects and frames: parts of what was asked for already.
    case first
    /// Menus and links that bear the name of a column or unit that the rules name.
    case column
    /// Further pages of the lists of columns that the rules name, when a row bears a sought title
    /// or the list is to be kept up: its days alone decide.
    case columnPage
    /// The first rows of a page whose title a rule seeks.
    case article
    /// The newest rows of a column whose freshness a rule judges.
    case newestRow
    /// All other rows whose title a rule seeks.
    case furtherArticle
    /// Further pages of all other lists of columns that the rules name.
    case furtherColumnPage
    /// All other menus, breadcrumbs, 更多.
    case navigation
    /// Further pages of all other lists.
    case page
    /// All other rows.
    case entry
    /// Anything else that a page links.
    case link
    /// Pages of a list behind one that is older than the audit looks at.
    case older
    /// Named by a sitemap or feed alone, with a date in the audited period.
    case listedRecent
    /// Named by a sitemap or feed alone.
    case listed

    /// A further page of a list of a column that the rules name.
    package var isFurtherPage: Bool { self == .columnPage || self == .furtherColumnPage }

    /// A row of a list: a page of its own and no list.
    package var isRow: Bool {
      self == .article || self == .newestRow || self == .furtherArticle || self == .entry
    }

    /// What is asked for by this rank is likely to bring more that goes before the rest.
    package var isPromising: Bool { self <= .columnPage }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// An address as it was found.
  package struct Candidate: Sendable {
    package var url: WebURL
    package var via: WebURL?
    package var depth: Int
    package var reason: Reason
    /// Where it waits; that of the reason unless the page says more.
    package var rank: Rank
    /// The word of the rules that the link bears.
    package var word: String?
    /// The page that links it is one of many addresses with the very same bytes.
    package var isOfTwin = false
    /// How many redirects and frames lead to it, one through the other.
    package var hops = 0

    /// A pager leads to it, or it bears the name of a column that the rules look for.
    var isOfColumn: Bool { reason.isPager || rank == .column }

    package init(
      url: WebURL, via: WebURL?, depth: Int, reason: Reason, rank: Rank? = nil,
      word: String? = nil
    ) {
      self.url = url
      self.via = via
      self.depth = depth
      self.reason = reason
      self.rank = rank ?? reason.rank
      self.word = word
    }
  }

  /// An address to be asked for now.
  package struct Ticket: Sendable, Hashable {
    package let number: Int
    package let url: WebURL
    package let via: WebURL?
    package let depth: Int
    package let reason: Reason
    package let rank: Rank
    package let word: String?
    /// 1 for the first time.
    package let attempt: Int
    /// How many redirects and frames led to it, one through the other.
    package var hops = 0

    /// `sought 财政预决算`: why the address is asked for, in the archive's words.
    package var account: String { word.map { "\(reason.rawValue) \($0)" } ?? reason.rawValue }
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
}
