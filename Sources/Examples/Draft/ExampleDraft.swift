import Dates
package import Findings
package import Rules
import Web

/// A small made-up district as an example describes it, and what a rule must say of it.
package struct ExampleDraft: Sendable {
  /// One unit of the made-up plan.
  struct Unit: Sendable {
    var name: String
    var kind: UnitKind
  }

  /// Where something stands: on the portal or in a unit's tree.
  enum Home: Sendable, Hashable {
    case portal
    /// A position in `units`.
    case unit(Int)
  }

  package let rule: RuleID
  package let place: String
  package let expected: Status
  /// The judged unit stands first.
  let units: [Unit]
  let asOf: CivilDate
  let period: DateSpan
  var columns: [ColumnDraft] = []
  /// Pages in no list.
  var pages: [PageDraft] = []
  var links: [LinkDraft] = []
}

/// A column with its rows.
struct ColumnDraft: Sendable {
  var name: String
  var home: ExampleDraft.Home
  /// Names of the columns above it, outermost first.
  var above: [String] = []
  /// Rows a page of the list.
  var perPage = 60
  var rows: [PageDraft] = []
  /// The column's own page shows this instead of a list.
  var body: PageDraft?
  /// The list is one that a script fills.
  var isScript = false
  /// What became of the column's first page; nil for read.
  var outcome: Outcome?
  /// What became of the list's last page, beyond those of `rows`; nil when there is none.
  var unreadNext: Outcome?
}

/// A page, or a row of a list with its page.
struct PageDraft: Sendable {
  var title: String
  var home = ExampleDraft.Home.portal
  /// The page's day; the list's too unless `listDate` says otherwise.
  var date: CivilDate?
  var listDate: CivilDate?
  var written: CivilDate?
  var number: String?
  var source: String?
  var text: String?
  var fields: [(label: String, value: String)] = []
  var attachments: [String] = []
  var images = 0
  /// Titles of other pages to which this one links as 相关解读 or 相关文件.
  var related: [(label: String, title: String)] = []
  /// Markup put into the body as it is.
  var markup: String?
  /// What became of the page; nil for read.
  var outcome: Outcome?
  /// A row without an address.
  var isBare = false
}

/// A link that leads to something which was not read, or off the plan's hosts.
struct LinkDraft: Sendable {
  var text: String
  var home: ExampleDraft.Home
  /// The address off the hosts; nil for one of the site's own.
  var target: WebURL?
  var outcome: Outcome?
}
