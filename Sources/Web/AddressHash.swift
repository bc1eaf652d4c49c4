import Texts

/// The hash of an address's text: eight bytes at a step, where `Hasher` takes ten times as long.
///
/// Keyed with numbers drawn anew in each process, so that no site can make addresses that all meet in
/// one hash.
enum AddressHash {
  private static let keys = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

  static func of(_ text: String) -> Int {
    if let hash = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe of($0) }) {
      return hash
    }
    // Texts that don't lie in one piece are copied first.
    return unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe of($0) }
  }

  private static func of(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = keys.0 ^ UInt64(text.count)
    var index = 0
    if let base = text.baseAddress {
      while index + 8 <= text.count {
        hash = unsafe folded(hash ^ EightBytes.load(UnsafeRawPointer(base + index)))
        index += 8
      }
    }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(unsafe text[index])
      index += 1
    }
    return Int(truncatingIfNeeded: folded(hash ^ rest))
  }

  /// Both halves of the product with the key, one over the other.
  @inline(__always)
  private static func folded(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: keys.1)
    return product.high ^ product.low
  }
}
