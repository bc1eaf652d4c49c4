import Foundation
import Support
import Testing

struct `Sample district fixture` {
  @Test func `is large enough, in several markups`() throws {
    let pages = Self.files().filter { $0.hasPrefix("pages/") }
    let html = pages.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }
    #expect((900...1200).contains(html.count))
    for mark in [
      "createPageHTML(", "<datastore>", "vsb_content", "class=\"epages\"", "charset=gb2312",
      "组配分类",
    ] {
      let bytes = Array(mark.utf8)
      let has = try html.contains { try Self.bytes($0).firstRange(of: bytes) != nil }
      #expect(has, "no page has \(mark)")
    }
  }

  @Test func `stays below four megabytes`() throws {
    let size = try Self.files().reduce(0) { try $0 + Self.bytes($1).count }
    #expect(size <= 4 << 20)
  }

  @Test func `plants at least fifteen faults in at least seven units`() throws {
    let list = try FaultList()
    let failed = list.faults.filter { $0.status == "fail" }
    #expect(failed.count >= 15)
    #expect(Set(failed.map(\.unit)).count >= 7)
    #expect(list.faults.allSatisfy { !$0.why.isEmpty })
  }

  @Test func `shows every fault on a page that the server answers`() async throws {
    let district = try SampleDistrict()
    for fault in try FaultList().faults {
      let reply = district.reply(to: Self.request(fault.page))
      guard case .response(let response) = reply else {
        Issue.record("\(fault.page) has no ordinary answer")
        continue
      }
      #expect(response.status == (fault.unit == "wjj" ? 412 : 200), "\(fault.page)")
    }
  }

  @Test func `names every unit of its lists in the plan`() throws {
    let plan = try SampleDistrict().plan(port: 8080)
    #expect(plan.contains("http://127.0.0.1:8080/"))
    let units = Set(try FaultList().expected.keys.compactMap { $0.split(separator: " ").first })
    #expect(units.count >= 8)
    for unit in units.sorted() { #expect(plan.contains("- id: \(unit)\n")) }
  }

  @Test(arguments: [
    ("/fgj", 301, ""), ("/zwgk/bm/wjj/anything.html", 412, ""), ("/nowhere.html", 404, "404"),
    ("/zwgk/bm/mzj/", 200, "区民政局"), ("/robots.txt", 200, "Disallow"),
    ("/zwgk/zj/ymz/rl.jsp?y=2021&m=12", 200, "y=2022&amp;m=1"),
    ("/zwgk/tzgg/index.html;jsessionid=9F3A61C07D2B4E58", 200, "通知公告"),
  ])
  func `answers as its table says`(target: String, status: Int, text: String) throws {
    let reply = try SampleDistrict().reply(to: Self.request(target))
    guard case .response(let response) = reply else {
      Issue.record("\(target) has no ordinary answer")
      return
    }
    #expect(response.status == status)
    #expect(String(decoding: response.body, as: UTF8.self).contains(text) || text.isEmpty)
  }

  @Test func `codes bodies with gzip that others can undo`() async throws {
    let body = [UInt8](repeating: 7, count: 70_000) + Array("青岚区".utf8)
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("body.gz")
    try Data(StoredGzip.encode(body)).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-d", file.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try folder.contents("body") == Data(body))
  }

  private static func request(_ target: String) -> ServerRequest {
    ServerRequest(method: "GET", target: target)
  }

  private static func files() -> [String] {
    let found = FileManager.default.subpaths(atPath: SampleDistrict.bundledFolder) ?? []
    return found.sorted().filter { $0.contains(".") }
  }

  private static func bytes(_ file: String) throws -> [UInt8] {
    try #require(StaticFolder.contents(of: "\(SampleDistrict.bundledFolder)/\(file)"))
  }
}

extension [UInt8] {
  /// Where `other` first stands in these bytes; Foundation has it for Data alone.
  fileprivate func firstRange(of other: [UInt8]) -> Range<Int>? {
    Data(self).range(of: Data(other))
  }
}

@Suite(.timeLimit(.minutes(1)))
struct `Sample server` {
  @Test func `prints its address, serves, and ends when its input closes`() async throws {
    let input = Pipe()
    let output = Pipe()
    let process = Process()
    process.executableURL = BuiltCommand.folder.appendingPathComponent("sample-district")
    process.arguments = [SampleDistrict.bundledFolder]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = line.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(address.hasPrefix("http://127.0.0.1:") && address.hasSuffix("/"))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: [[], ["--port"], ["--port", "70000", "x"], ["a", "b"]])
  func `refuses wrong arguments with 2`(arguments: [String]) async throws {
    let outcome = try await BuiltCommand.run("sample-district", arguments, input: .nullDevice)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("usage"))
  }
}
