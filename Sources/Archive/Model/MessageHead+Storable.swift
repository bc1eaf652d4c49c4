extension MessageHead {
  /// The prefix under which a field is kept that is no longer true of the stored body.
  static let originalPrefix = Array("X-Archive-Orig-".utf8)

  /// A request head as it is stored: HTTP/1.1 form, CRLF, closed by an empty line.
  static func storable(request head: [UInt8]) -> [UInt8] {
    guard !head.isEmpty else { return [] }
    var out: [UInt8] = []
    out.reserveCapacity(head.count + 4)
    for (index, line) in lines(of: head).enumerated() {
      out += index == 0 ? requestLine(line) : Array(line)
      out += [0x0D, 0x0A]
    }
    return out + [0x0D, 0x0A]
  }

  /// A response head as it is stored.
  ///
  /// The transfer coding is undone before a body is stored, so `Transfer-Encoding` would make
  /// other programs look for chunks that are not there, and a `Content-Length` other than the
  /// stored length would make them cut or wait. Both are kept under `X-Archive-Orig-…`. A status
  /// line of HTTP/2 or 3, which exists on no wire, becomes one of HTTP/1.1.
  static func storable(response head: [UInt8], bodyLength: Int) -> [UInt8] {
    guard !head.isEmpty else { return [] }
    var out: [UInt8] = []
    out.reserveCapacity(head.count + 40)
    for (index, line) in lines(of: head).enumerated() {
      if index == 0 {
        out += statusLine(line)
      } else {
        if isUntrue(line, bodyLength: bodyLength) { out += originalPrefix }
        out += line
      }
      out += [0x0D, 0x0A]
    }
    return out + [0x0D, 0x0A]
  }

  /// The lines up to the first empty one, without line ends.
  private static func lines(of head: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    for line in head.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = line.last == 0x0D ? line.dropLast() : line
      if text.isEmpty { break }
      found.append(text)
    }
    return found
  }

  private static func isUntrue(_ line: ArraySlice<UInt8>, bodyLength: Int) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    switch lower(trimmed(line[..<colon])) {
    case "transfer-encoding": return true
    case "content-length":
      let value = String(decoding: trimmed(line[(colon + 1)...]), as: UTF8.self)
      return value != String(bodyLength)
    default: return false
    }
  }

  private static func statusLine(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.starts(with: Array("HTTP/2".utf8)) || line.starts(with: Array("HTTP/3".utf8)),
      let space = line.firstIndex(of: 0x20)
    else { return Array(line) }
    return Array("HTTP/1.1".utf8) + line[space...]
  }

  private static func requestLine(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard let space = line.lastIndex(of: 0x20) else { return Array(line) }
    let version = line[(space + 1)...]
    guard version.starts(with: Array("HTTP/2".utf8)) || version.starts(with: Array("HTTP/3".utf8))
    else { return Array(line) }
    return Array(line[...space]) + Array("HTTP/1.1".utf8)
  }
}
