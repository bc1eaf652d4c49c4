private import Glibc

/// Whether two runs of bytes are the same, asked of the C library: `elementsEqual` looks at one
/// byte after the other.
package enum SameBytes {
  /// Says whether both hold the same bytes.
  package static func are(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    guard let one = left.baseAddress, let other = right.baseAddress else { return left.isEmpty }
    return unsafe memcmp(one, other, left.count) == 0
  }

  /// Says whether a part of a text, counted in UTF-8 bytes, is another text or a part of one.
  ///
  /// False for parts that lie outside.
  package static func are(
    _ part: Range<Int>, of text: String, _ otherPart: Range<Int>, of other: String
  ) -> Bool {
    guard part.count == otherPart.count else { return false }
    return unsafe with(text, part) { left in
      unsafe with(other, otherPart) { right in unsafe are(left, right) }
    }
  }

  /// Says whether the bytes are those of a text.
  package static func are(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    guard bytes.count == text.utf8.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { left in
      unsafe with(text, 0..<left.count) { right in unsafe are(left, right) }
    }
  }

  private static func with(
    _ text: String, _ part: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    let answer = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      guard part.lowerBound >= 0, part.upperBound <= bytes.count else { return false }
      return unsafe body(UnsafeBufferPointer(rebasing: bytes[part]))
    }
    if let answer { return answer }
    // Texts that don't lie in one piece are copied first.
    let copy = Array(text.utf8)
    guard part.lowerBound >= 0, part.upperBound <= copy.count else { return false }
    return unsafe copy[part].withUnsafeBufferPointer { unsafe body($0) }
  }
}
