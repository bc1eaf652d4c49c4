import Texts

extension RecordCursor {
  /// The header at the cursor, which then stands at the block; nil when the data end before.
  func readHeader(_ place: SegmentStream.Place) throws(ArchiveError) -> RecordHeader? {
    let mark = Array("WARC/".utf8)
    let isLong = stream.ensure(mark.count)
    let seen = stream.peek(min(mark.count, stream.available))
    guard mark.starts(with: seen) else {
      throw ArchiveError(
        code: .notWARC, file: stream.name, offset: place.offset,
        message: Bilingual(
          zh: "此处应是一条 WARC 记录，却是“\(Self.printable(seen))”；该文件不是 WARC 或已损坏",
          en: "expected a WARC record, found \"\(Self.printable(seen))\"; this is no WARC file, "
            + "or a damaged one"))
    }
    guard isLong, let length = try headerLength(place) else { return nil }
    return try Self.parse(stream.take(length), file: stream.name, place: place)
  }

  /// The number of bytes up to and with the empty line.
  private func headerLength(_ place: SegmentStream.Place) throws(ArchiveError) -> Int? {
    var scanned = 0
    var lineStart = 0
    while stream.ensure(scanned + 1) {
      guard scanned < Self.longestHeader else {
        throw Self.fault(
          stream.name, place, zh: "记录头超过 \(Self.longestHeader) 字节",
          en: "the record's header is longer than \(Self.longestHeader) bytes")
      }
      let byte = stream[scanned]
      scanned += 1
      guard byte == 0x0A else { continue }
      let line = scanned - 1 - lineStart
      if line == 0 || (line == 1 && stream[lineStart] == 0x0D) { return scanned }
      lineStart = scanned
    }
    return nil
  }

  private static func parse(
    _ bytes: [UInt8], file: String, place: SegmentStream.Place
  ) throws(ArchiveError) -> RecordHeader {
    guard !bytes.contains(0) else {
      throw fault(
        file, place, zh: "记录头里有 NUL 字节", en: "the record's header holds NUL bytes")
    }
    let head = MessageHead(bytes)
    let version = String(decoding: head.startLine, as: UTF8.self)
    guard version.hasPrefix("WARC/"), version.utf8.count <= 12 else {
      throw fault(
        file, place, zh: "不认识的版本行“\(version.prefix(40))”",
        en: "unknown version line \"\(version.prefix(40))\"")
    }
    let fields = head.fields.map { field in
      RecordField(
        name: String(decoding: field.name, as: UTF8.self),
        value: String(decoding: field.value, as: UTF8.self))
    }
    return RecordHeader(version: version, fields: fields)
  }

  /// The block's length; every record has to tell it (§5.2).
  static func length(
    _ header: RecordHeader, file: String, place: SegmentStream.Place
  ) throws(ArchiveError) -> Int {
    let values = Set(
      header.fields.filter { $0.name.lowercased() == "content-length" }.map(\.value))
    guard let value = values.first, values.count == 1, !value.isEmpty, value.utf8.count <= 15,
      value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(value),
      length <= longestRecord
    else {
      let seen = values.sorted().joined(separator: ", ").prefix(60)
      throw ArchiveError(
        code: .length, file: file, offset: place.offset,
        message: Bilingual(
          zh: "Content-Length 缺失或无效（“\(seen)”）；该文件已损坏，请重新采集",
          en: "Content-Length is missing or invalid (\"\(seen)\"); the file is damaged, gather "
            + "again"))
    }
    return length
  }

  private static func fault(
    _ file: String, _ place: SegmentStream.Place, zh: String, en: String
  ) -> ArchiveError {
    ArchiveError(
      code: .header, file: file, offset: place.offset,
      message: Bilingual(
        zh: "\(zh)；该文件不是 WARC 或已损坏", en: "\(en); this is no WARC file, or a damaged one"))
  }

  private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x20...0x7E).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }
}
