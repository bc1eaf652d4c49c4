/// Undoes the chunked transfer coding (RFC 9112 §7.1) in records of programs that keep it.
enum ChunkedBody {
  /// The body without chunk framing, and whether the last chunk was there.
  ///
  /// Nil when the bytes are not framed in chunks: many archives name the coding in the head and
  /// hold the body without it.
  static func undo(_ bytes: [UInt8]) -> (body: [UInt8], isWhole: Bool)? {
    var body: [UInt8] = []
    var position = 0
    var chunks = 0
    while true {
      guard let line = line(bytes, from: position) else {
        return chunks > 0 ? (body, false) : nil
      }
      guard let size = size(bytes[position..<line.end]) else { return nil }
      position = line.next
      if size == 0 { return (body, true) }
      chunks += 1
      guard size <= bytes.count - position else {
        return (body + bytes[position...], false)
      }
      body += bytes[position..<(position + size)]
      position += size
      if bytes[position...].starts(with: [0x0D, 0x0A]) {
        position += 2
      } else if position < bytes.count, bytes[position] == 0x0A {
        position += 1
      } else if position < bytes.count {
        return nil
      }
    }
  }

  private static func line(_ bytes: [UInt8], from start: Int) -> (end: Int, next: Int)? {
    guard let feed = bytes[start...].prefix(4096).firstIndex(of: 0x0A) else { return nil }
    let hasReturn = feed > start && bytes[feed - 1] == 0x0D
    return (hasReturn ? feed - 1 : feed, feed + 1)
  }

  /// The size in hexadecimal before an extension; nil for anything else.
  private static func size(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
    guard !digits.isEmpty, digits.count <= 12, digits.first != 0x2B, digits.first != 0x2D else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
