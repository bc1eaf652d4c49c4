import Dates
import Findings
import Foundation
import FoundationXML
import MadeAudits
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// One cell as an independent reader sees it.
private struct Cell {
  var formula = ""
  var value = ""
  var type = ""
}

/// Reads a sheet's cells and a shared string table.
private final class SheetParser: NSObject, XMLParserDelegate {
  var cells: [String: Cell] = [:]
  var strings: [String] = []
  var sheetNames: [String] = []
  var elements: Set<String> = []
  private var place = ""
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    text = ""
    if name == "sheet" { sheetNames.append(attributes["name"] ?? "") }
    if name == "c" {
      place = attributes["r"] ?? ""
      cells[place] = Cell(type: attributes["t"] ?? "")
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "f": cells[place]?.formula = text
    case "v": cells[place]?.value = text
    case "t": strings.append(text)
    default: break
    }
  }
}

/// `report.xlsx`, opened again.
struct `XLSX report` {
  private func open(_ language: Language, units: Int = 12, rules: Int = 25) throws -> ZipReader {
    let audit = SampleAudit.patterned(units: units, rules: rules)
    let file = try #require(try XLSXReporter.render(audit, in: language).first)
    return try #require(ZipReader(file.bytes))
  }

  private func parse(_ zip: ZipReader, _ name: String) throws -> SheetParser {
    let parsed = SheetParser()
    let parser = XMLParser(data: Data(try #require(zip.entries[name])))
    parser.delegate = parsed
    #expect(parser.parse(), "\(name) is not well-formed")
    return parsed
  }

  @Test(arguments: Language.allCases)
  func `holds its five sheets, each well-formed with a head that stays`(language: Language) throws {
    let zip = try open(language)
    let book = try parse(zip, "xl/workbook.xml")
    let names =
      language == .chinese
      ? ["总分排名", "评分明细", "问题清单", "未能判定", "说明"]
      : ["Ranking", "Scores", "Problems", "Undetermined", "Notes"]
    #expect(book.sheetNames == names)
    for number in 1...5 {
      let sheet = try parse(zip, "xl/worksheets/sheet\(number).xml")
      if number < 5 { #expect(sheet.elements.isSuperset(of: ["pane", "autoFilter"])) }
    }
    #expect(try parse(zip, "xl/worksheets/sheet3.xml").elements.contains("dataValidation"))
    #expect(try parse(zip, "xl/worksheets/sheet2.xml").elements.contains("conditionalFormatting"))
  }

  /// The number of a cell's column: 28 for `AB7`.
  private static func column(_ cell: some StringProtocol) -> Int {
    cell.unicodeScalars.prefix { $0.properties.isAlphabetic }
      .reduce(0) { $0 * 26 + Int($1.value) - 0x40 }
  }

  @Test func `adds up: every sum's cached value is that of its cells`() throws {
    let audit = SampleAudit.patterned(units: 12, rules: 25)
    let zip = try open(.chinese)
    let sheet = try parse(zip, "xl/worksheets/sheet2.xml")
    for (index, unit) in audit.units.enumerated() {
      let row = index + 5
      let cells = sheet.cells.filter { $0.key.drop { $0.isLetter } == String(row) }
      let numbers = cells.filter { $0.value.formula.isEmpty && $0.value.type.isEmpty }
      // The last number is what is open, which counts on neither side.
      let sum = numbers.reduce(0) { $0 + (Double($1.value.value) ?? 0) } - unit.score.open
      // One sum for each dimension of the first level; together they hold every cell once.
      let sums = cells.filter { $0.value.formula.hasPrefix("ROUND(SUM(") }
      #expect(!sums.isEmpty)
      for cell in sums.values {
        let range = cell.formula.dropFirst("ROUND(SUM(".count).prefix { $0 != ")" }
        let ends = range.split(separator: ":").map(Self.column)
        let own = numbers.filter { (ends[0]...ends[1]).contains(Self.column($0.key)) }
        #expect(Double(cell.value) == own.values.reduce(0) { $0 + (Double($1.value) ?? 0) })
      }
      #expect(sums.values.reduce(0) { $0 + (Double($1.value) ?? 0) } == sum)
      #expect(sum == unit.score.earned)
      #expect(cells.contains { $0.value.formula.contains("SUMPRODUCT(") })
    }
  }

  @Test func `cuts a text that no cell can hold, and says so`() throws {
    var audit = SampleAudit.small
    audit.units[1].findings[1].finding.message = SampleAudit.both(
      String(repeating: "长", count: 40_000))
    let file = try #require(try XLSXReporter.render(audit, in: .chinese).first)
    let zip = try #require(ZipReader(file.bytes))
    let strings = try parse(zip, "xl/sharedStrings.xml").strings
    let cut = try #require(strings.first { $0.hasSuffix("（过长，已截断）") })
    #expect(cut.utf16.count == 32_767)
  }

  @Test func `shows the plan's deadline, else an empty cell to fill in`() throws {
    var audit = SampleAudit.small
    audit.repairBy = SampleAudit.day("2022-01-31")
    for (audit, isFilled) in [(audit, true), (SampleAudit.small, false)] {
      let file = try #require(try XLSXReporter.render(audit, in: .chinese).first)
      let zip = try #require(ZipReader(file.bytes))
      let sheet = try parse(zip, "xl/worksheets/sheet3.xml")
      // 31 January 2022 in days from 30 December 1899.
      #expect((sheet.cells["O2"]?.value == "44592") == isFilled)
    }
  }

  @Test func `writes a figure where cells do not give the audit's own`() throws {
    var audit = SampleAudit.small
    audit.units[0].score.earned = 17
    let file = try #require(try XLSXReporter.render(audit, in: .chinese).first)
    let zip = try #require(ZipReader(file.bytes))
    let row = try parse(zip, "xl/worksheets/sheet2.xml").cells
      .filter { $0.key.drop { $0.isLetter } == "5" }
    #expect(row.values.contains { $0.value == "17" && $0.formula.isEmpty })
  }

  @Test func `holds 200 units and 200 rules within its limits`() throws {
    let audit = try LargeAudit.make(units: 200, rules: 200)
    let file = try #require(try XLSXReporter.render(audit, in: .english).first)
    let zip = try #require(ZipReader(file.bytes))
    let detail = try parse(zip, "xl/worksheets/sheet2.xml")
    #expect(detail.cells["A204"]?.type == "s")
    let problems = String(
      decoding: try #require(zip.entries["xl/worksheets/sheet3.xml"]), as: UTF8.self)
    #expect(problems.components(separatedBy: "<hyperlink ").count <= 65_531)
  }

  @Test func `shows foreign text as text, never as a formula`() throws {
    let zip = try open(.chinese, rules: 60)
    let strings = try parse(zip, "xl/sharedStrings.xml").strings
    #expect(strings.contains(SampleAudit.hostile[2]))
    for number in 1...5 {
      let sheet = try parse(zip, "xl/worksheets/sheet\(number).xml")
      for cell in sheet.cells.values { #expect(!cell.formula.contains("HYPERLINK")) }
    }
  }

  @Test func `carries the audit's date, not today's`() throws {
    let zip = try open(.chinese)
    let core = String(decoding: try #require(zip.entries["docProps/core.xml"]), as: UTF8.self)
    #expect(core.contains("2021-12-31T01:12:30Z"))
  }
}
