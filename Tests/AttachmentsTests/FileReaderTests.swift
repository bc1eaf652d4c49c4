import Attachments
import Foundation
import Page
import Testing

/// Documents as files: read by the built program in its reading process.
struct FileReaderTests {
  /// The built `mingcha` beside the test binary.
  static let worker = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("mingcha").path

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/attachments")

  /// Generous: many tests run at once on slow machines.
  static func reader(tools: [String] = FileReader.usualTools) -> FileReader {
    var limits = WorkerLimits()
    limits.seconds = 400
    limits.processorSeconds = 120
    return FileReader(worker: worker, limits: limits, tools: tools)
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: fixtures.appendingPathComponent(name)))
  }

  static func read(_ name: String) throws -> AttachmentFacts {
    reader().read(try bytes(name), name: name)
  }

  static let title = "山亭区财政局2020年政府信息公开工作年度报告"

  @Test(arguments: [
    "report.pdf", "no-xref.pdf", "restricted.pdf", "report.doc", "report.docx", "report.rtf",
  ])
  func `reads title, text and figures of a report`(name: String) throws {
    let facts = try Self.read(name)
    #expect(facts.unreadable == nil)
    #expect(facts.title == Self.title)
    #expect(facts.text.contains("负责全区财政收支管理"))
    #expect(facts.text.contains("2021年1月15日"))
    let table = try #require(facts.tables.first)
    #expect(table.rows.contains(["行政规范性文件", "3", "1", "12"]))
    #expect(table.rows.contains(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]))
    #expect(!facts.isCut)
  }

  @Test func `says what a document is by its bytes`() throws {
    #expect(try Self.read("report.pdf").kind == .pdf)
    #expect(Self.reader().read(try Self.bytes("report.docx"), name: "x.pdf").kind == .docx)
    #expect(Self.reader().read(try Self.bytes("report.doc"), name: "x.wps").kind == .wps)
    #expect(Self.reader().read(try Self.bytes("sheet.xls"), name: "x.et").kind == .et)
    #expect(Self.reader().read(try Self.bytes("report.rtf"), name: "x.doc").kind == .rtf)
    #expect(try Self.read("html.xls").kind == .html)
    #expect(try Self.read("members.zip").kind == .zip)
  }

  @Test func `counts a PDF's pages and tells an owner's password`() throws {
    #expect(try Self.read("report.pdf").pages == 1)
    #expect(try Self.read("restricted.pdf").isEncrypted)
    #expect(try !Self.read("report.pdf").isEncrypted)
  }

  @Test(arguments: ["report.docx", "report.rtf"])
  func `resolves spans of columns and rows`(name: String) throws {
    let table = try #require(try Self.read(name).tables.first)
    #expect(table.rows.first == Array(repeating: "第二十条第（一）项", count: 4))
    #expect(table.rows.contains(["行政许可", "7", "8", "9"]))
    #expect(table.rows.last == ["行政许可", "17", "18", "19"])
  }

  @Test func `shows a text box of a Word file once`() throws {
    let text = try Self.read("report.docx").text
    #expect(text.components(separatedBy: "公开专用").count == 2)
  }

  @Test func `reads sheets with their names, merged cells and days`() throws {
    let facts = try Self.read("sheet.xlsx")
    #expect(facts.title == "山亭区财政局权责清单一览表")
    #expect(
      facts.tables == [
        AttachmentTable(
          caption: "权责清单",
          rows: [
            Array(repeating: "山亭区财政局权责清单一览表", count: 3), ["序号", "事项名称", "公布日期"],
            ["1", "会计从业资格", "2021-03-05"], ["0.3", "政府采购备案", "2021-12-31"],
          ])
      ])
  }

  @Test func `reads Chinese text of a binary workbook, merged cells too`() throws {
    let table = try #require(try Self.read("sheet.xls").tables.first)
    #expect(table.rows.first == Array(repeating: "山亭区财政局权责清单一览表", count: 3))
    #expect(table.rows.last == ["2", "政府采购备案", "采购科"])
  }

  @Test(arguments: ["excel-2003.xls", "html.xls"])
  func `reads workbooks that are XML or HTML inside`(name: String) throws {
    let facts = try Self.read(name)
    #expect(facts.title == "2020年情况统计表")
    let table = try #require(facts.tables.first)
    #expect(table.rows.first == Array(repeating: "2020年情况统计表", count: 4))
    #expect(table.rows.last == ["行政许可", "7", "8", "9"])
  }

  @Test func `reads all documents of an OFD file`() throws {
    let facts = try Self.read("two.ofd")
    #expect(facts.title == "关于做好政务公开工作的通知")
    #expect(facts.pages == 2)
    #expect(facts.text.contains("联系电话：0632-8811000"))
    let table = try #require(facts.tables.first)
    #expect(table.rows.last == ["行政许可", "7", "8", "9"])
  }

  @Test func `reads text and comma separated values in GBK`() throws {
    #expect(try Self.read("notes.txt").text == "联系电话：0632-8811000\n办公时间：8:30-12:00")
    #expect(try Self.read("table.csv").tables.first?.rows.last == ["行政许可", "7", "8", "9"])
  }

  @Test func `reads the members of a ZIP file, names in GBK, none of its archives`() throws {
    let facts = try Self.read("members.zip")
    #expect(
      facts.members == [
        .init(name: "附件1.txt", kind: .txt, unreadable: nil),
        .init(name: "../../../tmp/越界.txt", kind: .txt, unreadable: nil),
        .init(name: "里面.zip", kind: .zip, unreadable: .unsupported),
        .init(name: "年度报告.docx", kind: .docx, unreadable: nil),
        .init(name: "坏.pdf", kind: .pdf, unreadable: .damaged),
      ])
    #expect(facts.text.contains("联系电话：0632-8811000"))
    #expect(facts.text.contains("越界的文件"))
    #expect(facts.tables.first?.caption == "年度报告.docx")
    #expect(facts.unreadable == nil)
    // Some members were not read: what is not found may stand there.
    #expect(facts.isCut)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/越界.txt"))
  }
}
