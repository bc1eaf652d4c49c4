import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// What the overview and the pages of units and rules have in common.
struct PageFrame {
  let audit: AuditResult
  let digest: AuditDigest
  let reasons: ReasonText
  /// The file names of the units' pages, in the order of the units.
  let paths: PageNames
  /// The file names of the rules' pages, in the order of `digest.rules`.
  let rulePaths: PageNames
  /// The places of the rules in `digest.rules`.
  let places: [RuleID: Int]
  /// The archived pages that lie beside the report; nil when it was rendered without an archive.
  let exhibits: Exhibits?
  let language: Language

  init(_ audit: AuditResult, _ exhibits: Exhibits?, _ language: Language) {
    self.audit = audit
    self.exhibits = exhibits
    self.language = language
    digest = AuditDigest(audit)
    reasons = ReasonText(audit)
    paths = PageNames(audit.units.map(\.id.text), otherwise: "unit")
    let packs = Set(digest.rules.map(\.id.pack))
    rulePaths = PageNames(
      digest.rules.map { rule in
        let own = rule.id.clause + (rule.id.name.map { "-\($0)" } ?? "")
        return packs.count > 1 ? "\(rule.id.pack)-\(own)" : own
      }, otherwise: "rule")
    var places: [RuleID: Int] = [:]
    for (place, rule) in digest.rules.enumerated() { places[rule.id] = place }
    self.places = places
  }

  var shell: PageShell { PageShell(language: language) }

  /// A whole page: head, body, foot.
  func page(
    title: String, masthead: (inout HTMLWriter) -> Void, main: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    shell.page(title: title, masthead: masthead, main: main) { foot(&$0) }
  }

  func foot(_ html: inout HTMLWriter) {
    html.tag(
      "p",
      Phrases.produced(
        tool: audit.tool, run: audit.id, from: Figures.moment(audit.startedAt),
        to: Figures.moment(audit.finishedAt)
      ).text(language))
  }

  /// Where the reader is, with the way back to the overview and to the list of rules.
  func crumbs(_ html: inout HTMLWriter) {
    html.tag("nav", ["class": "crumbs", "aria-label": HeadWord.place.text(language)]) { html in
      html.tag("a", ["href": "../index.html"], "← " + UnitWord.back.text(language))
      html.tag("a", ["href": "../rules/index.html"], RuleWord.list.text(language))
    }
  }

  /// Pack notices come before any figure.
  func packNotices(_ html: inout HTMLWriter) {
    for pack in audit.packs {
      guard let notice = pack.notice else { continue }
      html.tag("p", ["class": "notice", "role": "note"]) {
        $0.tag("strong", pack.title.text(language) + Phrases.colon.text(language))
        $0.text(notice.text(language))
      }
    }
  }

  func section(
    _ id: String, _ title: String, _ html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    shell.section(id, title, &html, body)
  }

  func tableHead(_ words: [(TableWord, CellStyle)], _ html: inout HTMLWriter) {
    shell.tableHead(words, &html)
  }

  func cell(_ text: String, _ style: CellStyle, _ html: inout HTMLWriter) {
    shell.cell(text, style, &html)
  }

  func badge(_ verdict: Verdict, _ html: inout HTMLWriter) { shell.badge(verdict, &html) }

  func badge(_ status: Status, _ html: inout HTMLWriter) { shell.badge(status, &html) }

  /// A rule's clause, with its name where a clause has several rules, as a link to its page.
  ///
  /// `folder` is the way from the page to the folder of the rules' pages.
  func clause(_ rule: RuleID, from folder: String, _ html: inout HTMLWriter) {
    let text = Self.clause(rule)
    guard let place = places[rule] else {
      html.tag("span", ["class": "clause"], text)
      return
    }
    html.tag(
      "a", ["class": "clause", "href": "\(folder)\(rulePaths.names[place]).html"], text)
  }

  /// `A.4`, `A.4#list`.
  static func clause(_ rule: RuleID) -> String {
    rule.clause + (rule.name.map { "#\($0)" } ?? "")
  }

  /// A bar from 0 to 100 with a mark at the bar that a unit needs to pass.
  func bar(_ score: Scorecard, _ html: inout HTMLWriter) {
    let width = min(max(score.percent ?? 0, 0), 100)
    let mark = min(max(audit.bar, 0), 100)
    html.tag(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      html.tag(
        "rect",
        [
          "class": "v \(score.verdict.rawValue)", "width": Figures.decimal(width), "height": "10",
        ], "")
      html.tag("path", ["class": "b", "d": "M\(Figures.decimal(mark)) 0v10"], "")
    }
  }
}
