import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// `report.md`.
struct `Markdown report` {
  private func text(_ language: Language) throws -> String {
    let audit = SampleAudit.patterned(units: 12, rules: 60)
    let file = try #require(try MarkdownReporter.render(audit, in: language).first)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func `has as many cells in each row as its table's head`(language: Language) throws {
    var width: Int?
    for line in try text(language).split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(width == nil || width == bars, "\(line)")
      width = bars
    }
  }

  @Test(arguments: Language.allCases)
  func `lets no foreign text become markup`(language: Language) throws {
    let text = try text(language)
    #expect(!text.contains("<script"))
    #expect(!text.contains("<img"))
    #expect(!text.replacing("\\]", with: "").contains("](javascript"))
    #expect(text.contains("&lt;script&gt;"))
  }

  @Test(arguments: [
    ("a_b*c`d", "a\\_b\\*c\\`d"), ("x\u{2028}y\u{2029}z", "x y z"), ("甲\n乙\u{7F}", "甲 乙 "),
    ("“丙”…‧‰", "“丙”…‧‰"), ("<b>&", "&lt;b&gt;&amp;"),
  ])
  func `escapes what means something and nothing else`(text: String, seen: String) throws {
    var audit = SampleAudit.small
    audit.plan = text
    let file = try #require(try MarkdownReporter.render(audit, in: .chinese).first)
    #expect(String(decoding: file.bytes, as: UTF8.self).hasPrefix("# \(seen)\n"))
  }
}
