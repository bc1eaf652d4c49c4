import Web

/// The page's number within the address, or posted form, of an interface.
struct PageSlot {
  let before: String
  let number: Int
  let after: String

  /// Names of the parameter, in lower case.
  private static let names = [
    "pageno", "pageindex", "pagenum", "pagenumber", "page", "currentpage", "curpage", "currpage",
    "nowpage", "pagenow", "pn", "p",
  ].map { Array($0.utf8) }
  private static let quotes = [Array("%22".utf8), Array("\"".utf8), Array("%27".utf8)]
  private static let colons = [Array("%3a".utf8), Array(":".utf8)]

  /// Finds the slot of an address; nil when it has none.
  init?(_ url: WebURL) {
    let bytes = Array(url.string.utf8)
    let lower = ByteSearch.lowered(bytes)
    guard let mark = bytes.firstIndex(of: 0x3F) else { return nil }
    let found =
      Self.names.lazy.compactMap { Self.parameter($0, lower, from: mark) }.first
      ?? Self.names.lazy.compactMap { Self.member($0, lower, from: mark) }.first
    guard let found, found.count <= 6,
      let number = Int(String(decoding: bytes[found], as: UTF8.self))
    else { return nil }
    before = String(decoding: bytes[..<found.lowerBound], as: UTF8.self)
    self.number = number
    after = String(decoding: bytes[found.upperBound...], as: UTF8.self)
  }

  /// The same address with another number.
  func url(_ number: Int) -> WebURL? { WebURL("\(before)\(number)\(after)") }

  /// The number of rows a page that an address asks for; nil when it names none.
  static func size(in url: WebURL) -> Int? {
    let bytes = Array(url.string.utf8)
    guard let mark = bytes.firstIndex(of: 0x3F) else { return nil }
    let lower = ByteSearch.lowered(bytes)
    let found =
      sizes.lazy.compactMap { parameter($0, lower, from: mark) }.first
      ?? sizes.lazy.compactMap { member($0, lower, from: mark) }.first
    guard let found, found.count <= 6 else { return nil }
    return Int(String(decoding: bytes[found], as: UTF8.self))
  }

  private static let sizes = ["pagesize", "_pagesize", "size", "rows", "limit", "perpage"]
    .map { Array($0.utf8) }

  /// `&page=12&`.
  private static func parameter(_ name: [UInt8], _ text: [UInt8], from: Int) -> Range<Int>? {
    var start = from
    while let hit = ByteSearch.find(name, in: text, from: start) {
      start = hit + name.count
      guard text[hit - 1] == 0x3F || text[hit - 1] == 0x26, start < text.count,
        text[start] == 0x3D
      else { continue }
      let digits = digits(text, start + 1)
      guard !digits.isEmpty, digits.upperBound == text.count || text[digits.upperBound] == 0x26
      else { continue }
      return digits
    }
    return nil
  }

  /// `%22pageNo%22%3A12`: a member of JSON in a parameter.
  private static func member(_ name: [UInt8], _ text: [UInt8], from: Int) -> Range<Int>? {
    for quote in quotes {
      guard let hit = ByteSearch.find(quote + name + quote, in: text, from: from) else { continue }
      var index = hit + name.count + quote.count * 2
      guard let colon = colons.first(where: { text[index...].starts(with: $0) }) else { continue }
      index += colon.count
      if text[index...].starts(with: quote) { index += quote.count }
      let digits = digits(text, index)
      if !digits.isEmpty { return digits }
    }
    return nil
  }

  private static func digits(_ text: [UInt8], _ start: Int) -> Range<Int> {
    var end = start
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    return min(start, end)..<end
  }
}
