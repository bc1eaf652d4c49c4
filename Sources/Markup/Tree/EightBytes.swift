/// Questions to eight bytes at once, held in one word, the first byte lowest.
enum EightBytes {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  static func load(_ place: UnsafeRawPointer) -> UInt64 {
    unsafe UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

  /// The high bit of each byte that is 0.
  ///
  /// The lowest bit is certain; one above it may be wrong, so a hit is to be looked at.
  @inline(__always)
  static func zeros(in word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  /// The high bit of each byte below `limit` (at most 128), certain as for `zeros`.
  @inline(__always)
  static func below(_ limit: UInt8, in word: UInt64) -> UInt64 {
    (word &- ones &* UInt64(limit)) & ~word & highs
  }
}
