import Dates
import Findings
import Foundation
import FoundationXML
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// Collects what an independent XML parser sees.
private final class Elements: NSObject, XMLParserDelegate {
  var seen: [(name: String, attributes: [String: String])] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    seen.append((name, attributes))
  }
}

/// `junit.xml`, read by Foundation's XML parser.
struct `JUnit report` {
  @Test(arguments: Language.allCases)
  func `is well-formed and counts right`(language: Language) throws {
    let audit = SampleAudit.patterned(units: 12, rules: 60)
    let file = try #require(try JUnitReporter.render(audit, in: language).first)
    let elements = Elements()
    let parser = XMLParser(data: Data(file.bytes))
    parser.delegate = elements
    #expect(parser.parse())
    #expect(elements.seen.count { $0.name == "testsuite" } == 12)
    #expect(elements.seen.count { $0.name == "testcase" } == 720)
    let statuses = audit.units.flatMap { $0.findings.map(\.finding.status) }
    let failures = statuses.count { $0 == .fail || $0 == .partial }
    let skipped = statuses.count { ![.pass, .fail, .partial].contains($0) }
    #expect(elements.seen.count { $0.name == "failure" } == failures)
    #expect(elements.seen.count { $0.name == "skipped" } == skipped)
    let root = try #require(elements.seen.first { $0.name == "testsuites" })
    #expect(root.attributes["failures"] == String(failures))
    #expect(root.attributes["skipped"] == String(skipped))
  }

  /// XML 1.0 §2.2: what it does not allow becomes U+FFFD, all else comes back as it was.
  @Test(arguments: [
    ("甲，乙。“丙”…", "甲，乙。“丙”…"), ("a<b>&\"c\"\t\r\n", "a<b>&\"c\"\t\r\n"),
    ("x\u{FFFE}y\u{FFFF}z\u{FFFD}", "x\u{FFFD}y\u{FFFD}z\u{FFFD}"),
    ("\u{0}\u{B}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("\u{FFBE}\u{FEBF}𠮷", "\u{FFBE}\u{FEBF}𠮷"),
  ])
  func `gives text back as it was but for what XML forbids`(text: String, seen: String) throws {
    var audit = SampleAudit.small
    audit.units[0].name = text
    let file = try #require(try JUnitReporter.render(audit, in: .chinese).first)
    let elements = Elements()
    let parser = XMLParser(data: Data(file.bytes))
    parser.delegate = elements
    #expect(parser.parse())
    let suite = try #require(elements.seen.first { $0.name == "testsuite" })
    #expect(suite.attributes["name"].map { Array($0.unicodeScalars) } == Array(seen.unicodeScalars))
  }
}
