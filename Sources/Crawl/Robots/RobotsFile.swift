/// The rules of one robots.txt that bind this program (RFC 9309).
///
/// Beyond the standard it keeps `Crawl-delay` and `Sitemap`, which many sites write.
package struct RobotsFile: Sendable, Equatable {
  /// The name by which robots.txt addresses this program (RFC 9309 §2.2.1).
  package static let productToken = "mingcha"
  /// How much of the file is read, in bytes (RFC 9309 §2.5: at least 500 KiB).
  package static let longest = 500 << 10
  /// How many redirects of the file are followed (RFC 9309 §2.3.1.2: at least five).
  package static let mostRedirects = 5

  /// No rule: everything may be fetched.
  package static let allowsAll = RobotsFile([])
  /// Everything is forbidden: the file could not be had (RFC 9309 §2.3.1.4).
  package static let allowsNothing = RobotsFile(Array("User-agent: *\nDisallow: /".utf8))

  /// The rules of our group, in the order of the file.
  private let rules: [RobotsRule]
  /// Seconds between two requests that the group asks for; nil when it does not.
  package let crawlDelay: Double?
  /// Addresses of sitemaps as written; they bind no group.
  package let sitemaps: [String]

  /// Reads a robots.txt; whatever can't be read is passed over.
  package init(_ bytes: [UInt8], token: String = productToken) {
    var reading = RobotsReading(token: token)
    var lines = Self.lines(of: bytes.prefix(Self.longest))
    // A line that the limit cuts says something else than the whole: `Disallow: /` of `/tmp`.
    if bytes.count > Self.longest, bytes[Self.longest] != 10, bytes[Self.longest] != 13,
      bytes[Self.longest - 1] != 10, bytes[Self.longest - 1] != 13
    {
      lines.removeLast()
    }
    for line in lines { reading.take(line) }
    let group = reading.group
    rules = group.rules
    crawlDelay = group.crawlDelay
    sitemaps = reading.sitemaps
  }

  /// Says whether an address may be fetched, by its path and query (`WebURL.target`).
  ///
  /// The rule with the longest pattern decides, `Allow` among equals; without a rule the address
  /// may be fetched (RFC 9309 §2.2.2). `/robots.txt` itself always may.
  package func allows(_ target: String) -> Bool {
    if target == "/robots.txt" { return true }
    let path = RobotsPath(target: target)
    var longest = -1
    var isAllowed = true
    for rule in rules where rule.length >= longest && rule.matches(path) {
      isAllowed = rule.isAllow || (rule.length == longest && isAllowed)
      longest = rule.length
    }
    return isAllowed
  }

  /// The lines without their ends (LF, CR or CRLF) and without a byte order mark.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    return text.split(whereSeparator: { $0 == 10 || $0 == 13 })
  }
}

/// The state between two lines of a robots.txt.
struct RobotsReading {
  /// What one or more groups of the file say together.
  struct Group {
    var isNamed = false
    var rules: [RobotsRule] = []
    var crawlDelay: Double?
  }

  private let token: [UInt8]
  private var own = Group()
  private var everyone = Group()
  private(set) var sitemaps: [String] = []
  /// Whether the group that is being read addresses us, or everyone.
  private var isOwn = false
  private var isEveryone = false
  /// The last line that counts was a rule: the next `User-agent` begins a new group.
  private var sawRule = true

  init(token: String) { self.token = Array(token.lowercased().utf8) }

  /// The groups that name us, merged; else those for everyone (RFC 9309 §2.2.1).
  var group: Group { own.isNamed ? own : everyone }

  mutating func take(_ line: ArraySlice<UInt8>) {
    let text = line.prefix(while: { $0 != UInt8(ascii: "#") })
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return }
    let value = Self.trimmed(text[(colon + 1)...])
    switch String(decoding: Self.trimmed(text[..<colon]), as: UTF8.self).lowercased() {
    case "user-agent": takeAgent(value)
    case "allow": takeRule(value, isAllow: true)
    case "disallow": takeRule(value, isAllow: false)
    case "crawl-delay": takeDelay(value)
    case "sitemap":
      if !value.isEmpty, sitemaps.count < 1000 {
        sitemaps.append(String(decoding: value, as: UTF8.self))
      }
    default: break
    }
  }

  private mutating func takeAgent(_ value: ArraySlice<UInt8>) {
    if sawRule {
      isOwn = false
      isEveryone = false
      sawRule = false
    }
    let isStar =
      value.first == UInt8(ascii: "*")
      && (value.count == 1 || [32, 9].contains(value.dropFirst().first))
    if isStar {
      isEveryone = true
      everyone.isNamed = true
      return
    }
    let name = value.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    if name.count == token.count, zip(name, token).allSatisfy({ $0.0 | 0x20 == $0.1 | 0x20 }) {
      isOwn = true
      own.isNamed = true
    }
  }

  private mutating func takeRule(_ value: ArraySlice<UInt8>, isAllow: Bool) {
    sawRule = true
    guard let rule = RobotsRule(pattern: Array(value), isAllow: isAllow) else { return }
    // The file's own limit bounds them.
    if isOwn { own.rules.append(rule) }
    if isEveryone { everyone.rules.append(rule) }
  }

  private mutating func takeDelay(_ value: ArraySlice<UInt8>) {
    guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds.isFinite,
      seconds >= 0
    else { return }
    if isOwn { own.crawlDelay = seconds }
    if isEveryone { everyone.crawlDelay = seconds }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes.drop { $0 == 32 || $0 == 9 }
    while let last = slice.last, last == 32 || last == 9 { slice.removeLast() }
    return slice
  }
}
