private import CBytes

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
    let line = bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)]
    return line.last == 0x0D ? line.dropLast() : line
  }

  /// The three-digit status after `HTTP/…`; nil for anything else.
  var status: Int? {
    let line = startLine
    guard line.starts(with: "HTTP/".utf8), let space = line.firstIndex(of: 0x20) else {
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
  func first(_ name: String) -> [UInt8]? { values(of: name, most: 1).first }

  /// The values of all fields of that name, in order, trimmed.
  func all(_ name: String) -> [[UInt8]] { values(of: name, most: .max) }

  private func values(of name: String, most: Int) -> [[UInt8]] {
    var found: [[UInt8]] = []
    // The field that the next line may continue is one that was asked for.
    var isOpen = false
    var isFirst = true
    Self.forEachLine(of: bytes) { line in
      if isFirst {
        isFirst = false
        return true
      }
      let start = bytes[line.lowerBound]
      if start == 0x20 || start == 0x09 {
        if isOpen { found[found.count - 1] += [0x20] + Self.trimmed(bytes[line]) }
        return true
      }
      // Most lines are of other fields.
      if !isOpen, let first = name.utf8.first, start != 0x0D,
        Self.lowered(start) != Self.lowered(first)
      {
        return true
      }
      guard let colon = Self.colon(in: line, of: bytes) else { return true }
      guard found.count < most else { return false }
      isOpen = Self.isName(bytes, line.lowerBound..<colon, name)
      if isOpen { found.append(Self.trimmed(bytes[(colon + 1)..<line.upperBound])) }
      return true
    }
    return found
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

  /// Calls `body` for each line up to the first empty one after the first, until it says false;
  /// line ends are left out.
  static func forEachLine(of bytes: [UInt8], _ body: (Range<Int>) -> Bool) {
    var start = 0
    while start <= bytes.count {
      let end = place(of: 0x0A, in: bytes, start..<bytes.count) ?? bytes.count
      let stop = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      guard stop > start || start == 0 else { return }
      guard body(start..<stop) else { return }
      start = end + 1
    }
  }

  /// Where the name of the field on a line ends; nil for a line without a colon.
  static func colon(in line: Range<Int>, of bytes: [UInt8]) -> Int? {
    place(of: UInt8(ascii: ":"), in: bytes, line)
  }

  private static func place(of byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let found = unsafe bytes.withUnsafeBufferPointer { all in
      unsafe all.baseAddress.map { text in
        unsafe mc_find(text, range.lowerBound, range.upperBound, all.count, byte)
      }
    }
    return found == range.upperBound ? nil : found
  }

  /// Says whether bytes are a name, without regard to case and to white space around them.
  static func isName(_ bytes: [UInt8], _ range: Range<Int>, _ name: String) -> Bool {
    var range = range
    while let first = range.first, isSpace(bytes[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isSpace(bytes[last]) { range = range.lowerBound..<last }
    guard range.count == name.utf8.count else { return false }
    var position = range.lowerBound
    for wanted in name.utf8 {
      guard lowered(wanted) == lowered(bytes[position]) else { return false }
      position += 1
    }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
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
