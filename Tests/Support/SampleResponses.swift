/// How one address of the sample district answers when it is not simply a file of `pages/`.
struct SampleResponse: Sendable {
  /// What happens besides sending a body.
  enum Behaviour: Sendable, Equatable {
    case plain
    /// The body goes out gzip-coded to a client that takes it.
    case gzip
    /// The type goes out without its charset, as old servers send it.
    case noCharset
    /// So many milliseconds pass before the answer.
    case slow(Int)
    /// The file of another address is sent.
    case alias(String)
    /// A calendar whose months lead to further months without end.
    case calendar
  }

  /// An address, or all addresses that begin with it when the table has a `*` at its end.
  var path: String
  var isPrefix: Bool
  var status: Int
  var fields: [(name: String, value: String)]
  var behaviour: Behaviour
  /// A file of `special/` that stands in for the page; nil: the page itself.
  var file: String?
}

/// The table `responses.csv`: columns path, status, headers (`Name: value`, parted by `|`),
/// behaviour and file; no cell holds a comma.
struct SampleResponses: Sendable {
  /// Rows whose form is not as it should be are an error of the fixture.
  struct Malformed: Error { var line: String }

  private let exact: [String: SampleResponse]
  private let prefixes: [SampleResponse]

  init(csv: String) throws(Malformed) {
    var exact: [String: SampleResponse] = [:]
    var prefixes: [SampleResponse] = []
    for line in csv.split(separator: "\n").dropFirst() {
      let response = try Self.response(line)
      if response.isPrefix { prefixes.append(response) } else { exact[response.path] = response }
    }
    self.exact = exact
    self.prefixes = prefixes
  }

  /// The row for an address without its query: an exact one first, else the first prefix.
  func row(for path: String) -> SampleResponse? {
    exact[path] ?? prefixes.first { path.hasPrefix($0.path) }
  }

  private static func response(_ line: Substring) throws(Malformed) -> SampleResponse {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    guard cells.count == 5, let status = Int(cells[1]) else { throw Malformed(line: String(line)) }
    let isPrefix = cells[0].hasSuffix("*")
    return SampleResponse(
      path: String(isPrefix ? cells[0].dropLast() : cells[0]), isPrefix: isPrefix, status: status,
      fields: cells[2].split(separator: "|").compactMap(field),
      behaviour: try behaviour(cells[3], in: line),
      file: cells[4].isEmpty ? nil : String(cells[4]))
  }

  private static func field(_ text: Substring) -> (name: String, value: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = text[text.index(after: colon)...].drop(while: { $0 == " " })
    return (String(text[..<colon]), String(value))
  }

  private static func behaviour(
    _ text: Substring, in line: Substring
  ) throws(Malformed) -> SampleResponse.Behaviour {
    let words = text.split(separator: " ")
    switch (words.first ?? "", words.count) {
    case ("", 0): return .plain
    case ("gzip", 1): return .gzip
    case ("nocharset", 1): return .noCharset
    case ("calendar", 1): return .calendar
    case ("alias", 2): return .alias(String(words[1]))
    case ("slow", 2):
      guard let milliseconds = Int(words[1]) else { throw Malformed(line: String(line)) }
      return .slow(milliseconds)
    default: throw Malformed(line: String(line))
    }
  }
}
