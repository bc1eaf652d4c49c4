import Glibc
import Synchronization

/// Random UUIDs (RFC 9562 §5.4, version 4) from the system's random source, getentropy(3).
package enum RandomUUID {
  /// Random words that were drawn and not given out: one call of the system serves 16 UUIDs.
  private static let drawn = Mutex<[UInt64]>([])

  /// A new UUID as a name: `urn:uuid:xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`, lower case.
  package static func urn() -> String {
    let (high, low) = drawn.withLock { words in
      if words.count < 2 { words = draw() }
      return (words.removeLast(), words.removeLast())
    }
    return urn(high: high, low: low)
  }

  private static func draw() -> [UInt64] {
    let count = 32
    let words = unsafe [UInt64](unsafeUninitializedCapacity: count) { buffer, made in
      let code = unsafe getentropy(buffer.baseAddress, count * MemoryLayout<UInt64>.size)
      made = code == 0 ? count : 0
    }
    guard words.isEmpty else { return words }
    var source = SystemRandomNumberGenerator()
    return [source.next(), source.next()]
  }

  private static let prefix = Array("urn:uuid:".utf8)
  private static let digits = Array("0123456789abcdef".utf8)

  static func urn(high: UInt64, low: UInt64) -> String {
    let first = (high & ~0xF000) | 0x4000
    let second = (low & ~(3 << 62)) | (2 << 62)
    var text = prefix
    text.reserveCapacity(prefix.count + 36)
    for nibble in 0..<32 {
      if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
        text.append(UInt8(ascii: "-"))
      }
      let word = nibble < 16 ? first : second
      text.append(digits[Int((word >> UInt64(60 - 4 * (nibble % 16))) & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
