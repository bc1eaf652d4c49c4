import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// What the terminal shows at the end of a run.
struct `Terminal summary` {
  @Test(arguments: Language.allCases)
  func `carries no control signs of foreign text`(language: Language) {
    var audit = SampleAudit.patterned(units: 12, rules: 30)
    audit.plan = SampleAudit.hostile[4]
    audit.units[0].name = SampleAudit.hostile[4]
    let text = TerminalSummary(language: language).text(audit, reportAt: "a\u{1B}b")
    for scalar in text.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value))
    }
  }

  @Test func `sets Chinese and Latin names in the same columns`() {
    var audit = SampleAudit.small
    audit.units[0].name = "Finance"
    let lines = TerminalSummary(language: .chinese).text(audit, reportAt: nil).split(
      separator: "\n")
    let words = ["结论", "合格", "不合格（一票否决）", "暂不能定"]
    let rows = lines.filter { line in words.contains { line.hasSuffix("  " + $0) } }
    let columns = rows.map { row in
      row[..<(row.lastIndex(of: " ") ?? row.endIndex)].unicodeScalars
        .reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    }
    #expect(rows.count == 4, "a head and three units")
    #expect(Set(columns).count == 1, "\(rows)")
  }

  @Test func `paints only when asked`() {
    let plain = TerminalSummary(language: .chinese, style: .plain)
      .text(SampleAudit.small, reportAt: "x")
    let colored = TerminalSummary(language: .chinese, style: .colored)
      .text(SampleAudit.small, reportAt: "x")
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[31m"))
    #expect(colored.replacing(/\u{1B}\[\d+m/, with: "") == plain)
  }

  @Test(arguments: [
    (Language.chinese, "报告：out/index.html\n"), (.english, "Report: out/index.html\n"),
  ])
  func `ends with where the report is`(language: Language, end: String) {
    let text = TerminalSummary(language: language).text(
      SampleAudit.small, reportAt: "out/index.html")
    #expect(text.hasSuffix("\n" + end))
  }

  @Test(arguments: [
    (Language.chinese, "与基线相比：失分项 4 处中，3 处原已存在，1 处是新增。\n"),
    (.english, "Against the baseline: 3 of 4 faults are old, 1 new.\n"),
  ])
  func `tells which faults a baseline has`(language: Language, line: String) throws {
    var audit = SampleAudit.small
    audit.units[0].findings[0] = SampleAudit.finding("A.1", .fail, "czj", points: (0, 5))
    let baseline = Baseline(SampleAudit.small)
    let text = TerminalSummary(language: language).text(
      audit, reportAt: nil, baseline: baseline)
    #expect(text.contains(line))
    #expect(!TerminalSummary(language: language).text(audit, reportAt: nil).contains(line))
  }
}
