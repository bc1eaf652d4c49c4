/// The head of an HTTP message: start line and fields, read with tolerance.
///
/// Lines end with CRLF or LF; lines without a colon are passed over; a line that begins with
/// white space continues the one before (obsolete folding, RFC 9112 §5.2). The cost of a look-up
/// is linear in the head, which libcurl and the archive reader both bound.
struct MessageHead {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first line without its line end.
  var startLine: ArraySlice<UInt8> {
    let line = bytes.prefix { $0 != 0x0A }
    return line.last == 0x0D ? line.dropLast() : line
  }

  /// The three-digit status after `HTTP/…`; nil for anything else.
  var status: Int? {
    let line = startLine
    guard line.starts(with: Array("HTTP/".utf8)), let space = line.firstIndex(of: 0x20) else {
      return nil
    }
    let rest = line[space...].drop { $0 == 0x20 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 3 else { return nil }
    let next = rest.dropFirst(3).first
    guard next == nil || next == 0x20 || next == 0x09 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The value of the first field of that name.
  func first(_ name: String) -> [UInt8]? { all(name).first }

  /// The values of all fields of that name, in order, trimmed.
  func all(_ name: String) -> [[UInt8]] {
    let wanted = Self.lower(Array(name.utf8))
    return fields.filter { Self.lower($0.name) == wanted }.map(\.value)
  }

  /// All fields in order.
  var fields: [(name: [UInt8], value: [UInt8])] {
    var found: [(name: [UInt8], value: [UInt8])] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst() {
      let text = line.last == 0x0D ? line.dropLast() : line
      guard let first = text.first else { break }
      if first == 0x20 || first == 0x09 {
        guard let last = found.indices.last else { continue }
        found[last].value += [0x20] + Self.trimmed(text)
      } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
        found.append((Self.trimmed(text[..<colon]), Self.trimmed(text[(colon + 1)...])))
      }
    }
    return found
  }

  /// The bytes without white space at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var slice = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    while let last = slice.last, last == 0x20 || last == 0x09 || last == 0x0D {
      slice = slice.dropLast()
    }
    return Array(slice)
  }

  /// ASCII letters in lower case, as text.
  static func lower(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
