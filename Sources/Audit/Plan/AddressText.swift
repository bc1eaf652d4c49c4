import Web
import YAML

/// Reads the addresses of a plan and says precisely what is wrong with one.
enum AddressText {
  /// An absolute http or https address.
  static func url(_ value: YAMLValue, log: YAMLProblemLog) -> WebURL? {
    guard let text = value.string(log: log) else { return nil }
    let hasScheme = text.contains("://")
    if hasScheme, !hasControls(text), let url = WebURL(text) { return url }
    log.add(value.problem("\(fault(text, hasScheme: hasScheme)), not \(value.seen)"))
    return nil
  }

  /// What an address that can't be read should have been.
  static func fault(_ text: String, hasScheme: Bool) -> String {
    let lower = text.lowercased()
    guard hasScheme else {
      return "expected an address that begins with http:// or https://"
    }
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else {
      return "only http:// and https:// addresses are fetched"
    }
    let authority = lower.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    if authority?.contains("@") == true {
      return "an address may not hold a user name or password"
    }
    return "expected an address such as http://www.example.gov.cn/"
  }

  private static func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F }
  }

  /// A host, with a port when it is not the usual one.
  static func host(_ value: YAMLValue, log: YAMLProblemLog) -> HostPort? {
    guard let text = value.string(log: log) else { return nil }
    if !hasControls(text), !text.hasSuffix(":"), let host = HostPort(text) { return host }
    value.reject(
      expected: "a host such as www.example.gov.cn or 127.0.0.1:8080, without scheme and path",
      log: log)
    return nil
  }

  /// A range of addresses as text: `10.0.0.0/8`, `fd00::/8`, or one address.
  static func range(_ value: YAMLValue, log: YAMLProblemLog) -> String? {
    guard let text = value.string(log: log) else { return nil }
    if isRange(text) { return text }
    value.reject(
      expected: "an address range such as 10.0.0.0/8 or fd00::/8, or one IP address", log: log)
    return nil
  }

  /// Says whether a text is `address` or `address/bits`.
  static func isRange(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = parts.first else { return false }
    let isFour = isIPv4(address)
    guard isFour || isIPv6(address) else { return false }
    guard parts.count == 2 else { return true }
    return number(parts[1], upTo: isFour ? 32 : 128)
  }

  /// A decimal number without leading zeros, at most `limit`.
  private static func number(_ text: Substring, upTo limit: Int) -> Bool {
    guard (1...3).contains(text.utf8.count), text == "0" || text.utf8.first != 0x30,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text)
    else { return false }
    return number <= limit
  }

  private static func isIPv4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { number($0, upTo: 255) }
  }

  /// RFC 4291 §2.2: eight groups, one `::` for a run of zeros, IPv4 at the end.
  private static func isIPv6(_ text: Substring) -> Bool {
    guard text.utf8.count <= 45, text.contains(":") else { return false }
    let halves = halves(text)
    guard halves.count <= 2 else { return false }
    var groups = 0
    for (index, half) in halves.enumerated() where !half.isEmpty {
      let parts = half.split(separator: ":", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        let isLast = index == halves.count - 1 && place == parts.count - 1
        if isLast && isIPv4(part) {
          groups += 2
        } else if (1...4).contains(part.utf8.count) && part.allSatisfy(\.isHexDigit) {
          groups += 1
        } else {
          return false
        }
      }
    }
    return halves.count == 2 ? groups <= 7 : groups == 8
  }

  /// The text before and after each `::`.
  private static func halves(_ text: Substring) -> [Substring] {
    var halves: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ":" && next < text.endIndex && text[next] == ":" {
        halves.append(text[start..<index])
        index = text.index(after: next)
        start = index
      } else {
        index = next
      }
    }
    return halves + [text[start...]]
  }
}
