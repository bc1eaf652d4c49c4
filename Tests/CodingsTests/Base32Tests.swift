import Codings
import Testing

struct `Digests as text` {
  // RFC 4648 §10.
  @Test(arguments: [
    ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI======"),
  ])
  func `are base 32 with its padding`(_ plain: String, _ text: String) {
    #expect(Base32.text(Array(plain.utf8)) == text)
    var out = Array("sha256:".utf8)
    Base32.append(Array(plain.utf8), to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "sha256:" + text)
  }

  @Test func `are hexadecimal in lower case`() {
    #expect(Hex.text([0x00, 0x9A, 0xAF, 0xFF]) == "009aafff")
  }

  @Test func `are the same in one run and in two`() {
    // FIPS 180-4, the example of one block.
    let wanted = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(SHA256.hex(Array("abc".utf8)) == wanted)
    #expect(Hex.text(SHA256.digest(Array("a".utf8), Array("bc".utf8))) == wanted)
  }
}

struct `Random names` {
  @Test func `have the form of version 4, and never come twice`() {
    var names: Set<String> = []
    for _ in 0..<100 {
      let name = RandomUUID.urn()
      let parts = name.dropFirst(9).split(separator: "-")
      #expect(name.hasPrefix("urn:uuid:"))
      #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
      #expect(parts[2].first == "4")
      #expect("89ab".contains(parts[3].first ?? " "))
      #expect(name.dropFirst(9).allSatisfy { $0 == "-" || "0123456789abcdef".contains($0) })
      names.insert(name)
    }
    #expect(names.count == 100)
  }
}
