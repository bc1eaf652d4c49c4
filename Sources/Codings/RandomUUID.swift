/// Random UUIDs (RFC 9562 §5.4, version 4) from the system's random source, getrandom(2).
package enum RandomUUID {
  /// A new UUID as a name: `urn:uuid:xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`, lower case.
  package static func urn() -> String {
    var source = SystemRandomNumberGenerator()
    let high: UInt64 = source.next()
    let low: UInt64 = source.next()
    return urn(high: high, low: low)
  }

  static func urn(high: UInt64, low: UInt64) -> String {
    let first = (high & ~0xF000) | 0x4000
    let second = (low & ~(3 << 62)) | (2 << 62)
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("urn:uuid:".utf8)
    for nibble in 0..<32 {
      if [8, 12, 16, 20].contains(nibble) { text.append(UInt8(ascii: "-")) }
      let word = nibble < 16 ? first : second
      text.append(digits[Int((word >> UInt64(60 - 4 * (nibble % 16))) & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
