import Foundation
import Support
import Testing

/// A duty that stands in a PDF alone, from the network to the report and from the archive again.
@Suite(.timeLimit(.minutes(5)))
struct `Attachments from end to end` {
  private static func fixture(_ name: String) throws -> [UInt8] {
    let url = BuiltCommand.root.appendingPathComponent("Tests/Fixtures/attachments/\(name)")
    return Array(try Data(contentsOf: url))
  }

  private static func page(_ title: String, _ body: String) -> ServerReply {
    .html("<html><head><title>\(title)</title></head><body>\(body)</body></html>")
  }

  private static func server(_ document: [UInt8]) throws -> LoopbackServer {
    try LoopbackServer { request in
      switch request.path {
      case "/": return page("青岚区人民政府", "<a href='/czj/'>区财政局</a>")
      case "/czj/":
        return page("区财政局", "<ul><li><a href='/czj/jgzn.html'>区财政局主要职责</a> 2021-01-15</li></ul>")
      case "/czj/jgzn.html":
        return page(
          "区财政局主要职责",
          "<h1>区财政局主要职责</h1><p>发布时间：2021-01-15</p><p>主要职责见附件。</p>"
            + "<p><a href='/czj/a.pdf'>区财政局主要职责.pdf</a></p>")
      case "/czj/a.pdf":
        return .response(
          ServerResponse(fields: [("Content-Type", "application/pdf")], body: document))
      default: return .notFound
      }
    }
  }

  private static let pack = """
    pack: test-2021
    title: {zh: 示例, en: Test}
    issuer: {zh: 某区, en: A district}
    year: 2021
    effective: 2021-01-01
    roster:
      - {name: 区直各部门, kinds: [department]}
    rules:
      - id: "A.1"
        article: 第1行
        title: {zh: 主要职责, en: Duties}
        why: {zh: 因, en: Because}
        fix: {zh: 改, en: Mend}
        scope: each
        units: [区直各部门]
        points: 5
        severity: must
        check:
          kind: elements
          parts:
            - id: functions
              name: {zh: 主要职责, en: duties}
              titles: ['re:主要职责']
              text: [负责, 贯彻]
              shape: text
              min-length: 40
    """

  private func audit(
    _ folder: TemporaryFolder, _ out: String, _ more: String...
  ) async throws -> AuditFile {
    let arguments =
      ["audit", folder.path("plan.yaml"), "--out", folder.path(out), "--progress", "none"] + more
    let outcome = try await BuiltCommand.run("mingcha", arguments, input: .nullDevice)
    #expect([0, 1, 3].contains(outcome.status), "\(outcome.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("\(out)/audit.json")))
    return try JSONDecoder().decode(AuditFile.self, from: data)
  }

  private func plan(_ server: LoopbackServer, _ folder: TemporaryFolder, crawl: String) throws {
    _ = try folder.create("test-2021.yaml", Self.pack)
    _ = try folder.create(
      "plan.yaml",
      """
      plan: 示例
      as-of: 2021-12-31
      rules: [\(folder.path("test-2021.yaml"))]
      crawl: {\(crawl)}
      sites:
        - {id: portal, start: ["\(server.origin)/"]}
      units:
        - {id: czj, name: 区财政局, kind: department, scope: [/czj/]}
      """)
  }

  @Test func `a duty in a PDF passes, live and from the archive`() async throws {
    let server = try Self.server(try Self.fixture("report.pdf"))
    let folder = try TemporaryFolder()
    try plan(server, folder, crawl: "max-attachments: 5, timeout: 60")
    let live = try await audit(folder, "live")
    server.stop()
    let finding = try #require(live.units.first?.findings.first)
    #expect(finding.status == "pass", "\(finding.message)")
    #expect(finding.evidence.first?.url == "\(server.origin)/czj/a.pdf")
    let again = try await audit(folder, "again", "--archive", folder.path("live/archive"))
    #expect(again.units.first?.findings.first?.message == finding.message)
    #expect(again.units.first?.findings.first?.evidence.map(\.url) == finding.evidence.map(\.url))
    #expect(again.sites.first?.outcomes == live.sites.first?.outcomes)
  }

  @Test(arguments: [("scan.pdf", "timeout: 60"), ("report.pdf", "max-attachments: 0")])
  func `a PDF that was not read is no proof of absence`(name: String, crawl: String) async throws {
    let server = try Self.server(try Self.fixture(name))
    let folder = try TemporaryFolder()
    try plan(server, folder, crawl: crawl)
    let finding = try #require(try await audit(folder, "live").units.first?.findings.first)
    #expect(finding.status == "undetermined", "\(finding.message)")
  }

  @Test func `read prints a document from a file and from the web`() async throws {
    struct Line: Decodable {
      struct Attachment: Decodable {
        struct Reason: Decodable { var code: String }
        var kind: String
        var text: String
        var unreadable: Reason?
      }
      var kind: String
      var title: String?
      var text: Int
      var attachment: Attachment
    }
    let path = "Tests/Fixtures/attachments/report.pdf"
    let server = try Self.server(try Self.fixture("report.pdf"))
    for source in [path, "\(server.origin)/czj/a.pdf"] {
      let outcome = try await BuiltCommand.mingcha("read", source)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let line = try JSONDecoder().decode(Line.self, from: Data(outcome.output.utf8))
      #expect(line.kind == "download")
      #expect(line.title == "山亭区财政局2020年政府信息公开工作年度报告")
      #expect(line.attachment.kind == "pdf")
      #expect(line.text > 100)
    }
    let scan = try await BuiltCommand.mingcha("read", "Tests/Fixtures/attachments/scan.pdf")
    let line = try JSONDecoder().decode(Line.self, from: Data(scan.output.utf8))
    #expect(line.attachment.unreadable?.code == "scanned")
  }
}
