import Codings
import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// The pages: well-formed, closed to the network, and safe against hostile text.
struct `HTML report` {
  private static let pages: [Language: [ReportFile]] = {
    var pages: [Language: [ReportFile]] = [:]
    for language in Language.allCases {
      pages[language] =
        (try? HTMLReporter.render(SampleAudit.patterned(units: 12, rules: 60), in: language)) ?? []
    }
    return pages
  }()

  private func checks(_ language: Language) -> [(path: String, check: MarkupCheck)] {
    (Self.pages[language] ?? []).map { ($0.path, MarkupCheck($0.bytes)) }
  }

  @Test(arguments: Language.allCases)
  func `is an overview and a page for each unit, all well-formed`(language: Language) {
    let checks = checks(language)
    #expect(checks.map(\.path) == ["index.html"] + (0..<12).map { "units/u\($0).html" })
    for (path, check) in checks { #expect(check.faults.isEmpty, "\(path): \(check.faults)") }
  }

  @Test(arguments: Language.allCases)
  func `asks for nothing from the network`(language: Language) {
    let loading: Set<String> = ["img", "link", "iframe", "object", "embed", "audio", "video"]
    for (path, check) in checks(language) {
      for element in check.elements {
        #expect(!loading.contains(element.name), "\(path)")
        #expect(element.attributes["src"] == nil && element.attributes["style"] == nil, "\(path)")
        #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(path)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `links only to its own pages and to http addresses`(language: Language) {
    let files = Set((Self.pages[language] ?? []).map(\.path))
    let checks = checks(language)
    var anchors: [String: Set<String>] = [:]
    for (path, check) in checks {
      let ids = check.elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(path) has an id twice")
      anchors[path] = Set(ids)
    }
    for (path, check) in checks {
      for href in check.elements.compactMap({ $0.attributes["href"] }) {
        if href.hasPrefix("http://") || href.hasPrefix("https://") { continue }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let folder = path.hasPrefix("units/") ? "units/" : ""
        var target = parts[0].isEmpty ? path : folder + parts[0]
        target = target.replacing("units/../", with: "")
        #expect(files.contains(target), "\(path) links to \(href)")
        if parts.count > 1 {
          #expect(anchors[target]?.contains(String(parts[1])) == true, "\(path): \(href)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `has headings in order, heads in tables and a way past the head`(language: Language) {
    for (path, check) in checks(language) {
      let levels = check.elements.compactMap { element in
        element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
      }
      #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(path)")
      for (before, after) in zip(levels, levels.dropFirst()) {
        #expect(after <= before + 1, "\(path): h\(after) after h\(before)")
      }
      let tables = check.elements.count { $0.name == "table" }
      #expect(check.elements.count { $0.name == "thead" } == tables, "\(path)")
      for head in check.elements where head.name == "th" {
        #expect(head.attributes["scope"] != nil, "\(path)")
      }
      #expect(check.elements.first { $0.name == "a" }?.attributes["href"] == "#main", "\(path)")
      let root = check.elements.first { $0.name == "html" }
      #expect(root?.attributes["lang"] == language.rawValue)
      for graphic in check.elements where graphic.name == "svg" {
        #expect(
          graphic.attributes["aria-hidden"] == "true" || graphic.attributes["aria-label"] != nil)
      }
    }
  }

  @Test func `admits its script by the digest of what it carries`() throws {
    let page = try #require(checks(.chinese).first)
    let policy = try #require(
      page.check.elements.first { $0.attributes["http-equiv"] != nil }?.attributes["content"]
    ).replacing("&#39;", with: "'")
    let digest = Data(SHA256.digest(Array(page.check.script.utf8))).base64EncodedString()
    #expect(policy.contains("'sha256-\(digest)'"), "PageScript.digest must be \(digest)")
    #expect(policy.contains("default-src 'none'"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "//evil.example/", "file:///etc/passwd", "",
    " http://x/", "JAVASCRIPT:x", "http:x",
  ])
  func `makes no link of an address that is not http`(url: String) throws {
    var audit = SampleAudit.small
    audit.units[0].findings[1].finding.evidence[0].url = url
    let page = try #require(
      try HTMLReporter.render(audit, in: .chinese).first { $0.path == "units/czj.html" })
    let check = MarkupCheck(page.bytes)
    #expect(check.faults.isEmpty)
    let hrefs = check.elements.compactMap { $0.attributes["href"] }
    #expect(
      hrefs.allSatisfy {
        $0.hasPrefix("http://www.example.gov.cn/") || $0.hasPrefix("#") || $0.hasSuffix(".html")
      })
  }

  @Test func `keeps every unit's page in its folder, whatever the id`() throws {
    var audit = SampleAudit.small
    let ids = ["../../etc/x", "", "..", "区财政局", "A", "a", "~2e", "a/b", "a\u{0}b", "con."]
    audit.units = ids.map { id in
      var unit = SampleAudit.finance
      unit.id = UnitID(id)
      return unit
    }
    let paths = try HTMLReporter.render(audit, in: .english).dropFirst().map(\.path)
    #expect(Set(paths.map { $0.lowercased() }).count == ids.count)
    for path in paths {
      #expect(path.hasPrefix("units/") && path.dropFirst(6).allSatisfy { $0 != "/" && $0 != "\0" })
      #expect(!path.dropFirst(6).hasPrefix("."))
    }
  }

  @Test func `shows a sum that adds up`() throws {
    let unit = SampleAudit.finance
    let scored = unit.findings.filter { [.pass, .fail, .partial].contains($0.finding.status) }
    #expect(scored.reduce(0) { $0 + $1.points.earned } == unit.score.earned)
    let page = try #require(
      try HTMLReporter.render(SampleAudit.small, in: .chinese)
        .first { $0.path == "units/czj.html" })
    #expect(MarkupCheck(page.bytes).text.contains("实得 12.5 分 ÷ 应得 20 分 = 62.5%"))
  }
}
