import Archive
import Codings
import Dates
import Foundation
import Testing
import Web

/// A folder that is gone when the value is.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "mingcha-archive-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func read(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// Captures, notes and foreign records.
enum Sample {
  static let site = SiteID("portal")
  static let file = "portal-00000.warc.gz"

  static func moment(_ text: String = "2021-12-31T08:00:00Z") throws -> Timestamp {
    try #require(Timestamp(text))
  }

  static func url(_ text: String) throws -> WebURL { try #require(WebURL(text)) }

  static func capture(
    _ path: String = "/", id: String? = nil, head: String = "HTTP/1.1 200 OK\r\n\r\n",
    body: [UInt8] = Array("<p>政务公开</p>".utf8), truncated: Capture.Truncation? = nil,
    version: Capture.Version = .http11
  ) throws -> Capture {
    Capture(
      id: id.map { CaptureID($0) } ?? .random(), url: try url("http://www.a.gov.cn\(path)"),
      fetchedAt: try moment(),
      requestHead: Array("GET \(path) HTTP/1.1\r\nHost: www.a.gov.cn\r\n\r\n".utf8),
      responseHead: Array(head.utf8), body: body, truncated: truncated,
      remoteAddress: "203.0.113.7", version: version)
  }

  static let note = CaptureNote(via: WebURL("http://www.a.gov.cn/"), depth: 1, reason: "link")

  static func writer(_ folder: ScratchFolder, limit: Int = 1 << 30) throws -> ArchiveWriter {
    try ArchiveWriter(
      folder: folder.path, site: site, software: "mingcha test", startedAt: moment(),
      segmentLimit: limit)
  }

  /// One WARC record as another program might write it.
  static func record(
    _ fields: [String], block: [UInt8], length: String? = nil, end: String = "\r\n"
  ) -> [UInt8] {
    let lines = ["WARC/1.0"] + fields + ["Content-Length: \(length ?? String(block.count))", ""]
    return Array(lines.map { $0 + end }.joined().utf8) + block + Array((end + end).utf8)
  }

  static func response(
    _ message: String, extra: [String] = [], target: String = "http://www.b.gov.cn/x",
    length: String? = nil
  ) -> [UInt8] {
    record(
      [
        "WARC-Type: response", "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
        "WARC-Date: 2021-03-05T08:00:00Z", "WARC-Target-URI: \(target)",
        "Content-Type: application/http; msgtype=response",
      ] + extra, block: Array(message.utf8), length: length)
  }
}

/// All entries of an archive.
func entries(_ path: String) throws -> [ArchiveEntry] {
  var found: [ArchiveEntry] = []
  try ArchiveReader(path).forEach { found.append($0) }
  return found
}

/// The captures of an archive.
func captures(_ path: String) throws -> [Capture] {
  try entries(path).compactMap { entry in
    if case .response(let capture, _) = entry.record { return capture }
    return nil
  }
}

/// One word for the kind of each record, in order.
func kinds(_ path: String) throws -> [String] {
  try entries(path).map { entry in
    switch entry.record {
    case .info: "info"
    case .request: "request"
    case .response(_, let note): note == nil ? "response" : "response+note"
    case .failure: "failure"
    case .summary: "summary"
    case .revisit: "revisit"
    case .other: "other"
    case .conversion(let conversion): "conversion:\(conversion.url.target)"
    case .unreadable(_, let error): "unreadable:\(error.code.rawValue)"
    case .torn: "torn"
    }
  }
}
