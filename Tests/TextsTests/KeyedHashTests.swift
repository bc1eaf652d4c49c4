import Testing
import Texts

/// Hashes of addresses and names.
struct `Keyed hash` {
  @Test func `is the same for a text and its bytes, whatever its length`() {
    for length in 0...40 {
      let text = String(repeating: "政a", count: length)
      let bytes = Array(text.utf8)
      #expect(
        unsafe bytes.withUnsafeBufferPointer { unsafe KeyedHash.of($0) } == KeyedHash.of(text))
    }
  }

  @Test func `tells texts apart that differ in one byte, in order or in length`() {
    var texts: Set<String> = ["", "0", "00", "000000000", "0000000000000000"]
    for number in 0..<20_000 {
      texts.insert("http://www.example.gov.cn/zwgk/c01/t\(number).html")
      texts.insert("\(number)")
    }
    #expect(Set(texts.map { KeyedHash.of($0) }).count == texts.count)
    // The lowest bits choose a place in a table: they must differ as well.
    #expect(Set(texts.map { KeyedHash.of($0) & 0xFFFF }).count > 25_000)
  }
}
