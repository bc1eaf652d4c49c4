import Texts
import Web
import YAML

/// Reads the addresses of a plan and says precisely what is wrong with one.
enum AddressText {
  /// An absolute http or https address.
  static func url(_ value: YAMLValue, log: YAMLProblemLog) -> WebURL? {
    guard let text = value.string(log: log) else { return nil }
    let hasScheme = text.contains("://")
    if hasScheme, !hasControls(text), let url = WebURL(text) { return url }
    let fault = fault(text, hasScheme: hasScheme)
    log.add(
      value.problem(
        Bilingual(
          zh: "\(fault.zh)，实为\(value.seen.zh)", en: "\(fault.en), not \(value.seen.en)")))
    return nil
  }

  /// What an address that can't be read should have been.
  static func fault(_ text: String, hasScheme: Bool) -> Bilingual {
    let lower = text.lowercased()
    guard hasScheme else {
      return Bilingual(
        zh: "应为以http://或https://开头的网址",
        en: "expected an address that begins with http:// or https://")
    }
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else {
      return Bilingual(
        zh: "只抓取http://和https://网址", en: "only http:// and https:// addresses are fetched")
    }
    let authority = lower.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    if authority?.contains("@") == true {
      return Bilingual(
        zh: "网址中不能带用户名或密码", en: "an address may not hold a user name or password")
    }
    return Bilingual(
      zh: "应为网址，如http://www.example.gov.cn/",
      en: "expected an address such as http://www.example.gov.cn/")
  }

  private static func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F }
  }

  /// A host, with a port when it is not the usual one.
  static func host(_ value: YAMLValue, log: YAMLProblemLog) -> HostPort? {
    guard let text = value.string(log: log) else { return nil }
    if !hasControls(text), !text.hasSuffix(":"), let host = HostPort(text) { return host }
    value.reject(
      expected: Bilingual(
        zh: "主机名，如www.example.gov.cn或127.0.0.1:8080，不带http://和路径",
        en: "a host such as www.example.gov.cn or 127.0.0.1:8080, without scheme and path"),
      log: log)
    return nil
  }

  /// A range of addresses: `10.0.0.0/8`, `fd00::/8`, or one address.
  static func range(_ value: YAMLValue, log: YAMLProblemLog) -> CIDR? {
    guard let text = value.string(log: log) else { return nil }
    if let range = CIDR(text) { return range }
    value.reject(
      expected: Bilingual(
        zh: "地址段，如10.0.0.0/8、fd00::/8，或单个IP地址",
        en: "an address range such as 10.0.0.0/8 or fd00::/8, or one IP address"), log: log)
    return nil
  }
}
