private import CCodings

/// A digest that WARC files name: of bytes that come in pieces.
@safe package struct DigestStream: ~Copyable {
  /// The algorithms that are known, by the name before the colon.
  package enum Algorithm: String, Sendable, CaseIterable {
    case md5, sha1, sha256, sha512
  }

  private let context: OpaquePointer

  /// Nil when libcrypto does not offer the algorithm.
  package init?(_ algorithm: Algorithm) {
    let kind =
      switch algorithm {
      case .md5: unsafe EVP_md5()
      case .sha1: unsafe EVP_sha1()
      case .sha256: unsafe EVP_sha256()
      case .sha512: unsafe EVP_sha512()
      }
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    guard unsafe EVP_DigestInit_ex(context, kind, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      return nil
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Takes the next bytes in.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// The digest of all that was taken in.
  package consuming func finish() -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 64)
    var length: UInt32 = 0
    unsafe out.withUnsafeMutableBufferPointer { buffer in
      _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
    }
    return Array(out.prefix(Int(length)))
  }
}
