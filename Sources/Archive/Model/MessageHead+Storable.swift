extension MessageHead {
  /// The prefix under which a field is kept that is no longer true of the stored body.
  static let originalPrefix = Array("X-Archive-Orig-".utf8)

  /// A request head as it is stored: HTTP/1.1 form, CRLF, closed by an empty line.
  static func storable(request head: [UInt8]) -> [UInt8] {
    stored(head, startLine: requestLine) { _, _ in false }
  }

  /// A response head as it is stored.
  ///
  /// The transfer coding is undone before a body is stored, so `Transfer-Encoding` would make
  /// other programs look for chunks that are not there, and a `Content-Length` other than the
  /// stored length would make them cut or wait. Both are kept under `X-Archive-Orig-…`. A status
  /// line of HTTP/2 or 3, which exists on no wire, becomes one of HTTP/1.1.
  static func storable(response head: [UInt8], bodyLength: Int) -> [UInt8] {
    stored(head, startLine: statusLine) { isUntrue($0, $1, bodyLength: bodyLength) }
  }

  /// A head with CRLF, the start line that `startLine` gives, if any, and the prefix before the
  /// fields that are no longer true.
  private static func stored(
    _ head: [UInt8], startLine: (ArraySlice<UInt8>) -> ArraySlice<UInt8>?,
    isUntrue: ([UInt8], Range<Int>) -> Bool
  ) -> [UInt8] {
    guard !head.isEmpty else { return [] }
    func other(_ line: Range<Int>) -> ArraySlice<UInt8>? {
      line.lowerBound == 0 ? startLine(head[line]) : nil
    }
    func isMarked(_ line: Range<Int>) -> Bool { line.lowerBound > 0 && isUntrue(head, line) }
    // Nearly all heads are stored as they came.
    var isSame = true
    var end = 0
    forEachStored(head) { line in
      isSame =
        isSame && isLineEnd(head, at: line.upperBound) && other(line) == nil && !isMarked(line)
      end = line.upperBound + lineEnd.count
    }
    if isSame, isLineEnd(head, at: end), end + lineEnd.count == head.count { return head }
    var out: [UInt8] = []
    out.reserveCapacity(head.count + 40)
    forEachStored(head) { line in
      if isMarked(line) { out += originalPrefix }
      out += other(line) ?? head[line]
      out += lineEnd
    }
    return out + lineEnd
  }

  private static func isLineEnd(_ head: [UInt8], at place: Int) -> Bool {
    place + 1 < head.count && head[place] == 0x0D && head[place + 1] == 0x0A
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
    // Few other fields begin as these do; white space may stand before a name.
    let first = head[line.lowerBound]
    guard "TtCc".utf8.contains(first) || isSpace(first) else { return false }
    guard let colon = colon(in: line, of: head) else { return false }
    let name = line.lowerBound..<colon
    if isName(head, name, "transfer-encoding") { return true }
    guard isName(head, name, "content-length") else { return false }
    return !trimmed(head[(colon + 1)..<line.upperBound]).elementsEqual(String(bodyLength).utf8)
  }

  /// The status line that is stored in place of another; nil for none.
  private static func statusLine(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard isNewer(line), let space = line.firstIndex(of: 0x20) else { return nil }
    return Array("HTTP/1.1".utf8) + line[space...]
  }

  /// The request line that is stored in place of another; nil for none.
  private static func requestLine(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let space = line.lastIndex(of: 0x20), isNewer(line[(space + 1)...]) else { return nil }
    return line[...space] + Array("HTTP/1.1".utf8)
  }

  /// Says whether a version stands there that is later than HTTP/1.1.
  private static func isNewer(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "HTTP/2".utf8) || text.starts(with: "HTTP/3".utf8)
  }
}
