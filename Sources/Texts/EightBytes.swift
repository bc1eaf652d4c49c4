/// Questions to eight bytes at once, held in one word, the first byte lowest.
public enum EightBytes {
  @inlinable public static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable public static var highs: UInt64 { 0x8080_8080_8080_8080 }

  @inlinable @inline(__always)
  public static func load(_ place: UnsafeRawPointer) -> UInt64 {
    unsafe UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
  }

  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

  /// The high bit of each byte that is 0.
  ///
  /// The lowest bit is certain; one above it may be wrong, so a hit is to be looked at.
  @inlinable @inline(__always)
  public static func zeros(in word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  /// Two Han characters begin the word: E4 to EB, three bytes each, of well-formed text.
  @inlinable @inline(__always)
  public static func areHan(_ word: UInt64) -> Bool {
    // Of the low nibble one of the bits 2 and 3.
    word & 0xF000_00F0 == 0xE000_00E0 && (word ^ word >> 1) & 0x0400_0004 == 0x0400_0004
  }

  /// How many of the bytes are neither white space or controls of ASCII nor continuation bytes.
  @inlinable @inline(__always)
  public static func shown(_ word: UInt64) -> Int {
    let plain = ((word | highs) &- repeating(0x21)) & ~word
    return ((plain | word & (word << 1)) & highs).nonzeroBitCount
  }

  /// The high bit of each byte below `limit` (at most 128), and of no other.
  @inlinable @inline(__always)
  public static func below(_ limit: UInt8, in word: UInt64) -> UInt64 {
    ~((word | highs) &- repeating(limit)) & ~word & highs
  }

  /// The high bit of each byte that is `byte`, and of no other.
  @inlinable @inline(__always)
  public static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let other = word ^ repeating(byte)
    return ~(((other & ~highs) &+ ~highs) | other) & highs
  }
}
