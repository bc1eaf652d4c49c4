/// The lines of a page's text.
///
/// Cut at bytes: a text is split for every part of every rule, and to look for the ends of what a
/// reader takes for one character costs ten times as much.
enum TextLines {
  /// Those that hold something, the first `most` of them.
  static func all(of text: String, most: Int) -> [Substring] {
    let bytes = text.utf8
    var lines: [Substring] = []
    var start = bytes.startIndex
    while start < bytes.endIndex, lines.count < most {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if end > start { lines.append(text[start..<end]) }
      guard end < bytes.endIndex else { break }
      start = bytes.index(after: end)
    }
    return lines
  }

  /// The beginning of a line, at most so many bytes of it, without half a character.
  static func head(of line: Substring, bytes: Int) -> String {
    let utf8 = line.utf8
    guard utf8.count > bytes else { return String(line) }
    var end = utf8.index(utf8.startIndex, offsetBy: bytes)
    while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(line[..<end])
  }
}
