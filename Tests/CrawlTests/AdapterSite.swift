import Support

/// A small site of one content system: pages, and an interface that answers by what it is asked.
///
/// `routes.txt` has a line a route, the first that fits answers: method, path (a `*` at its end
/// stands for anything), parameters that query or form must have, `=>`, the file, and a status or
/// a media type.
struct AdapterSite: Sendable {
  struct Route: Sendable {
    var method: String
    var path: String
    var parameters: [String]
    var file: String
    var status = 200
    var type = ""
  }

  static let folder = "\(Fixtures.folder)/sites/adapters"
  /// Every family that has a folder.
  static let families = [
    "dede", "dede-script", "embedded-json", "empire", "empire-script", "gkmlpt", "gkmlpt-front",
    "hanweb",
    "hanweb-post", "hanweb-search", "jpaas", "jpaas-first-page-only", "jpolicy", "named-json",
    "named-no-total",
    "named-xml", "openness", "szinf", "tax", "trap-cut", "trap-empty", "trap-html-error",
    "trap-total", "trs", "ucap", "vsb",
  ]

  let routes: [Route]
  /// What is to be found of the column: rows, state, gaps.
  let column: String
  let state: String
  let gaps: [String]
  let rows: [String]
  private let root: String

  init?(_ family: String) {
    let root = "\(Self.folder)/\(family)"
    self.root = root
    func lines(_ name: String) -> [String]? {
      StaticFolder.contents(of: "\(root)/\(name)").map { bytes in
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      }
    }
    guard let written = lines("routes.txt"), let expected = lines("expected.txt"),
      expected.count >= 3
    else { return nil }
    routes = written.compactMap { Self.route($0) }
    func value(_ line: String) -> String {
      line.split(separator: ":", maxSplits: 1).dropFirst().first.map {
        String($0.drop(while: { $0 == " " }))
      } ?? ""
    }
    column = value(expected[0])
    state = value(expected[1])
    gaps = value(expected[2]).split(separator: " ").map(String.init)
    rows = Array(expected.dropFirst(3))
  }

  private static func route(_ line: String) -> Route? {
    guard !line.hasPrefix("#"), let arrow = line.firstRange(of: " => ") else { return nil }
    let left = line[..<arrow.lowerBound].split(separator: " ").map(String.init)
    let right = line[arrow.upperBound...].split(separator: " ").map(String.init)
    guard left.count >= 2, let file = right.first else { return nil }
    let path = left[1].split(separator: "?", maxSplits: 1).map(String.init)
    var route = Route(
      method: left[0], path: path[0],
      parameters: left.dropFirst(2)
        + path.dropFirst().flatMap { $0.split(separator: "&").map(String.init) },
      file: file)
    for word in right.dropFirst() {
      if let status = Int(word) { route.status = status } else { route.type = word }
    }
    return route
  }

  /// The reply to one request.
  func reply(to request: ServerRequest) -> ServerReply {
    let sent = Self.parameters(request.query ?? "")
      .union(Self.parameters(String(decoding: request.body, as: UTF8.self)))
    let found = routes.first { route in
      route.method == request.method && Self.fits(request.path, route.path)
        && route.parameters.allSatisfy { sent.contains($0) }
    }
    guard let found else { return request.path == "/" ? file("index.html", 200, "") : .notFound }
    return file(found.file, found.status, found.type)
  }

  private func file(_ name: String, _ status: Int, _ type: String) -> ServerReply {
    guard let body = StaticFolder.contents(of: "\(root)/\(name)") else { return .notFound }
    let usual = name.hasSuffix(".json") ? "application/json" : "text/html; charset=utf-8"
    return .response(
      ServerResponse(
        status: status, fields: [("Content-Type", type.isEmpty ? usual : type)], body: body))
  }

  private static func fits(_ path: String, _ pattern: String) -> Bool {
    pattern.hasSuffix("*") ? path.hasPrefix(pattern.dropLast()) : path == pattern
  }

  /// `name=value` of each parameter, percent-encoding undone.
  private static func parameters(_ text: String) -> Set<String> {
    Set(text.split(separator: "&").map { decoded($0) })
  }

  private static func decoded(_ text: Substring) -> String {
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
