package import Dates
package import Page
package import Web

/// A column (栏目) of a site: its lists over all their pages, folded into one.
package struct Column: Sendable {
  /// The column's name as its page shows it; the link's text when the page was never read.
  package var name: String
  /// Other names under which links and breadcrumbs point to it.
  package var otherNames: [String]
  package var url: WebURL
  /// The names of the columns above it, outermost first (from breadcrumb, else from links).
  package var path: [String]
  /// The unit that it belongs to, with the reason; nil for the portal's own columns.
  package var owner: Attribution?
  /// All pages of the list that were read, first page first.
  package var pages: [WebURL]
  /// All rows of all pages, in list order, each address once.
  package var entries: [ColumnEntry]
  /// The text of the column's own page when it shows an article instead of a list.
  package var body: PageFacts?
  /// The newest date among the entries.
  package var newest: CivilDate?
  package var state: ColumnState
  /// Addresses of further list pages that were not read, with why.
  package var unread: [UnreadAddress]

  package init(name: String, url: WebURL) {
    self.name = name
    otherNames = []
    self.url = url
    path = []
    owner = nil
    pages = []
    entries = []
    body = nil
    newest = nil
    state = .unread
    unread = []
  }
}

/// How far a column could be read.
package enum ColumnState: String, Sendable {
  /// Every page of its list was read.
  case complete
  /// Some pages of its list are missing (see `unread`).
  case partial
  /// Read, and there is nothing in it: the blank column of the rules.
  case blank
  /// A script fills it: not assessable.
  case unreadable
  /// No page of it was read, though there is one.
  case unread
  /// Its link is dead: the server says that there is no such page.
  case missing
}

/// One row of a column.
package struct ColumnEntry: Sendable {
  package var title: String
  package var url: WebURL?
  /// The date in the list.
  package var listDate: CivilDate?
  /// The position of the row's page in `Site.records.pages`, when it was asked for.
  package var page: Int?

  package init(title: String, url: WebURL?, listDate: CivilDate?, page: Int?) {
    self.title = title
    self.url = url
    self.listDate = listDate
    self.page = page
  }
}

/// Which unit something belongs to, and how we know.
package struct Attribution: Sendable, Hashable {
  package enum Reason: String, Sendable, Comparable {
    /// The address lies under the unit's scope.
    case scope
    /// Reached through the directory of units (部门信息公开) under the unit's name.
    case directory
    /// The breadcrumb or column bears the unit's name.
    case column
    /// 来源 or 发布机构 is the unit.
    case publisher
    /// The title names the unit.
    case title

    private var rank: Int {
      switch self {
      case .scope: 0
      case .directory: 1
      case .column: 2
      case .publisher: 3
      case .title: 4
      }
    }
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
  }

  package var unit: UnitID
  package var reason: Reason

  package init(unit: UnitID, reason: Reason) {
    self.unit = unit
    self.reason = reason
  }
}

/// An address that was known and not read: what could stand there is unknown.
package struct UnreadAddress: Sendable, Hashable, Comparable {
  package var url: WebURL
  package var outcome: Outcome
  /// The words on the links that point to it, each once, sorted.
  package var linkTexts: [String]
  /// It is a row of a list, so its title is known (the first of `linkTexts`).
  package var isEntry: Bool

  package init(url: WebURL, outcome: Outcome, linkTexts: [String], isEntry: Bool) {
    self.url = url
    self.outcome = outcome
    self.linkTexts = linkTexts
    self.isEntry = isEntry
  }

  package static func < (left: Self, right: Self) -> Bool { left.url < right.url }
}
