import Web

/// The secrets of one channel, taken from the environment, and their removal from texts.
struct Secrets {
  /// Why a message can't be sent: a variable that the plan names is not set.
  struct Missing: Error { let variable: String }

  private let environment: [String: String]
  private var words: Set<String> = []
  private static let shortest = 3

  init(_ environment: [String: String]) { self.environment = environment }

  /// The value of a variable, without white space around it; throws when it is empty.
  mutating func value(_ variable: String) throws(Missing) -> String {
    let text = (environment[variable] ?? "").trimmed
    guard !text.isEmpty else { throw Missing(variable: variable) }
    words.insert(text)
    return text
  }

  /// The address in a variable: its query and the long words of its path are secrets, its host
  /// is none.
  mutating func address(_ variable: String) throws(Missing) -> String {
    let text = try value(variable)
    if let url = WebURL(text) {
      words.insert(url.string)
      for part in (url.query ?? "").split(whereSeparator: { $0 == "&" || $0 == "=" })
      where part.utf8.count >= 8 {
        words.insert(String(part))
      }
      for part in url.path.split(separator: "/") where part.utf8.count >= 16 {
        words.insert(String(part))
      }
    }
    return text
  }

  /// The text with every secret that occurs in it replaced by `***`, and fit for a terminal.
  func redacted(_ text: String) -> String {
    var text = text
    let secrets = words.filter { $0.utf8.count >= Self.shortest }
    for word in secrets.sorted(by: { ($0.utf8.count, $0) > ($1.utf8.count, $1) }) {
      text = text.replacing(word, with: "***")
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(300).map {
          $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
            ? " " : $0
        }))
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
