import Codings
import Testing

/// Bytes written in hexadecimal.
func bytes(_ hex: String) -> [UInt8] {
  let digits = Array(hex.utf8)
  return stride(from: 0, to: digits.count, by: 2).compactMap {
    UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
  }
}

/// One sentence in every coding that servers use.
enum Sample {
  static let text = Array("政务公开 政务公开 政务公开 ".utf8)
  static let gzip = bytes(
    "1f8b08000000000002037b3665ffd3ae854f5bd73cddd3a0f00c270700a93d82e427000000")
  static let zlib = bytes("789c7b3665ffd3ae854f5bd73cddd3a0f00c270700148919e1")
  static let bare = bytes("7b3665ffd3ae854f5bd73cddd3a0f00c270700")
  static let brotli = bytes("1b2600f88d946ec2bc542c374fcad0dfa285986a001e76da48")
  static let brotliOfGzip = bytes(
    "0b12801f8b08000000000002037b3665ffd3ae854f5bd73cddd3a0f00c270700a93d82e42700000003")
}

struct `Content decoder` {
  private func decode(
    _ body: [UInt8], _ coding: String?, limit: Int = 1 << 20,
    unnamed: ContentDecoder.UnnamedGzip = .keep
  ) -> DecodedBody {
    ContentDecoder(contentEncoding: coding, maxDecoded: limit, unnamedGzip: unnamed).decode(body)
  }

  @Test(arguments: [
    ("gzip", Sample.gzip), ("x-gzip", Sample.gzip), ("GZIP", Sample.gzip),
    (" gzip ", Sample.gzip), ("identity", Sample.text), ("", Sample.text),
    ("deflate", Sample.zlib), ("deflate", Sample.bare), ("br", Sample.brotli),
    ("gzip, br", Sample.brotliOfGzip), ("identity,gzip\t,br", Sample.brotliOfGzip),
  ])
  func `undoes every coding of RFC 9110 §8.4.1 that is asked for`(
    coding: String, body: [UInt8]
  ) {
    #expect(decode(body, coding) == DecodedBody(bytes: Sample.text, state: .complete))
  }

  @Test func `reads all members of a gzip body and passes over what follows them`() {
    let twice = Sample.gzip + Sample.gzip
    #expect(decode(twice, "gzip").bytes == Sample.text + Sample.text)
    #expect(decode(twice + [0, 0, 0], "gzip").state == .complete)
  }

  @Test func `tells a gzip body that is cut anywhere from a whole one`() {
    for length in 1..<Sample.gzip.count {
      let result = decode(Array(Sample.gzip.prefix(length)), "gzip")
      #expect(result.state == .truncated, "\(length)")
      #expect(Sample.text.starts(with: result.bytes))
    }
  }

  @Test func `tells a second member that is cut from a whole body`() {
    let cut = decode(Sample.gzip + Sample.gzip.dropLast(), "gzip")
    #expect(cut.state == .truncated)
  }

  @Test(arguments: [("deflate", Sample.zlib), ("deflate", Sample.bare), ("br", Sample.brotli)])
  func `tells other codings that are cut`(coding: String, body: [UInt8]) {
    for length in 1..<body.count {
      let result = decode(Array(body.prefix(length)), coding)
      #expect(result.state != .complete, "\(length)")
    }
  }

  @Test func `says which coding is corrupt and keeps what came before`() {
    var damaged = Sample.gzip
    damaged[damaged.count - 6] ^= 0xFF
    let result = decode(damaged, "gzip")
    #expect(result.state == .corrupt(coding: "gzip"))
    #expect(result.bytes == Sample.text)
    #expect(decode(Sample.text, "gzip").state == .corrupt(coding: "gzip"))
    #expect(decode(Sample.text, "br").state == .corrupt(coding: "br"))
    #expect(decode(Sample.text, "deflate").state == .corrupt(coding: "deflate"))
  }

  @Test func `hands over a coding that it does not know`() {
    let result = decode(Sample.text, "zstd")
    #expect(result == DecodedBody(bytes: Sample.text, state: .unknownCoding("zstd")))
  }

  @Test func `refuses endless chains`() {
    let chain = [String](repeating: "gzip", count: 40).joined(separator: ",")
    #expect(decode(Sample.gzip, chain).state == .corrupt(coding: chain.replacing(",", with: ", ")))
  }

  @Test func `stops a bomb at the limit`() throws {
    let zeros = [UInt8](repeating: 0, count: 5_000_000)
    let packed = try #require(GzipMember.pack(zeros))
    let brotli = bytes("9b3f4b4cf82700e2b140205f8809")
    for (body, coding) in [(packed, "gzip"), (brotli, "br")] {
      let result = decode(body, coding, limit: 100_000)
      #expect(result.state == .capped)
      #expect(result.bytes.count == 100_000)
      let whole = decode(body, coding, limit: 5_000_000)
      #expect(whole.state == .complete)
      #expect(whole.bytes.count == 5_000_000)
    }
    let twice = try #require(GzipMember.pack(packed))
    #expect(decode(twice, "gzip, gzip", limit: 100_000).state == .capped)
  }

  @Test func `caps a body without a coding too`() {
    #expect(decode(Sample.text, nil, limit: 3).state == .capped)
    #expect(decode(Sample.text, nil, limit: Sample.text.count).state == .complete)
    #expect(decode(Sample.text, nil, limit: -1).bytes.isEmpty)
  }

  @Test func `takes an empty body as complete whatever was named`() {
    for coding in ["gzip", "br", "deflate", "gzip, br"] {
      #expect(decode([], coding) == DecodedBody(bytes: [], state: .complete))
    }
  }

  @Test func `unpacks gzip that nobody named only when asked`() {
    #expect(decode(Sample.gzip, nil).bytes == Sample.gzip)
    #expect(decode(Sample.gzip, nil, unnamed: .unpack).bytes == Sample.text)
    let half = decode(Array(Sample.gzip.prefix(30)), nil, unnamed: .unpack)
    #expect(half.state == .truncated)
    let lookalike: [UInt8] = [0x1F, 0x8B, 0x08, 0xFF, 1, 2, 3]
    #expect(
      decode(lookalike, nil, unnamed: .unpack) == DecodedBody(bytes: lookalike, state: .complete))
  }

  @Test func `survives every byte flipped`() {
    for (coding, body) in [
      ("gzip", Sample.gzip), ("br", Sample.brotli), ("deflate", Sample.zlib),
      ("deflate", Sample.bare),
    ] {
      for index in body.indices {
        for flip in [UInt8(1), 0x10, 0x80, 0xFF] {
          var damaged = body
          damaged[index] ^= flip
          #expect(decode(damaged, coding, limit: 10_000).bytes.count <= 10_000)
        }
      }
    }
  }
}
