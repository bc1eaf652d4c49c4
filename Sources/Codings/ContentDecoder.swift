/// Undoes the content codings of a body (RFC 9110 §8.4): gzip, x-gzip, deflate, br, identity.
///
/// A gzip body may have several members; bytes after the last one that begin none are passed
/// over, as gzip(1) does. `deflate` is read with its zlib wrapper and, as some servers send it,
/// bare. No coding may give more than `maxDecoded` bytes: a bomb costs no more than that.
package struct ContentDecoder: Sendable {
  /// What to do with a body that begins with the gzip mark though no coding was named.
  package enum UnnamedGzip: Sendable {
    case unpack, keep
  }

  /// The longest chain of codings that is followed.
  private static let longestChain = 4

  /// The `Content-Encoding` in force, as sent: `gzip`, `gzip, br`; nil or empty for none.
  package let contentEncoding: String?
  /// The largest number of bytes that may come out.
  package let maxDecoded: Int
  package let unnamedGzip: UnnamedGzip

  package init(contentEncoding: String?, maxDecoded: Int, unnamedGzip: UnnamedGzip = .keep) {
    self.contentEncoding = contentEncoding
    self.maxDecoded = max(0, maxDecoded)
    self.unnamedGzip = unnamedGzip
  }

  /// Decodes a whole body.
  ///
  /// An empty body is complete whatever coding was named. With a chain, the first coding that
  /// does not end well gives the state, and what it gave is decoded further.
  package func decode(_ body: [UInt8]) -> DecodedBody {
    let codings = names
    if codings.isEmpty { return decodeUnnamed(body) }
    guard codings.count <= Self.longestChain else {
      return DecodedBody(bytes: [], state: .corrupt(coding: codings.joined(separator: ", ")))
    }
    var bytes = body
    var state = DecodedBody.State.complete
    for coding in codings.reversed() where !bytes.isEmpty {
      let step = decode(bytes, coding: coding)
      bytes = step.bytes
      if state == .complete { state = step.state }
      if case .unknownCoding = step.state { break }
    }
    return capped(bytes, state)
  }

  /// The codings in the order in which they were applied, lower case, without `identity`.
  private var names: [String] {
    guard let contentEncoding else { return [] }
    let separators: Set<UInt8> = [UInt8(ascii: ","), 0x20, 0x09]
    return contentEncoding.utf8.split(whereSeparator: { separators.contains($0) })
      .map { part in
        String(decoding: part.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      }
      .filter { $0 != "identity" }
  }

  private func decodeUnnamed(_ body: [UInt8]) -> DecodedBody {
    if unnamedGzip == .unpack, body.starts(with: [0x1F, 0x8B, 0x08]) {
      let unpacked = inflateMembers(body)
      if !unpacked.bytes.isEmpty || unpacked.state == .complete { return unpacked }
    }
    return capped(body, .complete)
  }

  private func capped(_ bytes: [UInt8], _ state: DecodedBody.State) -> DecodedBody {
    guard bytes.count > maxDecoded else { return DecodedBody(bytes: bytes, state: state) }
    return DecodedBody(
      bytes: Array(bytes.prefix(maxDecoded)), state: state == .complete ? .capped : state)
  }

  private func decode(_ bytes: [UInt8], coding: String) -> DecodedBody {
    switch coding {
    case "gzip", "x-gzip": inflateMembers(bytes)
    case "deflate": inflateEitherForm(bytes)
    case "br": decodeBrotli(bytes)
    default: DecodedBody(bytes: bytes, state: .unknownCoding(coding))
    }
  }

  /// Room for one byte over the limit: its arrival tells a capped stream from a finished one.
  private var room: Int { maxDecoded == .max ? .max : maxDecoded + 1 }

  private func inflateMembers(_ bytes: [UInt8]) -> DecodedBody {
    guard let inflater = Inflater(.gzip) else { return Self.corrupt("gzip", []) }
    var out: [UInt8] = []
    var position = 0
    while true {
      let step = inflater.inflate(bytes, from: position, into: &out, room: room - out.count)
      position += step.used
      switch step.status {
      case .ended:
        let rest = bytes[position...]
        guard rest.starts(with: [0x1F, 0x8B]), inflater.reset() else {
          return capped(out, .complete)
        }
      case .hungry: return capped(out, .truncated)
      case .full: return capped(out, .capped)
      case .corrupt: return Self.corrupt("gzip", Array(out.prefix(maxDecoded)))
      }
    }
  }

  private func inflateEitherForm(_ bytes: [UInt8]) -> DecodedBody {
    let first = Int(bytes.first ?? 0)
    let second = Int(bytes.dropFirst().first ?? 0)
    // RFC 1950 §2.2: method 8, and the first two bytes are a multiple of 31.
    let looksWrapped = first & 15 == 8 && (bytes.count < 2 || (first << 8 | second) % 31 == 0)
    guard looksWrapped else { return inflateOnce(bytes, .raw) }
    let wrapped = inflateOnce(bytes, .zlib)
    guard case .corrupt = wrapped.state else { return wrapped }
    let bare = inflateOnce(bytes, .raw)
    return bare.state == .complete ? bare : wrapped
  }

  private func inflateOnce(_ bytes: [UInt8], _ format: Inflater.Format) -> DecodedBody {
    guard let inflater = Inflater(format) else { return Self.corrupt("deflate", []) }
    var out: [UInt8] = []
    let status = inflater.inflate(bytes, from: 0, into: &out, room: room).status
    return finish("deflate", out, status)
  }

  private func decodeBrotli(_ bytes: [UInt8]) -> DecodedBody {
    guard let stream = BrotliStream() else { return Self.corrupt("br", []) }
    var out: [UInt8] = []
    let status = stream.decode(bytes, into: &out, room: room)
    return finish("br", out, status)
  }

  private func finish(_ coding: String, _ out: [UInt8], _ status: Inflater.Status) -> DecodedBody {
    switch status {
    case .ended: capped(out, .complete)
    case .hungry: capped(out, .truncated)
    case .full: capped(out, .capped)
    case .corrupt: Self.corrupt(coding, Array(out.prefix(maxDecoded)))
    }
  }

  private static func corrupt(_ coding: String, _ bytes: [UInt8]) -> DecodedBody {
    DecodedBody(bytes: bytes, state: .corrupt(coding: coding))
  }
}
