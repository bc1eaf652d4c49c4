import Archive
import Dates
import Foundation
import Support
import Testing
import Web

/// `mingcha archive`, as a person and as a script see it.
@Suite(.timeLimit(.minutes(5)))
struct `Archive command` {
  private static let moment = Timestamp(secondsSince1970: 1_640_937_600)

  /// An archive of a few odd pages.
  private static func archive() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(
      folder: folder.path("archive"), site: SiteID("portal"), software: "mingcha test",
      startedAt: moment,
      origin: SegmentOrigin(
        sites: [SiteID("portal")], start: [#require(WebURL("http://www.a.gov.cn/"))],
        hosts: [HostPort(host: "www.a.gov.cn", port: nil)]))
    let pages: [(path: String, type: String, body: [UInt8])] = [
      ("/", "text/html; charset=gbk", [0xD5, 0xFE, 0xCE, 0xF1]),
      ("/a", "text/plain", Array("file".utf8)), ("/a/b.html", "text/html", Array("below".utf8)),
      ("/%2e%2e%2f%2e%2e%2fetc/passwd", "text/plain", Array("evil".utf8)),
      ("/q?x=../../../y&z=\u{1B}[2J", "text/html", Array("\u{1B}[2Jquery".utf8)),
      ("/" + String(repeating: "l", count: 1500), "text/plain", Array("long".utf8)),
      ("/A", "text/plain", Array("upper".utf8)), ("/.hidden", "text/plain", Array("dot".utf8)),
      ("/pic.png", "image/png", [0x89, 0x50, 0, 1]),
    ]
    for (number, page) in pages.enumerated() {
      _ = try writer.append(
        Capture(
          id: CaptureID("urn:uuid:00000000-0000-4000-8000-00000000000\(number)"),
          url: #require(WebURL("http://www.a.gov.cn\(page.path)")), fetchedAt: moment,
          requestHead: Array("GET / HTTP/1.1\r\n\r\n".utf8),
          responseHead: Array("HTTP/1.1 200 OK\r\nContent-Type: \(page.type)\r\n\r\n".utf8),
          body: page.body),
        note: CaptureNote(via: nil, depth: number, reason: "link"))
    }
    try writer.append(
      FailureNote(
        url: #require(WebURL("http://www.a.gov.cn/slow")), code: "timeout.response", detail: "late",
        note: CaptureNote(via: nil, depth: 1, reason: "menu"), at: moment))
    try writer.finish(
      summary: Array("{\"schema\":\"mingcha.crawl/1\",\"site\":\"portal\"}".utf8), at: moment)
    return folder
  }

  @Test func `lists sites and captures`() async throws {
    let folder = try Self.archive()
    let archive = folder.path("archive")
    let zh = try await BuiltCommand.mingcha("archive", "list", archive)
    #expect(zh.status == 0)
    #expect(zh.output.contains("portal　完整　响应 9　未变 0　失败 1"))
    #expect(zh.output.contains("portal-00000.warc.gz"))
    let en = try await BuiltCommand.mingcha("archive", "list", archive, "--lang", "en")
    #expect(en.output.contains("portal  complete  responses 9  unchanged 0  failures 1"))
    let json = try await BuiltCommand.mingcha("archive", "list", archive, "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "mingcha.archive/1")
    let sites = try #require(object?["sites"] as? [[String: Any]])
    #expect(sites.first?["complete"] as? Bool == true)
    let urls = try await BuiltCommand.mingcha("archive", "list", archive, "--urls")
    let lines = urls.output.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[0] == "2021-12-31T08:00:00Z\t200\ttext/html\t4\thttp://www.a.gov.cn/\tlink")
    #expect(lines[9].contains("timeout.response") && lines[9].hasSuffix("menu"))
    #expect(!urls.output.contains("\u{1B}"))
  }

  @Test func `shows one capture, its reason and its text`() async throws {
    let folder = try Self.archive()
    let archive = folder.path("archive")
    let home = try await BuiltCommand.mingcha(
      "archive", "show", archive, "http://www.a.gov.cn/", "--body")
    #expect(home.status == 0, "\(home.errors)")
    #expect(home.output.contains("原因：link"))
    #expect(home.output.contains("GET / HTTP/1.1"))
    #expect(home.output.contains("Content-Type: text/html; charset=gbk"))
    #expect(home.output.hasSuffix("政务"))
    let byName = try await BuiltCommand.mingcha(
      "archive", "show", archive, "urn:uuid:00000000-0000-4000-8000-000000000001", "--lang", "en")
    #expect(byName.output.contains("address: http://www.a.gov.cn/a\n"))
    #expect(!byName.output.contains("file\n"))
    let failure = try await BuiltCommand.mingcha(
      "archive", "show", archive, "http://www.a.gov.cn/slow")
    #expect(failure.output.contains("没有响应：timeout.response"))
    let none = try await BuiltCommand.mingcha(
      "archive", "show", archive, "http://www.a.gov.cn/none")
    #expect(none.status == 3)
    #expect(none.output.isEmpty)
  }

  @Test func `verifies: 0 sound, 1 altered, 3 unfinished, 2 no archive`() async throws {
    let folder = try Self.archive()
    let archive = folder.path("archive")
    let sound = try await BuiltCommand.mingcha("archive", "verify", archive)
    #expect(sound.status == 0, "\(sound.output)")
    let file = URL(fileURLWithPath: "\(archive)/portal-00000.warc.gz")
    let bytes = try Data(contentsOf: file)
    try bytes.prefix(bytes.count - 9).write(to: file)
    let torn = try await BuiltCommand.mingcha("archive", "verify", archive)
    #expect(torn.status == 3, "\(torn.output)")
    var damaged = bytes
    damaged[bytes.count / 2] ^= 0xFF
    try damaged.write(to: file)
    let altered = try await BuiltCommand.mingcha("archive", "verify", archive, "--lang", "en")
    #expect(altered.status == 1, "\(altered.output)")
    #expect(altered.output.contains("portal-00000.warc.gz:"))
    let json = try await BuiltCommand.mingcha("archive", "verify", archive, "--json")
    #expect(json.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["problems"] as? [[String: Any]])?.isEmpty == false)
    let listed = try await BuiltCommand.mingcha("archive", "list", archive)
    #expect(listed.status == 1)
    let nowhere = try await BuiltCommand.mingcha("archive", "verify", folder.path("nowhere"))
    #expect(nowhere.status == 2)
  }

  @Test func `extracts bodies, none of them outside its folder`() async throws {
    let folder = try Self.archive()
    let archive = folder.path("archive")
    let out = folder.path("pages")
    let outcome = try await BuiltCommand.mingcha("archive", "extract", archive, "--out", out)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("已导出 9 个文件"))
    let table = try String(contentsOfFile: "\(out)/urls.tsv", encoding: .utf8)
    let rows = table.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.count == 9)
    #expect(Set(rows.map { $0[0].lowercased() }).count == 9)
    let files = folder.files().filter { $0.hasPrefix("pages/") && !$0.hasSuffix("urls.tsv") }
    for row in rows { #expect(files.contains("pages/\(row[0])")) }
    #expect(folder.files().allSatisfy { $0.hasPrefix("pages") || $0.hasPrefix("archive") })
    func body(_ url: String) throws -> String? {
      let row = try #require(rows.first { $0[3] == url })
      return try? String(contentsOfFile: "\(out)/\(row[0])", encoding: .utf8)
    }
    #expect(try body("http://www.a.gov.cn/a") == "file")
    #expect(try body("http://www.a.gov.cn/A") == "upper")
    #expect(try body("http://www.a.gov.cn/a/b.html") == "below")
    #expect(files.allSatisfy { $0.split(separator: "/").allSatisfy { !$0.hasPrefix(".") } })
    let again = try await BuiltCommand.mingcha("archive", "extract", archive, "--out", out)
    #expect(again.status == 2)
  }

  @Test func `extracts one body to the standard output, and what begins alike`() async throws {
    let folder = try Self.archive()
    let archive = folder.path("archive")
    let one = try await BuiltCommand.mingcha(
      "archive", "extract", archive, "--url", "http://www.a.gov.cn/a/b.html", "-o", "-")
    #expect(one.output == "below")
    let several = try await BuiltCommand.mingcha("archive", "extract", archive, "-o", "-")
    #expect(several.status == 2)
    let part = folder.path("part")
    let some = try await BuiltCommand.mingcha(
      "archive", "extract", archive, "--prefix", "http://www.a.gov.cn/a", "-o", part)
    #expect(some.status == 0, "\(some.errors)")
    #expect(folder.files().count { $0.hasPrefix("part/www.a.gov.cn/") } == 3)
    let none = try await BuiltCommand.mingcha(
      "archive", "extract", archive, "--prefix", "http://b/", "-o", folder.path("none"))
    #expect(none.status == 3)
  }

  @Test(arguments: ["a line is lost", "a line tells of another place"])
  func `finds what a spoiled index does not tell`(fault: String) async throws {
    let folder = try Self.archive()
    let archive = folder.path("archive")
    let index = "\(archive)/portal-00000.cdxj"
    var lines = try String(contentsOfFile: index, encoding: .utf8).split(separator: "\n")
    let lost = try #require(lines.firstIndex { $0.contains("/a/b.html\"") })
    if fault == "a line is lost" {
      lines.remove(at: lost)
    } else {
      func place(_ line: Substring) throws -> Substring {
        try line[#require(line.range(of: "\"offset\"")).lowerBound...]
      }
      let other = try #require(lines.firstIndex { $0.contains("/q?") })
      lines[lost] = try lines[lost].dropLast(place(lines[lost]).count) + place(lines[other])
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: index, atomically: true, encoding: .utf8)
    for command in [["show", archive], ["extract", archive, "-o", "-", "--url"]] {
      let page = ["http://www.a.gov.cn/a/b.html"] + (command[0] == "show" ? ["--body"] : [])
      let found = try await BuiltCommand.run(
        "mingcha", ["archive"] + command + page, input: .nullDevice)
      #expect(found.status == 0, "\(command) \(found.errors)")
      #expect(found.output.hasSuffix("below"))
    }
    let all = try await BuiltCommand.mingcha(
      "archive", "extract", archive, "-o", folder.path("all"))
    #expect(all.errors.contains("已导出 9 个文件"))
    let made = try await BuiltCommand.mingcha("archive", "verify", archive)
    #expect(made.status == 0, "\(made.output)")
  }

  @Test(arguments: [
    "HTTP://WWW.A.GOV.CN:80/a/b.html", "http://www.a.gov.cn/a/./b.html#part",
    "http://www.a.gov.cn/a/%62.html",
  ])
  func `knows an address under another spelling`(address: String) async throws {
    let folder = try Self.archive()
    let shown = try await BuiltCommand.mingcha(
      "archive", "show", folder.path("archive"), address, "--body")
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.hasSuffix("below"))
  }

  @Test func `extracts what can't be decoded as it came, and says so`() async throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(
      folder: folder.path("archive"), site: SiteID("portal"), software: "mingcha test",
      startedAt: Self.moment)
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    _ = try writer.append(
      Capture(
        id: CaptureID("urn:uuid:00000000-0000-4000-8000-000000000001"),
        url: #require(WebURL("http://www.a.gov.cn/")), fetchedAt: Self.moment,
        requestHead: Array("GET / HTTP/1.1\r\n\r\n".utf8), responseHead: Array(head.utf8),
        body: Array("not packed".utf8)),
      note: CaptureNote(via: nil, depth: 0, reason: "start"))
    try writer.finish(
      summary: Array("{\"schema\":\"mingcha.crawl/1\",\"site\":\"portal\"}".utf8),
      at: Self.moment)
    let out = folder.path("pages")
    let outcome = try await BuiltCommand.mingcha(
      "archive", "extract", folder.path("archive"), "--out", out)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("http://www.a.gov.cn/: 正文不是服务器所说的压缩方式"))
    let row = try String(contentsOfFile: "\(out)/urls.tsv", encoding: .utf8)
      .dropLast().split(separator: "\t")
    #expect(row.last == "coding")
    #expect(try String(contentsOfFile: "\(out)/\(row[0])", encoding: .utf8) == "not packed")
  }

  @Test func `explains itself`() async throws {
    for command in [[], ["list"], ["show"], ["verify"], ["extract"]] {
      let help = try await BuiltCommand.run(
        "mingcha", ["archive"] + command + ["--help"], input: .nullDevice)
      #expect(help.status == 0)
      #expect(help.output.contains("例："))
      #expect(help.output.contains("mingcha archive"))
    }
  }
}
