import Codings
import Dates
import Texts
import Web

/// Makes captures of response records, other programs' included.
enum ResponseBlock {
  /// What a response record turned out to be.
  enum Reading {
    case capture(Capture)
    /// Not about http or https: a DNS answer, an FTP file.
    case foreign
    case unreadable(ArchiveError)
  }

  /// Reads a record of type `response`; `request` is what the request record beside it holds.
  static func read(
    _ record: RawRecord, request: (head: [UInt8], body: [UInt8]), file: String
  ) -> Reading {
    let target = record.target ?? ""
    let isWeb = target.lowercased().hasPrefix("http:") || target.lowercased().hasPrefix("https:")
    let type = (record.header.value("Content-Type") ?? "application/http").lowercased()
    guard isWeb, type.hasPrefix("application/http") else { return .foreign }
    func unreadable(_ code: ArchiveError.Code, _ zh: String, _ en: String) -> Reading {
      .unreadable(
        ArchiveError(
          code: code, file: file, offset: record.place.offset,
          message: Bilingual(zh: zh + "；该记录已跳过", en: en + "; the record is passed over")))
    }
    guard let block = record.block else {
      return unreadable(
        .length, "响应长达 \(record.length) 字节，超过可读上限",
        "the response has \(record.length) bytes, more than can be held")
    }
    guard let id = record.id, let url = WebURL(target) else {
      return unreadable(
        .identity, "缺少记录号或网址无效（\(target.prefix(200))）",
        "the record has no name or no valid address (\(target.prefix(200)))")
    }
    guard let date = record.header.value("WARC-Date").flatMap({ RecordDate.read($0) }) else {
      return unreadable(.header, "WARC-Date 缺失或无效", "WARC-Date is missing or invalid")
    }
    guard block.starts(with: Array("HTTP/".utf8)) else {
      return unreadable(
        .message, "响应不以 HTTP 状态行开头", "the response does not begin with a status line")
    }
    let (head, stored) = split(block)
    let told = record.header.value("WARC-Truncated").map {
      Capture.Truncation(rawValue: $0.lowercased()) ?? .unspecified
    }
    let (body, isWhole) = unchunked(stored, head: head)
    return .capture(
      Capture(
        id: CaptureID(id), url: url, fetchedAt: date, requestHead: request.head,
        requestBody: request.body, responseHead: head, body: body,
        truncated: told ?? (isWhole ? nil : .disconnect),
        remoteAddress: record.header.value("WARC-IP-Address"),
        version: version(record.header, head: head)))
  }

  /// Head and body of an HTTP message; all is head when there is no empty line.
  static func split(_ block: [UInt8]) -> (head: [UInt8], body: [UInt8]) {
    var lineStart = 0
    var position = 0
    while position < block.count {
      defer { position += 1 }
      guard block[position] == 0x0A else { continue }
      let line = block[lineStart..<position]
      if line.isEmpty || line.elementsEqual([0x0D]) {
        return (Array(block[...position]), Array(block[(position + 1)...]))
      }
      lineStart = position + 1
    }
    return (block, [])
  }

  /// The body without chunk framing when the head names it and the body has it.
  static func unchunked(_ body: [UInt8], head: [UInt8]) -> (body: [UInt8], isWhole: Bool) {
    let codings = MessageHead(head).all("transfer-encoding").map(MessageHead.lower)
    guard codings.contains(where: { $0.contains("chunked") }),
      let undone = ChunkedBody.undo(body)
    else { return (body, true) }
    return undone
  }

  private static func version(_ header: RecordHeader, head: [UInt8]) -> Capture.Version {
    for field in header.fields where field.name.lowercased() == "warc-protocol" {
      for word in field.value.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }) {
        if let version = Capture.Version(rawValue: String(word)) { return version }
      }
    }
    let line = MessageHead(head).startLine
    if line.starts(with: Array("HTTP/1.0".utf8)) { return .http10 }
    if line.starts(with: Array("HTTP/2".utf8)) { return .http2 }
    return line.starts(with: Array("HTTP/3".utf8)) ? .http3 : .http11
  }
}

/// The dates of WARC records (ISO 28500:2017 §5.4): W3C's profile of ISO 8601, always UTC.
enum RecordDate {
  /// Reads `2021`, `2021-03`, `2021-03-05` and every form with a time; a missing part is its first.
  static func read(_ text: String) -> Timestamp? {
    let trimmed = String(text.prefix(40))
    if let moment = Timestamp(trimmed) { return moment }
    switch trimmed.utf8.count {
    case 4: return Timestamp("\(trimmed)-01-01T00:00:00Z")
    case 7: return Timestamp("\(trimmed)-01T00:00:00Z")
    case 10: return Timestamp("\(trimmed)T00:00:00Z")
    case 17 where trimmed.hasSuffix("Z"): return Timestamp("\(trimmed.dropLast()):00Z")
    default: return nil
    }
  }
}
