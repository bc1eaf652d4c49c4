import Testing

@testable import Markup

/// What libxml2 reads in ways of its own is found wherever it stands.
struct `Plain text` {
  private func holds(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe PlainText.holds($0) }
  }

  /// Texts with nothing odd in them, some with bytes that begin as odd ones do.
  private static let plain = [
    "", "<p>\r\n\ttext", "政务公开，\u{FF5F}中华人民共和国\u{FFBD}﾿", "é\u{FFFD}\u{FEFF}plain text of a page",
  ].map { Array($0.utf8) }

  @Test(
    arguments: [
      [0x00], [0x01], [0x08], [0x0B], [0x0C], [0x0E], [0x1B], [0x1F], [0xEF, 0xBF, 0xBE],
      [0xEF, 0xBF, 0xBF],
    ] as [[UInt8]])
  func `holds nothing odd at any place`(odd: [UInt8]) {
    for before in Self.plain {
      for after in Self.plain {
        for filler in 0..<34 {
          let front = before + [UInt8](repeating: 0x61, count: filler)
          #expect(!holds(front + odd + after), "\(filler) \(odd)")
          #expect(holds(front + after))
        }
      }
    }
  }
}
