import Codings
import Testing

/// What `#require` would throw, which takes no value that can't be copied.
struct OutOfMemory: Error {}

struct `Gzip members` {
  /// All events of a run that is fed in pieces of `step` bytes.
  private func events(_ run: [UInt8], step: Int, limit: Int = 16) -> [GzipMemberReader.Event] {
    guard var reader = GzipMemberReader() else { return [] }
    var found: [GzipMemberReader.Event] = []
    var position = 0
    while true {
      let event = reader.next(limit: limit)
      if event == .hungry, position < run.count {
        reader.feed(Array(run[position..<min(position + step, run.count)]))
        position += step
        continue
      }
      found.append(event)
      if case .corrupt = event { return found }
      if event == .hungry { return found }
    }
  }

  private func text(_ events: [GzipMemberReader.Event]) -> [UInt8] {
    events.flatMap { event in
      if case .bytes(let bytes) = event { return bytes }
      return []
    }
  }

  @Test func `are the same for the same bytes`() {
    #expect(GzipMember.pack(Sample.text) == GzipMember.pack(Sample.text))
    // RFC 1952 §2.3.1: modification time 0 means that there is none.
    #expect(GzipMember.pack(Sample.text)?[4..<8] == [0, 0, 0, 0])
  }

  @Test func `hold any bytes, whatever was packed before`() throws {
    var random = [UInt8](repeating: 0, count: 300_000)
    var state: UInt64 = 88_172_645_463_325_252
    for index in random.indices {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      random[index] = UInt8(truncatingIfNeeded: state)
    }
    let zeros = [UInt8](repeating: 0, count: 1_000_000)
    for bytes in [Sample.text, random, [], zeros, Array(random.prefix(65_535)), [1], Sample.text] {
      for effort in [GzipMember.Effort.text, .packed] {
        let packed = try #require(GzipMember.pack(bytes, effort: effort))
        #expect(text(events(packed, step: 4096, limit: 1 << 20)) == bytes)
        #expect(packed.count <= bytes.count + bytes.count / 4096 + 512)
        #expect(GzipMember.pack(bytes, effort: effort) == packed)
      }
    }
  }

  @Test func `hold any bytes beside others in one piece`() throws {
    let noise = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 ^ $0 >> 3) }
    let runs = [noise, Sample.text, noise, []]
    let made = try #require(GzipMember.members(of: runs.map { GzipMember.Run($0) }))
    #expect(made.ends.count == 4)
    #expect(text(events(made.bytes, step: 4096, limit: 1 << 20)) == runs.flatMap { $0 })
  }

  @Test func `are smaller than short records and Chinese pages`() throws {
    let record = Array(
      """
      WARC/1.1\r
      WARC-Type: metadata\r
      WARC-Record-ID: <urn:uuid:1b2aefb4-80ac-4eb6-87cc-a2d1b7672721>\r
      WARC-Date: 2026-11-23T19:12:32Z\r
      WARC-Target-URI: http://www.example.gov.cn/zwgk/tzgg/202611/t20261123_1.html\r
      Content-Type: application/json\r
      Content-Length: 84\r
      \r
      {"schema": "mingcha.note/1", "reason": "entry", "depth": 3, "via": "/zwgk/tzgg/"}
      """.utf8)
    #expect(try #require(GzipMember.pack(record)).count < record.count)
    let page = (1...80).map { "<li><a href=\"t\($0).html\">关于印发第\($0)批工作安排的通知</a></li>" }.joined()
    #expect(try #require(GzipMember.pack(Array(page.utf8))).count * 5 < page.utf8.count)
  }

  @Test(arguments: [1, 2, 7, 1000]) func `are told apart in chunks of any size`(step: Int) throws {
    let first = try #require(GzipMember.pack(Sample.text))
    let second = try #require(GzipMember.pack([]))
    let found = events(first + second + first, step: step)
    #expect(text(found) == Sample.text + Sample.text)
    let frames = found.filter { event in
      if case .bytes = event { return false }
      return true
    }
    #expect(
      frames == [
        .memberStart(offset: 0), .memberEnd(length: first.count),
        .memberStart(offset: first.count), .memberEnd(length: second.count),
        .memberStart(offset: first.count + second.count), .memberEnd(length: first.count), .hungry,
      ])
  }

  @Test func `are not whole when they are cut`() throws {
    let member = try #require(GzipMember.pack(Sample.text))
    for length in 0...member.count {
      guard var reader = GzipMemberReader() else { throw OutOfMemory() }
      reader.feed(Array(member.prefix(length)))
      while reader.next() != .hungry {}
      let isWhole = reader.isBetweenMembers
      #expect(isWhole == (length == 0 || length == member.count), "\(length)")
    }
  }

  @Test func `are damaged for good once they are`() throws {
    let member = try #require(GzipMember.pack(Sample.text))
    let found = events(member + Array("garbage".utf8), step: 5)
    #expect(found.last == .corrupt(offset: member.count))
    var damaged = member
    damaged[damaged.count - 8] ^= 1
    #expect(events(damaged + member, step: 50).last == .corrupt(offset: 0))
  }
}

struct Digests {
  @Test func `agree with the examples of the standards`() throws {
    let abc = Array("abc".utf8)
    // FIPS 180-4, SHA-256 example.
    #expect(
      SHA256.hex(abc) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Base32.text(SHA256.digest(abc)) == "XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====")
    // RFC 1321 §A.5 and FIPS 180-4.
    for (algorithm, wanted) in [
      (DigestStream.Algorithm.md5, "900150983cd24fb0d6963f7d28e17f72"),
      (.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ] {
      guard var stream = DigestStream(algorithm) else { throw OutOfMemory() }
      stream.update(Array("a".utf8))
      stream.update(Array("bc".utf8))
      let digest = stream.finish()
      #expect(Hex.text(digest) == wanted)
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI======"),
  ])
  func `are written in base 32 as in RFC 4648 §10`(text: String, wanted: String) {
    #expect(Base32.text(Array(text.utf8)) == wanted)
  }
}

struct `Random UUIDs` {
  @Test func `have the form of version 4 and differ`() {
    let names = (0..<100).map { _ in RandomUUID.urn() }
    #expect(Set(names).count == 100)
    for name in names {
      let letters = Array(name.utf8)
      #expect(letters.count == 45)
      #expect(name.hasPrefix("urn:uuid:"))
      #expect(letters[23] == UInt8(ascii: "4"))
      #expect("89ab".utf8.contains(letters[28]))
      #expect([17, 22, 27, 32].allSatisfy { letters[$0] == UInt8(ascii: "-") })
    }
  }
}
