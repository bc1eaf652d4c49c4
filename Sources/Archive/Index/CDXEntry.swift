package import Dates
import JSON
import Web

/// One line of a CDXJ index: an address and where its record lies.
///
/// `<SURT key> <14-digit time> {"url": …, "mime": …, "status": …, "digest": …, "length": …,
/// "offset": …, "filename": …}`, the fields of pywb; a request with a body adds `method` and
/// `requestBody`.
package struct CDXEntry: Sendable, Hashable {
  /// What is said of a record wherever it lies.
  package struct Subject: Sendable, Hashable {
    package var key: String
    package var url: String
    package var fetchedAt: Timestamp
    /// The media type; `warc/revisit` for a revisit, `unk` when none was sent.
    package var mime: String
    /// `-` for an answer that has none.
    package var status: String
    /// `sha256:` and base 32; `-` when the record tells none.
    package var digest: String
    package var method: String?
    package var requestBody: String?
  }

  package var subject: Subject
  /// The name of the WARC file.
  package var file: String
  package var offset: Int
  package var length: Int

  /// `20211231080000`.
  package static func digits(_ moment: Timestamp) -> String {
    var digits: [UInt8] = []
    moment.append(digitsTo: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// The line, with its line end.
  var line: [UInt8] {
    var line: [UInt8] = []
    append(to: &line)
    return line
  }

  /// Writes the line, with its line end, at the end of `out`.
  func append(to out: inout [UInt8]) {
    out += subject.key.utf8
    out.append(0x20)
    subject.fetchedAt.append(digitsTo: &out)
    out.append(0x20)
    var json = JSONWriter(.oneLine, behind: out)
    // One text, one owner: the writer goes on in the same memory.
    out = []
    json.object { object in
      object.member("url", subject.url)
      object.member("mime", subject.mime)
      object.member("status", subject.status)
      object.member("digest", subject.digest)
      object.member("length", String(length))
      object.member("offset", String(offset))
      object.member("filename", file)
      if let method = subject.method { object.member("method", method) }
      if let body = subject.requestBody { object.member("requestBody", body) }
    }
    out = json.finished()
  }

  /// Reads a line without its end; nil when it is none.
  init?(line: ArraySlice<UInt8>) {
    let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let json = FlatJSON(Array(parts[2])),
      let moment = Self.moment(parts[1]),
      let url = json.text("url"), let file = json.text("filename"),
      let offset = json.text("offset").flatMap({ Int($0) }),
      let length = json.text("length").flatMap({ Int($0) }), offset >= 0, length > 0
    else { return nil }
    subject = Subject(
      key: String(decoding: parts[0], as: UTF8.self), url: url, fetchedAt: moment,
      mime: json.text("mime") ?? "unk", status: json.text("status") ?? "-",
      digest: json.text("digest") ?? "-", method: json.text("method"),
      requestBody: json.text("requestBody"))
    self.file = file
    self.offset = offset
    self.length = length
  }

  init(subject: Subject, file: String, offset: Int, length: Int) {
    self.subject = subject
    self.file = file
    self.offset = offset
    self.length = length
  }

  private static func moment(_ digits: ArraySlice<UInt8>) -> Timestamp? {
    guard digits.count == 14, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let text = Array(String(decoding: digits, as: UTF8.self))
    func part(_ range: Range<Int>) -> String { String(text[range]) }
    return Timestamp(
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):"
        + "\(part(12..<14))Z")
  }
}

extension CDXEntry.Subject {
  /// The subject of an answer.
  ///
  /// `head` is the answer's, `digest` as the record tells it, `request` the request with its body.
  init(
    url: WebURL, fetchedAt: Timestamp, head: [UInt8], digest: String?, isRevisit: Bool,
    request: [UInt8]
  ) {
    let message = MessageHead(head)
    let post = PostedForm(request)
    self.init(
      key: SURT.key(url, body: post?.body, method: post?.method ?? "POST"), url: url.string,
      fetchedAt: fetchedAt,
      mime: isRevisit ? "warc/revisit" : Self.mediaType(message) ?? "unk",
      status: message.status.map { String($0) } ?? "-", digest: digest ?? "-",
      method: post?.method, requestBody: post?.body)
  }

  private static func mediaType(_ head: MessageHead) -> String? {
    guard let value = head.first("content-type") else { return nil }
    let essence = value.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
    let text = MessageHead.lower(MessageHead.trimmed(essence))
    let isClean = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    return text.isEmpty || !isClean ? nil : text
  }
}

/// A request that brought a body: its method and the body as a query.
struct PostedForm {
  let method: String
  let body: String

  /// Nil for a GET, a HEAD, or no request.
  init?(_ request: [UInt8]) {
    // Nearly all requests.
    if request.starts(with: "GET ".utf8) { return nil }
    let (head, bytes) = ResponseBlock.split(request)
    let line = MessageHead(head).startLine
    let method = String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self)
    let isPlain = method.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    guard !method.isEmpty, isPlain, method != "GET", method != "HEAD" else { return nil }
    self.method = method
    // A form stands in the key as it was sent; other bodies could break the line.
    body = String(
      decoding: bytes.prefix(4096).map { $0 > 0x20 && $0 < 0x7F ? $0 : UInt8(ascii: "_") },
      as: UTF8.self)
  }
}
