import Codings
import Texts

/// A digest as a record tells it: `sha256:<base 32>`, by some programs in hexadecimal.
struct ToldDigest {
  let algorithm: DigestStream.Algorithm
  private let text: String

  /// Nil for an algorithm that is not known.
  init?(_ field: String) {
    guard let colon = field.firstIndex(of: ":") else { return nil }
    let name = field[..<colon].lowercased().filter { $0 != "-" }
    guard let algorithm = DigestStream.Algorithm(rawValue: name) else { return nil }
    self.algorithm = algorithm
    text = field[field.index(after: colon)...].lowercased().filter { $0 != "=" }
  }

  /// The digest of bytes with this algorithm; nil when libcrypto does not offer it.
  func digest(of bytes: [UInt8]) -> [UInt8]? {
    guard var stream = DigestStream(algorithm) else { return nil }
    stream.update(bytes)
    return stream.finish()
  }

  /// Says whether both are the same digest, the other one in lower-case hexadecimal.
  func agrees(withHex hex: String) -> Bool {
    if text == hex { return true }
    let bytes = Array(hex.utf8)
    guard bytes.count % 2 == 0 else { return false }
    let digest = stride(from: 0, to: bytes.count, by: 2).compactMap { index in
      UInt8(String(decoding: bytes[index...(index + 1)], as: UTF8.self), radix: 16)
    }
    return agrees(with: digest)
  }

  /// Says whether both are the same digest.
  func agrees(with digest: [UInt8]) -> Bool {
    text == Base32.text(digest).lowercased().filter { $0 != "=" } || text == Hex.text(digest)
  }
}

extension ToldDigest {
  /// The fault of a response that does not agree with the digests that this program stored with it.
  static func fault(in raw: RawRecord, file: String) -> ArchiveError? {
    guard let block = raw.block else { return nil }
    func told(_ field: String) -> ToldDigest? { raw.header.value(field).flatMap { ToldDigest($0) } }
    let (head, body) = ResponseBlock.split(block)
    // The payload digest of a revisit is that of the response that it stands for.
    let payload = raw.type == "revisit" ? nil : told("WARC-Payload-Digest")
    let parts = [(payload, body), (told(RecordText.headDigest), head)]
    let isAltered = parts.contains { told, bytes in
      guard let told, let digest = told.digest(of: bytes) else { return false }
      return !told.agrees(with: digest)
    }
    guard isAltered else { return nil }
    return ArchiveError(
      code: .digest, file: file, offset: raw.place.offset,
      message: Bilingual(
        zh: "记录与采集时的摘要不符，被改动过，不作为证据",
        en: "the record does not agree with its digest: it was altered and is no evidence"))
  }
}

/// The digest of a block that is passed over, taken while it passes.
final class RunningDigest {
  private var stream: DigestStream?
  private var wasFed = false

  /// Begins with the algorithm of a told digest; does nothing without one.
  func begin(_ field: String?) {
    guard let told = field.flatMap({ ToldDigest($0) }) else { return }
    stream = DigestStream(told.algorithm)
  }

  func update(_ bytes: [UInt8]) {
    wasFed = true
    stream?.update(bytes)
  }

  /// The digest, or nil when no bytes passed or no algorithm was told.
  func finish() -> [UInt8]? {
    guard wasFed, let stream = stream.take() else { return nil }
    return stream.finish()
  }
}
