package import Page

/// Tells what a document is by its first bytes; its name only parts kinds of the same bytes.
package enum FileMagic {
  /// Endings of names under which documents are handed out, also where their bytes are a page's.
  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "wps", "wpt", "et", "ett", "ofd", "rtf", "csv", "txt",
    "zip", "ppt", "pptx", "odt", "ods", "rar", "7z",
  ]

  /// Says whether bytes of that name are a document and no page.
  package static func isDocument(_ bytes: [UInt8], name: String) -> Bool {
    let file = name.split(separator: "/").last ?? ""
    if let dot = file.lastIndex(of: "."),
      endings.contains(file[file.index(after: dot)...].lowercased())
    {
      return true
    }
    switch kind(bytes, name: "") {
    case .txt, .csv, .html, .unknown, .mhtml, .image: return false
    default: return true
    }
  }

  /// Says whether the reader looks into files of a kind.
  static func isRead(_ kind: AttachmentFacts.Kind) -> Bool {
    switch kind {
    case .pdf, .doc, .docx, .xls, .xlsx, .wps, .et, .ofd, .rtf, .csv, .txt, .html, .zip: true
    case .ppt, .pptx, .opendocument, .rar, .sevenZip, .image, .mhtml, .unknown: false
    }
  }

  private static let marks: [(bytes: [UInt8], kind: AttachmentFacts.Kind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .doc), (Array("{\\rtf".utf8), .rtf),
    (Array("Rar!\u{1A}\u{07}".utf8), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
    (Array("BM".utf8), .image), (Array("RIFF".utf8), .image),
  ]

  /// The kind of a document, as far as its first bytes (for OLE files: its directory) tell.
  package static func kind(_ bytes: [UInt8], name: String) -> AttachmentFacts.Kind {
    // PDF readers look for the header within the first kilobyte.
    if bytes.prefix(1024).hasPlace(of: Array("%PDF-".utf8)) { return .pdf }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let body = text.prefix(4096).drop { $0 <= 32 }
    if let found = marks.first(where: { bytes.starts(with: $0.bytes) }) {
      switch found.kind {
      case .doc: return OLEFile(bytes).kind(ending: ending)
      case .zip: return ZipNames.kind(bytes)
      // Two letters are no proof: a text may begin with them.
      case .image where bytes.starts(with: "BM".utf8): break
      default: return found.kind
      }
    }
    if body.starts(with: "{\\rtf".utf8) { return .rtf }
    if isMarkup(body) { return .html }
    if body.starts(with: "MIME-Version:".utf8) { return .mhtml }
    guard isText(bytes) else { return .unknown }
    return ending == "csv" ? .csv : .txt
  }

  /// HTML, XML spreadsheets and XML documents under an office's name are common: 导出 buttons of
  /// web systems send them.
  private static func isMarkup(_ body: ArraySlice<UInt8>) -> Bool {
    let head = body.prefix(1024).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let starts = [
      "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div", "<p>",
      "<?xml", "<!--",
    ]
    return starts.contains { head.starts(with: $0.utf8) }
  }

  /// No control characters but white space; UTF-16 by its mark.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    return !bytes.prefix(8192).contains { $0 < 9 || (14...31).contains($0) && $0 != 27 }
  }
}

extension Collection<UInt8> {
  /// Says whether `word` stands anywhere in the bytes.
  func hasPlace(of word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    var index = startIndex
    while index != endIndex {
      if self[index] == first, self[index...].starts(with: word) { return true }
      formIndex(after: &index)
    }
    return false
  }
}

/// The names in a ZIP file's own list, read without unpacking: enough to tell office files apart.
///
/// By the list at the end (APPNOTE.TXT §4.3.12); in a file that was cut off by the headers before
/// the members, as far as these say how long the members are.
enum ZipNames {
  private static let most = 5000

  static func kind(_ bytes: [UInt8]) -> AttachmentFacts.Kind {
    let names = listed(bytes) ?? led(bytes)
    func has(_ start: String) -> Bool { names.contains { $0.hasPrefix(start) } }
    if names.contains("[Content_Types].xml") {
      if has("word/") { return .docx }
      if has("xl/") { return .xlsx }
      if has("ppt/") { return .pptx }
    }
    if names.first == "mimetype", names.contains("content.xml") { return .opendocument }
    if names.contains("OFD.xml") || names.contains("/OFD.xml") { return .ofd }
    return .zip
  }

  private static func listed(_ bytes: [UInt8]) -> [String]? {
    let start = max(0, bytes.count - 66_000)
    guard bytes.count >= 22,
      let end = (start...(bytes.count - 22)).last(where: {
        bytes[$0] == 0x50 && bytes.word32($0) == 0x0605_4B50
      })
    else { return nil }
    var place = bytes.word32(end + 16)
    var names: [String] = []
    while names.count < most, bytes.word32(place) == 0x0201_4B50, place + 46 <= bytes.count {
      let length = bytes.word16(place + 28)
      names.append(name(bytes, place + 46, length))
      place += 46 + length + bytes.word16(place + 30) + bytes.word16(place + 32)
    }
    return names.isEmpty ? nil : names
  }

  private static func led(_ bytes: [UInt8]) -> [String] {
    var place = 0
    var names: [String] = []
    while names.count < most, bytes.word32(place) == 0x0403_4B50, place + 30 <= bytes.count {
      let length = bytes.word16(place + 26)
      names.append(name(bytes, place + 30, length))
      // Bit 3: the length stands behind the member, where nobody finds it without unpacking.
      guard bytes[place + 6] & 8 == 0 else { break }
      place += 30 + length + bytes.word16(place + 28) + bytes.word32(place + 18)
    }
    return names
  }

  private static func name(_ bytes: [UInt8], _ place: Int, _ length: Int) -> String {
    let end = min(place + min(length, 512), bytes.count)
    return String(decoding: bytes[place..<max(place, end)], as: UTF8.self)
      .split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
  }
}
