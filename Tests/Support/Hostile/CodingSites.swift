/// Content codings that are cut, mislabelled, piled up, or bombs.
package let codingSites: [HostileSite] = [
  HostileSite("gzip-good", "http.ok", why: "the proper form, for comparison") { _ in
    Hostile.coded("gzip", StoredGzip.encode(Array(Hostile.content.utf8)))
  },
  HostileSite("gzip-cut", "truncated.coding", why: "the stream ends early, the length fits") { _ in
    Hostile.coded("gzip", StoredGzip.encode(Array(Hostile.content.utf8)).dropLast(600))
  },
  HostileSite("gzip-sum", "coding.corrupt", why: "a wrong check sum") { _ in
    var body = StoredGzip.encode(Array(Hostile.content.utf8))
    body[body.count - 7] ^= 0x55
    return Hostile.coded("gzip", body)
  },
  HostileSite("gzip-plain", "coding.corrupt", why: "says gzip, sends text") { _ in
    Hostile.coded("gzip", Array(Hostile.content.utf8))
  },
  HostileSite("br-is-gzip", "coding.corrupt", why: "says br, sends gzip") { _ in
    Hostile.coded("br", StoredGzip.encode(Array(Hostile.content.utf8)))
  },
  HostileSite("gzip-unnamed", "http.ok", why: "sends gzip and does not say so") { _ in
    .response(
      ServerResponse(
        fields: [("Content-Type", "text/html")],
        body: StoredGzip.encode(Array(Hostile.content.utf8))))
  },
  HostileSite("coding-unknown", "coding.unknown", why: "a coding that nobody asked for") { _ in
    Hostile.coded("zstd", Array(Hostile.content.utf8))
  },
  HostileSite("coding-pile", "coding.corrupt", why: "ten codings on top of one another") { _ in
    var body = Array(Hostile.content.utf8)
    for _ in 1...10 { body = StoredGzip.encode(body) }
    return Hostile.coded(Array(repeating: "gzip", count: 10).joined(separator: ", "), body)
  },
  HostileSite("bomb-gzip", "tooLarge.decoded", why: "16 MB of text in 106 KB of gzip") { _ in
    Hostile.coded("gzip", DeflateBomb.gzip)
  },
  HostileSite("bomb-zlib", "tooLarge.decoded", why: "the same as deflate with its wrapper") { _ in
    Hostile.coded("deflate", DeflateBomb.zlib)
  },
  HostileSite("bomb-raw", "tooLarge.decoded", why: "the same as bare deflate") { _ in
    Hostile.coded("deflate", DeflateBomb.raw)
  },
  HostileSite("bomb-br", "tooLarge.decoded", why: "32 MB of text in 38 bytes of brotli") { _ in
    Hostile.coded("br", brotliBomb)
  },
  HostileSite("bomb-nested", "tooLarge.decoded", why: "gzip within gzip within gzip") { _ in
    let inner = DeflateBomb.gzip
    return Hostile.coded("gzip, gzip, gzip", StoredGzip.encode(StoredGzip.encode(inner)))
  },
  HostileSite("bomb-transfer", "http.malformed", why: "gzip as transfer coding") {
    _ in
    .rawThenClose(
      Hostile.ok("Transfer-Encoding: gzip", body: "") + DeflateBomb.gzip)
  },
]

/// `<p>` and 2²⁵ times `a`, as brotli at its best writes it.
private let brotliBomb: [UInt8] = [
  207, 255, 255, 127, 248, 165, 121, 124, 194, 224, 196, 105, 129, 128, 237, 253, 63, 27, 255, 255,
  255, 225, 151, 0, 136, 195, 2, 0, 221, 251, 127, 8, 0, 4, 97, 97, 97, 3,
]

/// Deflate streams that unfold to a thousand times their size.
package enum DeflateBomb {
  /// How many runs of 258 letters a stream holds: 16 MB.
  private static let runs = 16 << 20 / 258

  /// A bare deflate stream of the letter a, again and again (RFC 1951 §3.2.6).
  package static let raw: [UInt8] = {
    var bits = BitRow()
    bits.append(0b011, count: 3)  // the last block, fixed codes
    bits.appendCode(0x30 + 0x61, count: 8)  // the literal a
    for _ in 0..<runs {
      bits.appendCode(0b1100_0101, count: 8)  // length 258
      bits.appendCode(0, count: 5)  // distance 1
    }
    bits.appendCode(0, count: 7)  // the end of the block
    return bits.finished
  }()

  /// The same with zlib's wrapper (RFC 1950); its check sum is wrong, which nobody gets to see.
  package static let zlib: [UInt8] = [0x78, 0x9C] + raw + [0, 0, 0, 0]

  /// The same as a gzip member (RFC 1952); check sum and length are wrong.
  package static let gzip: [UInt8] =
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + raw + [UInt8](repeating: 0, count: 8)

  /// Bits in the order of RFC 1951 §3.1.1: from the least significant bit of each byte.
  private struct BitRow {
    private var bytes: [UInt8] = []
    private var last: UInt64 = 0
    private var used = 0

    mutating func append(_ value: UInt64, count: Int) {
      last |= value << UInt64(used)
      used += count
      while used >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: last))
        last >>= 8
        used -= 8
      }
    }

    /// A Huffman code, whose most significant bit comes first.
    mutating func appendCode(_ code: UInt64, count: Int) {
      for bit in (0..<count).reversed() { append(code >> UInt64(bit) & 1, count: 1) }
    }

    var finished: [UInt8] { used > 0 ? bytes + [UInt8(truncatingIfNeeded: last)] : bytes }
  }
}
