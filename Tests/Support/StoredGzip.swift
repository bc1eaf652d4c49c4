/// Gzip without compression: stored blocks (RFC 1951, 3.2.4), for servers that must code a body.
package enum StoredGzip {
  /// A gzip member (RFC 1952) that holds `body` in blocks of at most 65,535 bytes.
  package static func encode(_ body: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
      let end = min(start + 65_535, body.count)
      let length = UInt16(end - start)
      out.append(end == body.count ? 1 : 0)
      out += [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
      out += body[start..<end]
      start = end
    } while start < body.count
    return out + bytes(crc32(body)) + bytes(UInt32(truncatingIfNeeded: body.count))
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func crc32(_ body: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in body {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
