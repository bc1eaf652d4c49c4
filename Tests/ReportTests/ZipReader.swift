import Codings

/// Opens a ZIP archive from its central directory (APPNOTE 4.3.12), stored and deflated entries.
struct ZipReader {
  private(set) var entries: [String: [UInt8]] = [:]

  init?(_ bytes: [UInt8]) {
    func number(_ place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    guard bytes.count > 22,
      let end = (0...(bytes.count - 22)).reversed().first(where: { number($0, 4) == 0x0605_4B50 })
    else { return nil }
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(place, 4) == 0x0201_4B50 else { return nil }
      let nameEnd = place + 46 + number(place + 28, 2)
      let name = String(decoding: bytes[(place + 46)..<nameEnd], as: UTF8.self)
      let local = number(place + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let packed = Array(bytes[start..<(start + number(place + 20, 4))])
      if number(place + 10, 2) == 0 {
        entries[name] = packed
      } else {
        let decoder = ContentDecoder(contentEncoding: "deflate", maxDecoded: 1 << 26)
        entries[name] = decoder.decode(packed).bytes
      }
      place = nameEnd + number(place + 30, 2) + number(place + 32, 2)
    }
  }
}
