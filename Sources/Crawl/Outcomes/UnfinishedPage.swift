import Page

/// Recognises a page that ends too early although its response ended as it should: a length that
/// counts characters, a connection closed in place of a length, a program that broke off.
///
/// Of 1,061 pages that real sites sent whole, each bears `</body>` or `</html>`. Without them a page still
/// is whole when all that it opens it closes.
enum UnfinishedPage {
  /// Why the page is not whole, in a word for the detail; nil for a whole one.
  static func reason(_ bytes: [UInt8]) -> String? {
    guard isMarkup(bytes) else { return nil }
    if let fault = fault(bytes) { return fault }
    guard !hasEnd(bytes) else { return nil }
    if cutTag(bytes) != nil { return "ends within a tag" }
    return isPage(bytes) && leavesOpen(bytes) ? "no end tag" : nil
  }

  /// The bytes up to a tag that the end cuts off: half an address leads nowhere.
  static func withoutCutTag(_ bytes: [UInt8]) -> [UInt8] {
    guard let open = cutTag(bytes), isMarkup(bytes) else { return bytes }
    return Array(bytes[..<open])
  }

  /// Where the last tag begins, if nothing ends it: `<a href="/0/1`, and not PM<2.5.
  private static func cutTag(_ bytes: [UInt8]) -> Int? {
    guard let open = bytes.lastIndex(of: 0x3C), !bytes[open...].contains(0x3E) else { return nil }
    let next = bytes.dropFirst(open + 1).first ?? 0x2F
    return next == 0x2F || next == 0x21 || (0x61...0x7A).contains(next | 0x20) ? open : nil
  }

  /// The first sign of the text begins a tag: data may hold such signs anywhere.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && $0 < 0x80 } == 0x3C && !bytes.prefix(4).contains(0)
  }

  /// How far from its end a program's fault stands, in bytes.
  private static let tail = 6000
  private static let faults = Phrases([
    "<b>Fatal error</b>:", "<b>Parse error</b>:", "Maximum execution time of", "HTTP Status 500",
    "HTTP Status 503", "Server Error in '", "java.lang.", "org.apache.jasper.", "java.sql.",
    "Microsoft OLE DB Provider", "ADODB.", "VBScript 运行时错误", "Traceback (most recent call last)",
  ])
  /// A page shorter than this is the fault alone, and known by its words.
  private static let shortest = 2000

  private static func fault(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= shortest, faults.occur(in: bytes.suffix(tail)) else { return nil }
    return "a program's fault at its end"
  }

  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = ByteSearch.lowered(bytes.prefix(8000))
    return ["<html", "<body", "<!doctype html"].contains {
      ByteSearch.find(Array($0.utf8), in: head) != nil
    }
  }

  /// `</body` or `</html` stands somewhere; looked for from the end.
  private static func hasEnd(_ bytes: [UInt8]) -> Bool {
    var place = bytes.count - 6
    while place >= 0 {
      if bytes[place] == 0x3C, bytes[place + 1] == 0x2F,
        names.contains(name(bytes, place + 2, most: 4))
      {
        return true
      }
      place -= 1
    }
    return false
  }

  private static let names: Set<[UInt8]> = [Array("body".utf8), Array("html".utf8)]

  /// Elements whose end tag nobody leaves out.
  private static let closing: [[UInt8]] =
    [
      "div", "ul", "ol", "dl", "table", "section", "main", "article", "script", "style", "a",
      "select",
    ]
    .map { Array($0.utf8) }
  private static let longest = 7

  /// Some element is begun and not ended.
  private static func leavesOpen(_ bytes: [UInt8]) -> Bool {
    var counts = [Int](repeating: 0, count: closing.count)
    var place = 0
    while let open = bytes[place...].firstIndex(of: 0x3C) {
      place = open + 1
      if bytes[place...].starts(with: [0x21, 0x2D, 0x2D]) {
        guard let end = ByteSearch.find([0x2D, 0x2D, 0x3E], in: bytes[place...]) else {
          return true
        }
        place = end + 3
        continue
      }
      let isEnd = place < bytes.count && bytes[place] == 0x2F
      let name = name(bytes, isEnd ? place + 1 : place, most: longest)
      guard let index = closing.firstIndex(of: name) else { continue }
      counts[index] += isEnd ? -1 : 1
      // What looks like tags within a script is none.
      if !isEnd, name.elementsEqual("script".utf8) {
        let end = Array("</script".utf8)
        guard let close = ByteSearch.find(end, in: bytes[place...]) else { return true }
        place = close
      }
    }
    return counts.contains { $0 > 0 }
  }

  /// The letters from a place on, in lower case.
  private static func name(_ bytes: [UInt8], _ start: Int, most: Int) -> [UInt8] {
    guard start < bytes.count else { return [] }
    return bytes[start...].prefix(most).prefix { (0x61...0x7A).contains($0 | 0x20) }
      .map { $0 | 0x20 }
  }
}
