import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// What the overview and the pages of rules say.
struct `Overview` {
  private func page(
    _ audit: AuditResult, _ path: String = "index.html", _ language: Language = .chinese
  ) throws -> MarkupCheck {
    MarkupCheck(
      try #require(try HTMLReporter.render(audit, in: language).first { $0.path == path }).bytes)
  }

  private func sections(_ check: MarkupCheck) -> [String] {
    check.elements.filter { $0.name == "section" }.compactMap { $0.attributes["id"] }
  }

  @Test func `has a section for each question, in order`() throws {
    #expect(
      sections(try page(SampleAudit.full)) == [
        "summary", "ranking", "distribution", "dimensions", "faults", "map", "calendar",
        "undetermined", "sites", "basis",
      ])
    // Without headings in any pack there is no map of them.
    #expect(!sections(try page(SampleAudit.small)).contains("dimensions"))
  }

  @Test(arguments: Language.allCases)
  func `gives every drawing its figures in words`(language: Language) throws {
    let check = try page(SampleAudit.headed(units: 12, rules: 30), "index.html", language)
    let labels = check.elements.filter { $0.name == "svg" }
      .compactMap { $0.attributes["aria-label"] }
    #expect(labels.contains { $0.contains("%") && $0.contains("80–90") || $0.contains("70–80") })
    // A line a unit, but for the one that was blocked, and one a column that is no unit's own.
    #expect(labels.count { $0.contains(language == .chinese ? "周中有" : "weeks") } == 11 + 6)
  }

  @Test func `stays whole with one unit, with nothing decided and with nothing at all`() throws {
    var one = SampleAudit.small
    one.units = [SampleAudit.finance]
    var open = SampleAudit.small
    open.units = [SampleAudit.town]
    var empty = SampleAudit.small
    empty.units = []
    empty.sites = []
    empty.packs = []
    for audit in [one, open, empty] {
      for language in Language.allCases {
        for file in try HTMLReporter.render(audit, in: language) {
          let check = MarkupCheck(file.bytes)
          #expect(check.faults.isEmpty, "\(file.path): \(check.faults)")
        }
      }
    }
    #expect(try page(open).text.contains("没有单位可以计分"))
    #expect(try page(empty).text.contains("这次审核没有单位"))
  }

  @Test func `says of each rule what it asks, how it is checked and who meets it`() throws {
    let check = try page(SampleAudit.full, "rules/A.2.html")
    for text in [
      "每月公开统计月报", "每个到期的周期都有内容", "各单位分别判定", "区直各部门", "按次日计", "3 个应判单位中，0 个达标",
    ] {
      #expect(check.text.contains(text), "\(text)")
    }
    let rows = check.elements.filter { $0.name == "tr" }.compactMap { $0.attributes["data-k"] }
    #expect(rows == ["fail", "fail", "undetermined"])
    let links = check.elements.compactMap { $0.attributes["href"] }
    #expect(links.contains { $0.hasPrefix("../units/czj.html#r") })
    // An audit of an older version does not say what the clauses ask; the page says what it can.
    let bare = try page(SampleAudit.small, "rules/A.2.html")
    #expect(bare.faults.isEmpty)
    #expect(bare.text.contains("统计月报"))
  }

  @Test func `lets a unit's findings be chosen by status, severity and dimension`() throws {
    let check = try page(SampleAudit.headed(units: 3, rules: 40), "units/u1.html")
    let form = try #require(check.elements.first { $0.name == "form" })
    #expect(form.attributes["data-for"] == "findings")
    #expect(form.attributes["hidden"] != nil, "without the script nothing is there to be used")
    let names = check.elements.filter { $0.name == "select" }.compactMap { $0.attributes["name"] }
    #expect(names == ["k", "s", "d"])
    let items = check.elements.filter { $0.attributes["data-k"] != nil }
    #expect(items.count == 40)
    for item in items {
      #expect(item.attributes["hidden"] == nil)
      #expect(["veto", "must", "should"].contains(item.attributes["data-s"] ?? ""))
      #expect((0..<8).contains(Int(item.attributes["data-d"] ?? "") ?? -1))
    }
  }

  @Test func `names for every reason what can be done about it`() throws {
    let check = try page(SampleAudit.small)
    #expect(check.text.contains("请为审核地址放行"))
    #expect(check.text.contains("换一个时段重新审核"))
    for word in ReasonWord.allCases {
      #expect(!word.advice.zh.isEmpty && !word.advice.en.isEmpty)
    }
  }
}
