import Attachments
import Foundation
import Page
import Testing

/// Documents that are broken, locked, or made to harm: each ends with a reason.
struct HostileFileTests {
  private typealias Files = FileReaderTests

  @Test(arguments: [
    ("locked.pdf", AttachmentFacts.Unreadable.encrypted), ("locked.docx", .encrypted),
    ("locked.zip", .encrypted), ("cut.pdf", .damaged), ("cut.docx", .damaged),
    ("cut.ofd", .damaged), ("cut.zip", .damaged), ("scan.pdf", .scanned),
    ("bomb.docx", .tooLarge), ("laughs.docx", .damaged),
  ])
  func `says why a document can't be read`(name: String, reason: AttachmentFacts.Unreadable) throws
  {
    let facts = try Files.read(name)
    #expect(facts.unreadable == reason)
    #expect(facts.isScanned == (reason == .scanned))
    #expect(!facts.isWhole)
  }

  @Test(arguments: [
    "report.pdf", "report.doc", "report.docx", "report.rtf", "sheet.xls", "sheet.xlsx", "two.ofd",
  ])
  func `never takes a part for the whole`(name: String) throws {
    let whole = try Files.bytes(name)
    for share in [3, 2] {
      let facts = Files.reader().read(Array(whole.prefix(whole.count / share)), name: name)
      // Word's binary text stands before the rest: what antiword makes of half a file is its word.
      #expect(facts.unreadable != nil || facts.isCut || name == "report.doc")
    }
  }

  @Test(arguments: ["report.pdf", "report.doc", "report.rtf", "sheet.xls", "sheet.xlsx", "two.ofd"])
  func `survives bytes that are turned over`(name: String) throws {
    let sound = try Files.bytes(name)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<6 {
      var bytes = sound
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      let facts = Files.reader().read(bytes, name: name)
      // A reader that crashed would be told as `limits`.
      #expect(facts.unreadable != .notStarted && facts.unreadable != .limits)
    }
  }

  @Test func `reads no more than three hundred pages of ten thousand`() throws {
    let facts = Files.reader().read(Self.pages(10_000), name: "long.pdf")
    #expect(facts.pages == 10_000)
    #expect(facts.unreadable == nil)
    #expect(facts.isCut)
    #expect(facts.text.split(separator: "\n").count == 300)
  }

  /// A PDF whose pages all show the same words.
  private static func pages(_ count: Int) -> [UInt8] {
    let content = "BT /F1 12 Tf 60 700 Td (page) Tj ET"
    let kids = (0..<count).map { "\($0 + 5) 0 R" }.joined(separator: " ")
    let page =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      + "/Resources << /Font << /F1 3 0 R >> >> >>"
    let objects =
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count \(count) /Kids [\(kids)] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      ] + Array(repeating: page, count: count)
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  @Test func `names the package when a tool is missing`() throws {
    let reader = Files.reader(tools: ["/nowhere"])
    let found = ["report.pdf": "poppler-utils", "report.doc": "antiword"]
    for (name, package) in found.sorted(by: { $0.key < $1.key }) {
      let facts = reader.read(try Files.bytes(name), name: name)
      #expect(facts.unreadable == .toolMissing)
      #expect(facts.detail == package)
    }
    // What we read ourselves needs none.
    #expect(reader.read(try Files.bytes("report.docx"), name: "a.docx").unreadable == nil)
  }

  @Test func `ends a reader that takes too much memory or never stops`() throws {
    var limits = WorkerLimits()
    limits.memory = 48 << 20
    let tight = FileReader(worker: Files.worker, limits: limits)
    let facts = tight.read(try Files.bytes("report.docx"), name: "a.docx")
    #expect(facts.unreadable == .limits || facts.unreadable == .notStarted)
    // A program that prints for ever, in place of the reader.
    let endless = FileReader(worker: "/usr/bin/yes")
    #expect(endless.read(Array("{\\rtf1 a}".utf8), name: "a.rtf").unreadable == .limits)
  }

  @Test func `gives a tool no network, no environment and an empty folder`() throws {
    let tools = Files.fixtures.deletingLastPathComponent().appendingPathComponent(
      "attachment-tools")
    let facts = Files.reader(tools: [tools.path]).read(try Files.bytes("report.doc"), name: "a.doc")
    let lines = facts.text.split(separator: "\n")
    try #require(lines.count == 4, "\(facts)")
    // Three words are given; bash adds its own.
    let own: Set<Substring> = ["变量", "HOME", "LC_ALL", "PATH", "PWD", "SHLVL", "OLDPWD", "_"]
    #expect(Set(lines[0].split(separator: " ")).isSubset(of: own))
    #expect(lines[1] == "文件数 0")
    #expect(lines[2] == "不能联网")
    #expect(lines[3] == "打开文件上限 64")
  }

  @Test func `says so when the reader can't be started or says nonsense`() {
    let text = Array("{\\rtf1 a}".utf8)
    #expect(FileReader(worker: "/nowhere").read(text, name: "").unreadable == .notStarted)
    #expect(FileReader(worker: "/bin/true").read(text, name: "").unreadable == .limits)
  }

  @Test func `gives the kinds that are not read back at once`() {
    let reader = FileReader(worker: "/nowhere")
    #expect(reader.read([], name: "a.pdf").unreadable == .empty)
    #expect(reader.read(Array("Rar!\u{1A}\u{07}\u{01}".utf8), name: "a").unreadable == .unsupported)
    #expect(reader.read([0x89, 0x50, 0x4E, 0x47, 0], name: "a.pdf").kind == .image)
    #expect(reader.read([0, 1, 2, 3], name: "a.doc").unreadable == .unsupported)
    var limits = WorkerLimits()
    limits.mostBytes = 3
    let small = FileReader(worker: "/nowhere", limits: limits)
    #expect(small.read(Array("text".utf8), name: "a.txt").unreadable == .tooLarge)
  }
}
