/// The hash of a text, eight bytes at a step, where `Hasher` takes ten times as long.
///
/// Keyed with numbers drawn anew in each process: no page can be made whose addresses or names all
/// meet in one hash.
package enum KeyedHash {
  private static let keys = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

  /// The same for the same text within a process.
  package static func of(_ text: String) -> UInt64 {
    if let hash = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe of($0) }) {
      return hash
    }
    // Texts that don't lie in one piece are copied first.
    return unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe of($0) }
  }

  /// The same, of its bytes.
  package static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let (start, factor) = keys
    var hash = start ^ UInt64(text.count)
    var index = 0
    if let base = text.baseAddress {
      while index + 8 <= text.count {
        let word = unsafe EightBytes.load(UnsafeRawPointer(base + index))
        hash = folded(hash ^ word, factor)
        index += 8
      }
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(unsafe text[index])
      index += 1
    }
    return folded(hash ^ rest, factor)
  }

  /// Both halves of the product with the key, one over the other.
  @inline(__always)
  private static func folded(_ word: UInt64, _ factor: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
