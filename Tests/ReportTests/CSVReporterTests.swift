import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// `findings.csv`, taken apart by a reader of our own.
struct `CSV report` {
  /// RFC 4180 read strictly: quoted fields, CRLF.
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    try #require(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 3
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22: isQuoted = true
      case 0x2C, 0x0D:
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0D {
          try #require(bytes[index] == 0x0A)
          index += 1
          rows.append(row)
          row = []
        }
      default: field.append(byte)
      }
    }
    #expect(row.isEmpty && field.isEmpty)
    return rows
  }

  @Test(arguments: Language.allCases)
  func `has a row for each finding and as many cells in each`(language: Language) throws {
    let audit = SampleAudit.patterned(units: 12, rules: 40)
    let file = try #require(try CSVReporter.render(audit, in: language).first)
    let rows = try rows(file.bytes)
    #expect(rows.count == 1 + 12 * 40)
    #expect(Set(rows.map(\.count)) == [23])
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1", "－1"])
  func `disarms what a spreadsheet takes for a formula`(text: String) throws {
    var audit = SampleAudit.small
    audit.units[0].name = text
    let file = try #require(try CSVReporter.render(audit, in: .chinese).first)
    let rows = try rows(file.bytes)
    #expect(rows[1][1] == "'" + text)
  }

  @Test func `keeps quotes, commas and line ends inside a cell`() throws {
    var audit = SampleAudit.small
    audit.units[0].name = "甲,\"乙\"\r\n丙"
    let file = try #require(try CSVReporter.render(audit, in: .chinese).first)
    #expect(try rows(file.bytes)[1][1] == "甲,\"乙\"\r\n丙")
  }
}
