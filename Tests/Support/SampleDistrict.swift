import Glibc

/// The bundled sample district as a web server sees it: pages, and addresses that misbehave.
///
/// Pure but for reading files and, at the one slow address, waiting.
package struct SampleDistrict: Sendable {
  /// A file of the fixture that is not there.
  package struct Missing: Error { package var file: String }

  /// The folder of the fixture, without a slash at the end.
  package let folder: String
  private let pages: StaticFolder
  private let responses: SampleResponses

  /// The fixture of this checkout.
  package static var bundledFolder: String { Fixtures.folder + "/sites/sample-district" }

  /// Opens the fixture in `folder`; throws when its table of responses is missing or malformed.
  package init(folder: String = bundledFolder) throws {
    let table = folder + "/responses.csv"
    guard let bytes = StaticFolder.contents(of: table) else { throw Missing(file: table) }
    self.folder = folder
    pages = StaticFolder(folder + "/pages")
    responses = try SampleResponses(csv: String(decoding: bytes, as: UTF8.self))
  }

  /// The plan of the fixture with `port` in place of its placeholder.
  package func plan(port: Int) throws -> String {
    let file = folder + "/plan.yaml"
    guard let bytes = StaticFolder.contents(of: file) else { throw Missing(file: file) }
    return Self.replacing("{port}", by: "\(port)", in: String(decoding: bytes, as: UTF8.self))
  }

  /// What the district's server answers.
  package func reply(to request: ServerRequest) -> ServerReply {
    guard let row = responses.row(for: request.path) else { return page(request) }
    var response: ServerResponse
    switch row.behaviour {
    case .calendar: response = calendar(request, file: row.file ?? "")
    case .alias(let path):
      var other = request
      other.target = path
      response = content(pages.reply(to: other))
    default:
      if let file = row.file {
        response = special(file)
      } else if row.status == 200 {
        response = content(page(request))
      } else {
        response = ServerResponse(status: row.status, body: [])
      }
    }
    if case .slow(let milliseconds) = row.behaviour {
      usleep(UInt32(clamping: milliseconds) * 1000)
    }
    if response.status == 200 { response.status = row.status }
    for field in row.fields {
      response.fields.removeAll { $0.name == field.name }
      response.fields.append(field)
    }
    if row.behaviour == .noCharset { Self.dropCharset(&response) }
    if row.behaviour == .gzip, request.field("accept-encoding")?.contains("gzip") == true {
      response.body = StoredGzip.encode(response.body)
      response.fields.append(("Content-Encoding", "gzip"))
    }
    return .response(response)
  }

  /// A file of `pages/`; what is not there gets the site's own page for that.
  private func page(_ request: ServerRequest) -> ServerReply {
    let reply = pages.reply(to: request)
    guard case .response(let response) = reply, response.status == 404 else { return reply }
    var missing = special("notfound.html")
    missing.status = 404
    return .response(missing)
  }

  private func content(_ reply: ServerReply) -> ServerResponse {
    guard case .response(let response) = reply else { return .text("", status: 500) }
    return response
  }

  private func special(_ file: String) -> ServerResponse {
    guard let body = StaticFolder.contents(of: "\(folder)/special/\(file)") else {
      return .text("no such special page: \(file)", status: 500)
    }
    return ServerResponse(fields: [("Content-Type", "text/html; charset=utf-8")], body: body)
  }

  private func calendar(_ request: ServerRequest, file: String) -> ServerResponse {
    var numbers: [String: Int] = [:]
    for pair in (request.query ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { numbers[String(parts[0])] = Int(parts[1]) }
    }
    let year = min(max(numbers["y"] ?? 2021, 1), 9998)
    let month = min(max(numbers["m"] ?? 12, 1), 12)
    var response = special(file)
    var text = String(decoding: response.body, as: UTF8.self)
    for (name, value) in [
      ("{year}", year), ("{month}", month),
      ("{previousYear}", month == 1 ? year - 1 : year), ("{previousMonth}", (month + 10) % 12 + 1),
      ("{nextYear}", month == 12 ? year + 1 : year), ("{nextMonth}", month % 12 + 1),
    ] { text = Self.replacing(name, by: "\(value)", in: text) }
    response.body = Array(text.utf8)
    return response
  }

  private static func dropCharset(_ response: inout ServerResponse) {
    for index in response.fields.indices where response.fields[index].name == "Content-Type" {
      let type = response.fields[index].value.prefix { $0 != ";" }
      response.fields[index].value = String(type)
    }
  }

  private static func replacing(_ mark: String, by value: String, in text: String) -> String {
    text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: value)
  }
}
