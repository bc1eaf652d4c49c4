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

  package init(
    records: SiteRecords, columns: [Column], publications: [Publication],
    owners: [Attribution?], unread: [UnreadAddress]
  ) {
    self.records = records
    self.columns = columns
    self.publications = publications
    self.owners = owners
    self.unread = unread
  }
}
