import Markup
import Web

/// Works out the addresses of a list's pages from those that a pager names.
///
/// Between two known pages the number in the address must grow, or fall, by one a page; anything
/// else is not continued. So `index_2.html`, `index_1.html` for page 2 and 博达's `name/59.htm`
/// (counting down) are all read from the pager itself.
struct PagerSeries {
  /// Addresses by page number, as far as the pager names them.
  private(set) var known: [Int: WebURL] = [:]

  /// The most pages that are worked out.
  static let limit = 500

  private struct Shape {
    var before: [UInt8]
    var after: [UInt8]
    var value: Int
    var digits: Int
  }

  mutating func add(_ page: Int, _ url: WebURL) {
    if page >= 1, known[page] == nil { known[page] = url }
  }

  /// The addresses of pages 2 … total as far as they can be known, by page number.
  func pages(total: Int?) -> [(page: Int, url: WebURL)] {
    var all = known
    if let rule = rule() {
      let end = min(total ?? known.keys.max() ?? 1, Self.limit)
      for page in 2..<max(2, end + 1) where all[page] == nil {
        if let url = rule.url(page) { all[page] = url }
      }
    }
    return all.sorted { $0.key < $1.key }.map { (page: $0.key, url: $0.value) }
  }

  /// The page that an address has in this series, or nil.
  func page(of url: WebURL) -> Int? {
    if let page = known.filter({ $0.value == url }).keys.min() { return page }
    return rule()?.page(of: Array(url.string.utf8))
  }

  /// How a page's number stands in its address.
  struct Rule {
    let before: [UInt8]
    let after: [UInt8]
    /// 1 or -1.
    let step: Int
    let offset: Int

    /// Numbers that this rule would give for `page`.
    func url(_ page: Int) -> WebURL? {
      let value = page * step + offset
      guard value >= 0 else { return nil }
      let text = before + Array(String(value).utf8) + after
      return WebURL(String(decoding: text, as: UTF8.self))
    }

    func page(of address: [UInt8]) -> Int? {
      guard address.count > before.count + after.count, address.starts(with: before),
        address.suffix(after.count).elementsEqual(after)
      else { return nil }
      let digits = address[before.count..<(address.count - after.count)]
      guard digits.count <= 6, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let page = (value - offset) * step
      return page >= 1 ? page : nil
    }
  }

  /// The rule that two named pages show, or the plain one of a single named page.
  func rule() -> Rule? {
    let pages = known.keys.filter { $0 > 1 }.sorted()
    guard let low = pages.first, let lowURL = known[low] else { return nil }
    if pages.count >= 2, let high = pages.last, let highURL = known[high] {
      return Self.rule(low, Array(lowURL.string.utf8), high, Array(highURL.string.utf8))
    }
    return Self.rule(single: low, Array(lowURL.string.utf8))
  }

  private static func rule(_ low: Int, _ left: [UInt8], _ high: Int, _ right: [UInt8]) -> Rule? {
    for shape in shapes(left).reversed() {
      guard right.starts(with: shape.before),
        right.suffix(shape.after.count).elementsEqual(shape.after),
        right.count > shape.before.count + shape.after.count
      else { continue }
      let digits = right[shape.before.count..<(right.count - shape.after.count)]
      guard digits.count <= 6, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let step =
        high > low && value - shape.value == high - low
        ? 1 : shape.value - value == high - low ? -1 : 0
      if step != 0 {
        return Rule(
          before: shape.before, after: shape.after, step: step, offset: shape.value - low * step)
      }
    }
    return nil
  }

  /// One named page tells only when its own number, or the one before, ends its address's name.
  private static func rule(single page: Int, _ address: [UInt8]) -> Rule? {
    for shape in shapes(address).reversed() where shape.digits <= 4 {
      guard shape.value == page || shape.value == page - 1, page <= 3 || shape.value == page else {
        continue
      }
      let last = shape.before.last ?? 0
      guard [0x5F, 0x2D, 0x3D, 0x2F, 0x70, 0x50].contains(last) else { continue }
      return Rule(
        before: shape.before, after: shape.after, step: 1, offset: shape.value - page)
    }
    return nil
  }

  /// The runs of digits in an address, each with what stands before and after it.
  private static func shapes(_ address: [UInt8]) -> [Shape] {
    var out: [Shape] = []
    var index = 0
    while index < address.count, out.count < 16 {
      guard (0x30...0x39).contains(address[index]) else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < address.count, (0x30...0x39).contains(address[index]) {
        value = min(value, 100_000_000) * 10 + Int(address[index] - 0x30)
        index += 1
      }
      if index - start <= 6 {
        out.append(
          Shape(
            before: Array(address[..<start]), after: Array(address[index...]), value: value,
            digits: index - start))
      }
    }
    return out
  }
}
