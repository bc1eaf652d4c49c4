/// Says whether bytes are well-formed UTF-8.
enum UTF8Check {
  /// What the bytes are.
  enum Result { case ascii, utf8, neither }

  static func check(_ bytes: [UInt8]) -> Result {
    guard let span = try? UTF8Span(validating: bytes.span) else { return .neither }
    return span.isKnownASCII && !bytes.contains(0x1B) ? .ascii : .utf8
  }

  static func isValid(_ bytes: [UInt8]) -> Bool { check(bytes) != .neither }
}
