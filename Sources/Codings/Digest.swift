private import CCodings

/// SHA-256 (FIPS 180-4) over libcrypto.
package enum SHA256 {
  /// libcrypto's implementation, looked up once: the look-up costs as much as a short digest.
  private static let kind = DigestStream.Kind(.sha256)

  /// The digest of a run of bytes: 32 bytes.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, []) }

  /// The digest of two runs of bytes that follow one another: 32 bytes.
  package static func digest(_ bytes: [UInt8], _ rest: [UInt8]) -> [UInt8] {
    Series().digest(bytes, rest)
  }

  /// Digests one after another, with libcrypto's memory asked for once.
  ///
  /// Those of an exchange's heads take less time than that memory.
  package final class Series {
    private var stream: DigestStream

    package init() {
      guard let kind, let stream = DigestStream(kind) else {
        preconditionFailure("libcrypto has no SHA-256")
      }
      self.stream = stream
    }

    /// The digest of two runs of bytes that follow one another: 32 bytes.
    package func digest(_ bytes: [UInt8], _ rest: [UInt8] = []) -> [UInt8] {
      stream.update(bytes)
      if !rest.isEmpty { stream.update(rest) }
      return stream.finishOne()
    }
  }

  /// The digest in lower-case hexadecimal: 64 characters.
  package static func hex(_ bytes: [UInt8]) -> String { Hex.text(digest(bytes)) }
}
