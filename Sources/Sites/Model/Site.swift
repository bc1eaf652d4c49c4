package import Dates
package import Page
package import Web

/// One thing that a site publishes: an article, a policy, a notice, an attachment named by a list.
package struct Publication: Sendable {
  /// The page's own title, else the list's (which may be cut).
  package var title: String
  package var url: WebURL
  /// The day on which it went online: the page's own date, else the list's.
  package var date: CivilDate?
  /// The date that the list shows, when it differs from `date`.
  package var listDate: CivilDate?
  package var owner: Attribution?
  /// Positions in `Site.columns` of the columns that list it, ascending.
  package var columns: [Int]
  /// The position in `Site.records.pages`, when it was asked for.
  package var page: Int?
  /// What became of its page; nil when it was never asked for.
  package var outcome: Outcome?

  package init(
    title: String, url: WebURL, date: CivilDate?, listDate: CivilDate?, owner: Attribution?,
    columns: [Int], page: Int?, outcome: Outcome?
  ) {
    self.title = title
    self.url = url
    self.date = date
    self.listDate = listDate
    self.owner = owner
    self.columns = columns
    self.page = page
    self.outcome = outcome
  }
}

/// A link on a unit's own page that leads off the plan's hosts: what stands there is not read.
package struct Departure: Sendable, Hashable, Comparable {
  package enum Kind: Int, Sendable {
    /// It leads to a host that the plan leaves out.
    case outside
    /// Only a script follows it: `url` is the page that shows it.
    case blind
    /// It names the unit on a page of nobody's, and leads out of the plan or is blind.
    case entrance
  }

  package var unit: UnitID
  /// The words on the link.
  package var text: String
  package var url: WebURL
  package var kind: Kind

  package init(unit: UnitID, text: String, url: WebURL, kind: Kind = .outside) {
    self.unit = unit
    self.text = text
    self.url = url
    self.kind = kind
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.unit, left.text, left.url, left.kind.rawValue)
      < (right.unit, right.text, right.url, right.kind.rawValue)
  }
}

/// All facts of one site, folded: what the checks see.
package struct Site: Sendable {
  package var records: SiteRecords
  /// Sorted by address.
  package var columns: [Column]
  /// Sorted by address.
  package var publications: [Publication]
  /// The owner of each of `records.pages`, in the same order.
  package var owners: [Attribution?]
  /// Everything known and not read, sorted by address; pages that are not there (404) not among
  /// them, nor addresses that hold no page (pictures, styles, scripts).
  package var unread: [UnreadAddress]
  /// Links of units' own pages to other hosts, rows of lists not among them; sorted, each once.
  package var departures: [Departure]
  /// Positions of the links that lead off the plan's hosts, for each of `records.pages`: a few of
  /// each page's many.
  package let leaving: [[Int]]

  package init(
    records: SiteRecords, columns: [Column], publications: [Publication],
    owners: [Attribution?], unread: [UnreadAddress], departures: [Departure] = [],
    leaving: [[Int]]? = nil
  ) {
    self.records = records
    self.columns = columns
    self.publications = publications
    self.owners = owners
    self.unread = unread
    self.departures = departures
    self.leaving = leaving ?? records.leavingLinks()
  }
}
