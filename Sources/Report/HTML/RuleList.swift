import Findings
import Rules
import Score
import Texts
import Web

/// `rules/index.html`: every rule with how many units meet it.
struct RuleList {
  let frame: PageFrame

  private var language: Language { frame.language }
  private var digest: AuditDigest { frame.digest }

  func render() -> [UInt8] {
    frame.page(title: "\(RuleWord.list.text(language)) · \(frame.audit.plan)") { html in
      html.tag("nav", ["class": "crumbs", "aria-label": HeadWord.place.text(language)]) {
        $0.tag("a", ["href": "../index.html"], "← " + UnitWord.back.text(language))
      }
      html.tag("p", ["class": "eyebrow"], frame.audit.plan)
      html.tag("h1", RuleWord.list.text(language))
      html.tag("p", ["class": "meta"], RuleWord.listNote.text(language))
    } main: { html in
      frame.packNotices(&html)
      FilterForm(
        target: "rules", label: RuleWord.search.text(language),
        choices: [
          .init(
            name: "k", label: HeadWord.filter.text(language),
            options: [Status.fail, .undetermined, .manual, .pass].map {
              ($0.rawValue, StatusWord($0).text(language))
            }),
          .init(
            name: "s", label: TableWord.severity.text(language), options: severities),
        ], language: language
      ).write(&html)
      html.tag("div", ["id": "rules"]) { html in
        for pack in packs { section(pack, &html) }
      }
    }
  }

  /// The packs of the rules, in the rules' order.
  private var packs: [String] {
    var packs: [String] = []
    for rule in digest.rules where packs.last != rule.id.pack { packs.append(rule.id.pack) }
    return packs
  }

  private var severities: [(value: String, text: String)] {
    SeverityWord.allCases.filter { word in
      digest.rules.contains { SeverityWord($0.severity) == word }
    }.map { ($0.rawValue, $0.text(language)) }
  }

  private func section(_ pack: String, _ html: inout HTMLWriter) {
    let title = frame.audit.packs.first { $0.id == pack }?.title.text(language) ?? pack
    html.tag("section", ["data-group": ""]) { html in
      html.tag("h2", title)
      html.tag("table", ["class": "rules"]) { html in
        frame.shell.caption(title, &html)
        frame.tableHead(
          [
            (.clause, .text), (.requirement, .text), (.met, .number), (.notMet, .number),
            (.undecided, .optionalNumber), (.bar, .optional), (.severity, .optional),
          ], &html)
        html.tag("tbody") { html in
          for place in digest.rules.indices where digest.rules[place].id.pack == pack {
            row(place, &html)
          }
        }
      }
    }
    html.raw("\n")
  }

  private func row(_ place: Int, _ html: inout HTMLWriter) {
    let rule = digest.rules[place]
    let counts = digest.ruleStatuses[place]
    let faults = (counts[.fail] ?? 0) + (counts[.partial] ?? 0)
    html.tag(
      "tr", ["data-k": Self.worst(counts).rawValue, "data-s": rule.severity.rawValue]
    ) { html in
      html.tag("td") { frame.clause(rule.id, from: "", &$0) }
      html.tag("th", ["scope": "row"]) {
        $0.tag(
          "a", ["href": "\(frame.rulePaths.names[place]).html"], rule.title.text(language))
      }
      frame.cell(Figures.count(counts[.pass] ?? 0), .number, &html)
      frame.cell(Figures.count(faults), .number, &html)
      frame.cell(Figures.count(counts[.undetermined] ?? 0), .optionalNumber, &html)
      html.tag("td", ["class": "opt"]) { html in
        ShareBar(counts: counts).write(&html)
      }
      frame.cell(SeverityWord(rule.severity).text(language), .optional, &html)
    }
    html.raw("\n")
  }

  /// The status under which the filter shows a rule: what is missing comes before what is met.
  private static func worst(_ counts: [Status: Int]) -> Status {
    if (counts[.fail] ?? 0) + (counts[.partial] ?? 0) > 0 { return .fail }
    for status in [Status.undetermined, .manual, .pass] where (counts[status] ?? 0) > 0 {
      return status
    }
    return .notApplicable
  }
}

/// The share of each status among the units that a rule binds, as a thin strip without words.
struct ShareBar {
  let counts: [Status: Int]
  private static let shown: [Status] = [.pass, .partial, .fail, .undetermined, .manual, .waived]

  func write(_ html: inout HTMLWriter) {
    let all = Self.shown.reduce(0) { $0 + (counts[$1] ?? 0) }
    if all == 0 { return }
    html.tag(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 \(all) 1", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      var start = 0
      for status in Self.shown {
        let count = counts[status] ?? 0
        if count == 0 { continue }
        html.tag(
          "rect",
          [
            "class": "s-\(status.rawValue)", "x": String(start), "width": String(count),
            "height": "1",
          ], "")
        start += count
      }
    }
  }
}
