private import CCodings

/// A digest that WARC files name: of bytes that come in pieces.
@safe package struct DigestStream: ~Copyable {
  /// The algorithms that are known, by the name before the colon.
  package enum Algorithm: String, Sendable, CaseIterable {
    case md5, sha1, sha256, sha512
  }

  /// libcrypto's implementation of an algorithm.
  @safe final class Kind: @unchecked Sendable {
    // Sendable: libcrypto never changes what it has looked up (EVP_MD_fetch(3)).
    fileprivate let raw: OpaquePointer

    /// Nil when libcrypto does not offer the algorithm.
    init?(_ algorithm: Algorithm) {
      guard let raw = unsafe EVP_MD_fetch(nil, algorithm.rawValue, nil) else { return nil }
      unsafe self.raw = raw
    }

    deinit { unsafe EVP_MD_free(raw) }
  }

  private let context: OpaquePointer
  // Outlives the context, which refers to it.
  private let kind: Kind

  /// Nil when libcrypto does not offer the algorithm.
  package init?(_ algorithm: Algorithm) {
    guard let kind = Kind(algorithm) else { return nil }
    self.init(kind)
  }

  /// Nil when there is no memory.
  init?(_ kind: Kind) {
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    guard unsafe EVP_DigestInit_ex(context, kind.raw, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      return nil
    }
    unsafe self.context = context
    self.kind = kind
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Takes the next bytes in.
  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// The digest of all that was taken in; what is taken in from then on is another's.
  mutating func finishOne() -> [UInt8] {
    let digest = made()
    // Of the same kind as before: libcrypto keeps the memory, and can't fail.
    _ = unsafe EVP_DigestInit_ex(context, kind.raw, nil)
    return digest
  }

  /// The digest of all that was taken in.
  package consuming func finish() -> [UInt8] { made() }

  private func made() -> [UInt8] {
    // No algorithm of libcrypto has a longer one (`EVP_MAX_MD_SIZE`).
    unsafe [UInt8](unsafeUninitializedCapacity: 64) { buffer, made in
      var length: UInt32 = 0
      _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
      made = Int(length)
    }
  }
}
