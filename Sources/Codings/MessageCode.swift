/// HMAC (RFC 2104) with SHA-256: shows that who wrote a message knows a secret.
package enum MessageCode {
  private static let block = 64

  /// The code of `message` under `key`: 32 bytes.
  package static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    var padded = key.count > block ? SHA256.digest(key) : key
    padded += [UInt8](repeating: 0, count: block - padded.count)
    let inner = SHA256.digest(padded.map { $0 ^ 0x36 } + message)
    return SHA256.digest(padded.map { $0 ^ 0x5C } + inner)
  }
}
