/// One request as the test server read it.
package struct ServerRequest: Sendable {
  package var method: String
  /// Path and query as they stood in the request line.
  package var target: String
  /// Header fields in order, names in lower case.
  package var fields: [(name: String, value: String)]
  package var body: [UInt8]
  /// Which connection of the server carried it, from 1.
  package var connection: Int

  /// The target up to `?`.
  package var path: String { String(target.prefix(while: { $0 != "?" })) }

  /// What follows `?`, or nil.
  package var query: String? {
    target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
  }

  /// The first field of that name (lower case), or nil.
  package func field(_ name: String) -> String? {
    fields.first(where: { $0.name == name })?.value
  }

  /// A request without fields or body, as a test makes it to ask a handler directly.
  package init(method: String, target: String) {
    self.method = method
    self.target = target
    fields = []
    body = []
    connection = 0
  }

  /// Reads a request head (up to and without the empty line); nil when it is none.
  init?(head: [UInt8], connection: Int) {
    let text = String(decoding: head, as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    guard let words = lines.first?.split(separator: " "), words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    fields = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop(while: { $0 == " " })
      return (line[..<colon].lowercased(), String(value))
    }
    body = []
    self.connection = connection
  }
}

/// An ordinary response; `Content-Length` and `Connection` are added unless `fields` has them.
package struct ServerResponse: Sendable {
  package var status: Int
  package var fields: [(name: String, value: String)]
  package var body: [UInt8]

  package init(status: Int = 200, fields: [(name: String, value: String)] = [], body: [UInt8]) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// An HTML page in UTF-8.
  package static func html(
    _ text: String, status: Int = 200, fields: [(name: String, value: String)] = []
  ) -> Self {
    Self(
      status: status, fields: [("Content-Type", "text/html; charset=utf-8")] + fields,
      body: Array(text.utf8))
  }

  /// Plain text in UTF-8.
  package static func text(
    _ text: String, status: Int = 200, fields: [(name: String, value: String)] = []
  ) -> Self {
    Self(
      status: status, fields: [("Content-Type", "text/plain; charset=utf-8")] + fields,
      body: Array(text.utf8))
  }

  /// A redirect to `location`.
  package static func redirect(
    to location: String, status: Int = 302, fields: [(name: String, value: String)] = []
  ) -> Self {
    Self(status: status, fields: [("Location", location)] + fields, body: [])
  }

  /// The bytes on the wire for a request of that method.
  func bytes(method: String) -> [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
    for (name, value) in fields { text += "\(name): \(value)\r\n" }
    let names = Set(fields.map { $0.name.lowercased() })
    if !names.contains("content-length"), !names.contains("transfer-encoding") {
      text += "Content-Length: \(body.count)\r\n"
    }
    return Array("\(text)\r\n".utf8) + (method == "HEAD" ? [] : body)
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 429: "Too Many Requests"
    case 500: "Internal Server Error"
    case 503: "Service Unavailable"
    default: "Status"
    }
  }
}

/// What the test server does with one request.
package enum ServerReply: Sendable {
  /// Answers, and keeps the connection.
  case response(ServerResponse)
  /// Sends these bytes as they are, and keeps the connection.
  case raw([UInt8])
  /// Sends these bytes as they are, and closes.
  case rawThenClose([UInt8])
  /// Sends these bytes, then nothing more until the client goes or the server stops.
  case stall(after: [UInt8] = [])
  /// Sends these bytes, then resets the connection.
  case reset(after: [UInt8] = [])
  /// Sends `head`, then `chunk` again and again until the client goes or the server stops.
  case endless(head: [UInt8], chunk: [UInt8])
  /// Sends one byte after the other with a pause between, then closes.
  case slow([UInt8], pauseMilliseconds: Int32)
  /// Sends `first`, thinks, sends `rest`, and closes.
  case late(first: [UInt8], pauseMilliseconds: Int32, rest: [UInt8])
  /// Sends `head` at once, then a byte of `rest` and a pause again and again until the client goes.
  case drip(head: [UInt8], rest: UInt8, pauseMilliseconds: Int32)

  /// An HTML page in UTF-8.
  package static func html(
    _ text: String, status: Int = 200, fields: [(name: String, value: String)] = []
  ) -> Self {
    .response(.html(text, status: status, fields: fields))
  }

  /// A redirect to `location`.
  package static func redirect(
    to location: String, status: Int = 302, fields: [(name: String, value: String)] = []
  ) -> Self {
    .response(.redirect(to: location, status: status, fields: fields))
  }

  /// A 404 with a short text.
  package static let notFound = Self.response(.text("not found", status: 404))
}
