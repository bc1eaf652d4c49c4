private import CCodings

/// SHA-256 (FIPS 180-4) over libcrypto.
package enum SHA256 {
  /// The digest of a run of bytes: 32 bytes.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let done = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe out.withUnsafeMutableBufferPointer { output in
        unsafe EVP_Digest(
          input.baseAddress, input.count, output.baseAddress, &length, EVP_sha256(), nil)
      }
    }
    precondition(done == 1 && length == 32, "libcrypto has no SHA-256")
    return out
  }

  /// The digest in lower-case hexadecimal: 64 characters.
  package static func hex(_ bytes: [UInt8]) -> String { Hex.text(digest(bytes)) }
}
