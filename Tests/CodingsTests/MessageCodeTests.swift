import Codings
import Testing

/// Codes and encodings for messages to others.
struct `Message codes` {
  /// RFC 4231, test cases 1, 2 and 6.
  @Test(arguments: [
    (
      Array(repeating: UInt8(0x0B), count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(repeating: UInt8(0xAA), count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `are those of RFC 4231`(key: [UInt8], message: String, code: String) {
    #expect(Hex.text(MessageCode.sha256(Array(message.utf8), key: key)) == code)
  }

  /// RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `in base 64 are those of RFC 4648`(text: String, code: String) {
    #expect(Base64.text(Array(text.utf8)) == code)
  }
}
