import Glibc
import Synchronization

/// Random UUIDs (RFC 9562 §5.4, version 4) from the system's random source, getentropy(3).
package enum RandomUUID {
  /// Random words that were drawn and not given out: one call of the system serves 16 UUIDs.
  private static let drawn = Mutex<[UInt64]>([])

  /// A new UUID as a name: `urn:uuid:xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`, lower case.
  package static func urn() -> String {
    var text: [UInt8] = []
    text.reserveCapacity(length)
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes the name of a new UUID at the end of `out`.
  package static func append(to out: inout [UInt8]) {
    let (high, low) = drawn.withLock { words in
      if words.count < 2 { words = draw() }
      return (words.removeLast(), words.removeLast())
    }
    append(high: high, low: low, to: &out)
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
  /// How many characters such a name has.
  private static let length = 45

  static func urn(high: UInt64, low: UInt64) -> String {
    var text: [UInt8] = []
    append(high: high, low: low, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(high: UInt64, low: UInt64, to text: inout [UInt8]) {
    let first = (high & ~0xF000) | 0x4000
    let second = (low & ~(3 << 62)) | (2 << 62)
    text += prefix
    text.append(addingCapacity: length - prefix.count) { text in
      for nibble in 0..<32 {
        if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
          text.append(UInt8(ascii: "-"))
        }
        let word = nibble < 16 ? first : second
        let shift = UInt64(truncatingIfNeeded: 60 &- 4 &* (nibble & 15))
        text.append(Hex.digit(UInt8(truncatingIfNeeded: word &>> shift) & 15))
      }
    }
  }
}
