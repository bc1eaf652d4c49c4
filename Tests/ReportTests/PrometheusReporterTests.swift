import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// A strict reader of the text exposition format 0.0.4, as the textfile collector takes it.
///
/// HELP and TYPE come once for each name and before its samples, samples of a name stand together,
/// no series stands twice, no sample has a timestamp, and the text ends with a line feed.
private struct Exposition {
  struct Series: Hashable {
    var name: String
    var labels: [String: String]
  }

  struct Fault: Error {
    var line: String
    var reason: String
  }

  private(set) var values: [Series: Double] = [:]
  private(set) var helps: [String: String] = [:]
  private(set) var types: [String: String] = [:]
  private var current = ""

  init(_ bytes: [UInt8]) throws {
    guard bytes.last == 0x0A, let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: "", reason: "no UTF-8, or no line feed at the end")
    }
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    {
      try read(Array(line))
    }
  }

  private mutating func read(_ line: [Unicode.Scalar]) throws {
    func fail(_ reason: String) -> Fault { Fault(line: Self.text(line), reason: reason) }
    if line.first == "#" {
      let words = Self.text(line).split(separator: " ", maxSplits: 3).map { String($0) }
      guard words.count == 4, Self.isName(words[2]) else { throw fail("a malformed comment") }
      switch words[1] {
      case "HELP":
        guard helps.updateValue(words[3], forKey: words[2]) == nil else { throw fail("again") }
        current = words[2]
      case "TYPE":
        guard types.updateValue(words[3], forKey: words[2]) == nil, current == words[2],
          ["gauge", "counter"].contains(words[3])
        else { throw fail("TYPE again, apart from its HELP, or of no kind") }
      default: throw fail("neither HELP nor TYPE")
      }
      return
    }
    let series = try sample(line, fail)
    guard series.0.name == current, types[current] != nil else { throw fail("out of its group") }
    guard values.updateValue(series.1, forKey: series.0) == nil else { throw fail("twice") }
  }

  private func sample(
    _ line: [Unicode.Scalar], _ fail: (String) -> Fault
  ) throws -> (Series, Double) {
    guard let open = line.firstIndex(of: "{") else { throw fail("no labels") }
    var labels: [String: String] = [:]
    var place = open + 1
    while place < line.count, line[place] != "}" {
      guard let equals = line[place...].firstIndex(of: "="), equals + 1 < line.count,
        line[equals + 1] == "\""
      else { throw fail("a malformed label") }
      let name = Self.text(line[place..<equals])
      var value = String.UnicodeScalarView()
      place = equals + 2
      while place < line.count, line[place] != "\"" {
        if line[place] == "\\" {
          place += 1
          let signs: [Unicode.Scalar: Unicode.Scalar] = ["\\": "\\", "\"": "\"", "n": "\n"]
          guard place < line.count, let sign = signs[line[place]] else { throw fail("an escape") }
          value.append(sign)
        } else {
          value.append(line[place])
        }
        place += 1
      }
      guard Self.isName(name), labels.updateValue(String(value), forKey: name) == nil else {
        throw fail("a label twice or misnamed")
      }
      place += 1
      if place < line.count, line[place] == "," { place += 1 }
    }
    guard place + 1 < line.count, line[place + 1] == " ",
      let value = Double(Self.text(line[(place + 2)...]))
    else { throw fail("no value, or more than a value") }
    return (Series(name: Self.text(line[..<open]), labels: labels), value)
  }

  private static func text(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isName(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-zA-Z_][a-zA-Z0-9_]*/) != nil
  }
}

/// `metrics.prom`, read by a parser that shares no code with the writer.
struct `Prometheus report` {
  private func exposition(_ audit: AuditResult, _ language: Language = .chinese) throws
    -> Exposition
  {
    let files = try PrometheusReporter.render(audit, in: language)
    #expect(files.map(\.path) == ["metrics.prom"])
    return try Exposition(try #require(files.first).bytes)
  }

  @Test func `tells scores, verdicts, findings, open points and times`() throws {
    let audit = SampleAudit.small
    let metrics = try exposition(audit)
    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
      metrics.values[
        .init(name: "mingcha_" + name, labels: labels.merging(["plan": audit.plan]) { $1 })]
    }
    let finance = ["unit": "czj", "name": "区财政局", "kind": "department"]
    let town = ["unit": "ymz", "name": "云门镇", "kind": "town"]
    #expect(value("unit_score_percent", finance) == 62.5)
    #expect(value("unit_score_percent", town) == nil)
    #expect(value("unit_points_open", town) == 10)
    #expect(value("unit_points_earned", finance) == 12.5)
    #expect(value("unit_points_possible", finance) == 20)
    for (status, count) in [("pass", 2.0), ("fail", 1), ("notApplicable", 0), ("untested", 1)] {
      #expect(value("unit_findings", finance.merging(["status": status]) { $1 }) == count)
    }
    for (verdict, flag) in [("pass", 1.0), ("fail", 0), ("undetermined", 0)] {
      #expect(value("unit_verdict", finance.merging(["verdict": verdict]) { $1 }) == flag)
    }
    #expect(value("run_start_timestamp_seconds") == 1_640_912_400)
    #expect(value("run_end_timestamp_seconds") == 1_640_913_150)
    #expect(value("bar_percent") == 60)
    #expect(value("site_complete", ["site": "school"]) == 0)
    #expect(value("site_pages", ["site": "portal", "outcome": "notFound"]) == 20)
  }

  @Test func `has a help text and a type for each name, the same in both languages`() throws {
    let chinese = try exposition(SampleAudit.small, .chinese)
    let english = try exposition(SampleAudit.small, .english)
    #expect(Set(chinese.helps.keys) == Set(chinese.values.keys.map(\.name)))
    #expect(Set(chinese.types.values) == ["gauge"])
    #expect(chinese.helps == english.helps)
    #expect(chinese.helps.keys.allSatisfy { $0.hasPrefix("mingcha_") })
  }

  @Test func `holds foreign names as they are, and nothing twice`() throws {
    var audit = SampleAudit.small
    audit.plan = "a\"b\\n\\\nc}{,=#\r\t" + SampleAudit.hostile.joined()
    audit.units[1].name = SampleAudit.hostile.joined(separator: "\n") + "\\"
    audit.units.append(audit.units[0])
    audit.sites.append(audit.sites[0])
    let metrics = try exposition(audit)
    #expect(metrics.values.keys.allSatisfy { $0.labels["plan"] == audit.plan })
    #expect(metrics.values.keys.contains { $0.labels["name"] == audit.units[1].name })
  }

  @Test func `is read for many units`() throws {
    let metrics = try exposition(SampleAudit.patterned(units: 60, rules: 40))
    #expect(metrics.values.keys.count { $0.name == "mingcha_unit_findings" } == 60 * 8)
  }
}
