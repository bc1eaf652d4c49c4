import Foundation
import Support
import Testing

/// What `mingcha read` must see on one page of the sample.
struct SeenPage: CustomTestStringConvertible, Sendable {
  var path: String
  var kind: String
  var title: String
  var date: String?
  var column: String?
  var entries: Int = 0
  var firstDate: String?

  var testDescription: String { path }
}

/// The fields of the contract's `mingcha read` that these tests look at.
private struct ReadLine: Decodable {
  struct Entry: Decodable {
    var title: String
    var date: String?
  }

  var encoding: String
  var kind: String
  var title: String?
  var publishedOn: String?
  var documentNumber: String?
  var column: String?
  var entries: [Entry]
}

@Suite(.timeLimit(.minutes(2)))
struct `Reading pages of the sample` {
  @Test(arguments: [
    SeenPage(
      path: "zwgk/bm/czj/gzdt/index.html", kind: "column", title: "工作动态", column: "工作动态",
      entries: 15, firstDate: "2021-12-"),
    SeenPage(
      path: "zwgk/bm/fgj/tzgg/index.html", kind: "column", title: "通知公告", column: "通知公告",
      entries: 10, firstDate: "2021-12-"),
    SeenPage(
      path: "jtj/col/col3336/index.html", kind: "column", title: "工作动态", column: "工作动态",
      entries: 20, firstDate: "2021-12-20"),
    SeenPage(
      path: "zwgk/bm/mzj/shfl/1.htm", kind: "column", title: "社会福利", column: "社会福利", entries: 9,
      firstDate: "2021-04-08"),
    SeenPage(
      path: "zwgk/bm/sfj/zmsx/index.html", kind: "column", title: "证明事项清单", column: "证明事项清单",
      entries: 1, firstDate: "2021-08-30"),
    SeenPage(
      path: "zwgk/bm/sfj/nsjg/index.html", kind: "column", title: "内设机构", column: "内设机构"),
    SeenPage(
      path: "zwgk/bm/hbj/showList/4080/4085/page_2.html", kind: "column", title: "工作动态",
      column: "工作动态", entries: 15, firstDate: "2021-"),
    SeenPage(
      path: "zwgk/bm/tjj/tjxx/index.html", kind: "column", title: "统计信息", column: "统计信息",
      entries: 12, firstDate: "2021-12-23"),
  ])
  func `sees the list`(page: SeenPage) async throws {
    let line = try await Self.read(page.path)
    #expect(line.kind == page.kind)
    #expect(line.column == page.column)
    #expect(line.entries.count == page.entries)
    if let wanted = page.firstDate {
      #expect(line.entries.first?.date?.hasPrefix(wanted) == true)
      #expect(line.entries.allSatisfy { $0.date?.count == 10 })
    }
    #expect(line.entries.allSatisfy { !$0.title.isEmpty })
  }

  @Test func `sees title, date and number of a policy, in GBK as in UTF-8`() async throws {
    for (unit, title, number) in [
      ("sfj", "青岚区司法局关于印发青岚区行政调解工作办法的通知", "青司发〔2021〕9号"),
      ("mzj", "青岚区民政局关于印发青岚区临时救助实施细则的通知", "青民发〔2021〕12号"),
      ("czj", "青岚区财政局关于印发青岚区会计人员继续教育管理办法的通知", "青财发〔2021〕18号"),
      ("hbj", "清州市生态环境局青岚分局关于印发青岚区扬尘污染防治管理办法的通知", "青环发〔2021〕6号"),
    ] {
      let path = try #require(try Self.pages(of: unit).first { try Self.holds($0, title) })
      let line = try await Self.read(path)
      #expect(line.kind == "article", "\(path)")
      #expect(line.title == title, "\(path)")
      #expect(line.documentNumber == number, "\(path)")
      #expect(line.encoding == (unit == "sfj" ? "gb18030" : "utf-8"), "\(path)")
      #expect(line.entries.isEmpty, "\(path)")
    }
  }

  private static let folder = SampleDistrict.bundledFolder + "/pages/"

  private static func read(_ path: String) async throws -> ReadLine {
    let outcome = try await BuiltCommand.mingcha(
      "read", folder + path, "--url", "http://127.0.0.1/" + path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(ReadLine.self, from: Data(outcome.output.utf8))
  }

  /// The article pages of a unit, sorted.
  private static func pages(of unit: String) throws -> [String] {
    let root = "zwgk/bm/\(unit)/"
    return (FileManager.default.subpaths(atPath: folder + root) ?? []).sorted()
      .filter { $0.hasSuffix("htm") || $0.hasSuffix("html") }.map { root + $0 }
  }

  /// Whether the page's `<title>` begins with `title`.
  private static func holds(_ path: String, _ title: String) throws -> Bool {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + path))
    // 0x0632: GB 18030 among CoreFoundation's encodings.
    let gbk = String.Encoding(rawValue: 0x8000_0632)
    let text = String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: gbk) ?? ""
    return text.range(of: "<title>" + title, options: .caseInsensitive) != nil
  }
}
