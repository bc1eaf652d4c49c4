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
        (try? HTMLReporter.render(SampleAudit.headed(units: 12, rules: 60), in: language)) ?? []
    }
    return pages
  }()

  private func checks(_ language: Language) -> [(path: String, check: MarkupCheck)] {
    (Self.pages[language] ?? []).map { ($0.path, MarkupCheck($0.bytes)) }
  }

  @Test(arguments: Language.allCases)
  func `is an overview, a page for each unit and each rule, all well-formed`(
    language: Language
  ) {
    let checks = checks(language)
    let paths = checks.map(\.path)
    #expect(Array(paths.prefix(13)) == ["index.html"] + (0..<12).map { "units/u\($0).html" })
    #expect(paths.dropFirst(13).first == "rules/index.html")
    #expect(paths.dropFirst(14).count == 60)
    #expect(paths.dropFirst(14).allSatisfy { $0.hasPrefix("rules/") && $0.hasSuffix(".html") })
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
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
        let folder = path.contains("/") ? path.prefix { $0 != "/" } + "/" : ""
        var target = parts[0].isEmpty ? path : folder + parts[0]
        target = target.replacing("units/../", with: "").replacing("rules/../", with: "")
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
      #expect(check.elements.count { $0.name == "caption" } == tables, "\(path)")
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

  /// WCAG 2.2, 1.4.3: text of usual size needs a contrast of 4.5 to 1, in every setting of the reader.
  @Test func `keeps text apart from what it stands on, in light, dark and print`() throws {
    let page = String(decoding: try #require(Self.pages[.chinese]?.first).bytes, as: UTF8.self)
    let blocks = page.matches(of: /:root\{([^}]*)\}/).map { String($0.1) }
    #expect(blocks.count == 3)
    var light: [String: String] = [:]
    for block in blocks {
      var colors = light
      for match in block.matches(of: /--([a-z0-9-]+):(#[0-9a-f]+)/) {
        colors[String(match.1)] = String(match.2)
      }
      if light.isEmpty { light = colors }
      var pairs = [
        ("ink", "bg"), ("ink", "surface"), ("ink", "soft"), ("muted", "bg"), ("muted", "surface"),
        ("muted", "soft"), ("accent", "surface"), ("accent", "bg"), ("seal", "surface"),
        ("fail-ink", "fail-cell"), ("ink", "partial-bg"),
      ]
      for word in ["pass", "fail", "partial", "open", "manual", "na", "waived"] {
        pairs += [(word, word + "-bg"), (word, "surface"), (word, "soft")]
      }
      pairs += (0...4).map { ("ink", "q\($0)") }
      for (text, ground) in pairs {
        let contrast = Self.contrast(try #require(colors[text]), try #require(colors[ground]))
        #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
      }
    }
  }

  private static func contrast(_ one: String, _ other: String) -> Double {
    let values = [luminance(one), luminance(other)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    var digits = color.dropFirst().compactMap { $0.hexDigitValue }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let value = Double(digits[place] * 16 + digits[place + 1]) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
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
      .filter { !$0.hasPrefix("rules/") }
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
