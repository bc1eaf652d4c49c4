extension MessageHead {
  /// The prefix under which a field is kept that is no longer true of the stored body.
  static let originalPrefix = Array("X-Archive-Orig-".utf8)

  /// A request head as it is stored: HTTP/1.1 form, CRLF, closed by an empty line.
  static func storable(request head: [UInt8]) -> [UInt8] {
    guard !head.isEmpty else { return [] }
    var out: [UInt8] = []
    out.reserveCapacity(head.count + 4)
    forEachStored(head) { line in
      if line.lowerBound == 0 { out += requestLine(head[line]) } else { out += head[line] }
      out += lineEnd
    }
    return out + lineEnd
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
    forEachStored(head) { line in
      if line.lowerBound == 0 {
        out += statusLine(head[line])
      } else {
        if isUntrue(head, line, bodyLength: bodyLength) { out += originalPrefix }
        out += head[line]
      }
      out += lineEnd
    }
    return out + lineEnd
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  /// The lines up to the first empty one.
  private static func forEachStored(_ head: [UInt8], _ body: (Range<Int>) -> Void) {
    forEachLine(of: head) { line in
      guard !line.isEmpty else { return false }
      body(line)
      return true
    }
  }

  private static func isUntrue(
    _ head: [UInt8], _ line: Range<Int>, bodyLength: Int
  ) -> Bool {
    guard let colon = colon(in: line, of: head) else { return false }
    let name = line.lowerBound..<colon
    if isName(head, name, "transfer-encoding") { return true }
    guard isName(head, name, "content-length") else { return false }
    return !trimmed(head[(colon + 1)..<line.upperBound]).elementsEqual(String(bodyLength).utf8)
  }

  private static func statusLine(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.starts(with: "HTTP/2".utf8) || line.starts(with: "HTTP/3".utf8),
      let space = line.firstIndex(of: 0x20)
    else { return line }
    return Array("HTTP/1.1".utf8) + line[space...]
  }

  private static func requestLine(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let space = line.lastIndex(of: 0x20) else { return line }
    let version = line[(space + 1)...]
    guard version.starts(with: "HTTP/2".utf8) || version.starts(with: "HTTP/3".utf8) else {
      return line
    }
    return line[...space] + Array("HTTP/1.1".utf8)
  }
}
