/// Tells pages from documents, pictures and other things by media type and first bytes.
enum PageType {
  private static let pageTypes: Set<String> = [
    "", "text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain",
    "application/json", "text/json", "application/rss+xml", "application/atom+xml",
  ]

  /// First bytes of what is no page, whatever its label: PDF, ZIP and office, old office, RAR, PNG,
  /// GIF, JPEG, RIFF, 7z.
  private static let foreignMarks: [[UInt8]] = [
    Array("%PDF-".utf8), [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], Array("Rar!".utf8),
    [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0xFF, 0xD8, 0xFF], Array("RIFF".utf8),
    [0x37, 0x7A, 0xBC, 0xAF],
  ]

  /// True for a page; a wrong label is put right by the bytes in both directions.
  static func isPage(mediaType: String, bytes: [UInt8]) -> Bool {
    if foreignMarks.contains(where: { bytes.starts(with: $0) }) { return false }
    if pageTypes.contains(mediaType) {
      return !bytes.prefix(512).contains(0) || hasUTF16Mark(bytes)
    }
    return looksLikeMarkup(bytes) || looksLikeData(bytes)
  }

  private static func hasUTF16Mark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// The rows of a list's interface under a label of its own: JSON, or JSON in a call.
  private static func looksLikeData(_ bytes: [UInt8]) -> Bool {
    let text = bytes.prefix(200).drop(while: { $0 <= 32 || $0 >= 0x80 })
    guard let first = text.first, first == 0x7B || first == 0x5B else { return false }
    let next = text.dropFirst().first { $0 > 32 }
    return next == 0x22 || next == 0x7B || next == 0x7D || next == 0x5D
  }

  private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let head = text.drop(while: { $0 <= 32 }).prefix(14).map { byte in
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    return ["<!doctype html", "<html", "<head", "<body"].contains { head.starts(with: $0.utf8) }
  }
}
