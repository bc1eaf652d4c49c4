import Web

/// The CDXJ index of one WARC file: `<name>.cdxj` beside `<name>.warc.gz`.
///
/// A convenience, never evidence: it is made anew from the WARC file when it is missing, older than
/// the file, or reaches beyond its end.
struct SegmentIndex {
  /// Lines with their ends, sorted by their bytes.
  let bytes: [UInt8]

  /// The index of entries in any order.
  init(_ entries: [CDXEntry]) {
    var lines = IndexLines()
    for entry in entries { lines.append(entry) }
    self.init(lines)
  }

  /// The index of lines in any order.
  init(_ lines: IndexLines) { bytes = lines.sorted }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The name of the index of a WARC file.
  static func name(of file: String) -> String {
    for ending in [".warc.gz", ".warc"] where file.hasSuffix(ending) {
      return file.dropLast(ending.count) + ".cdxj"
    }
    return file + ".cdxj"
  }

  /// Every line that can be read, in order.
  var entries: [CDXEntry] {
    bytes.split(separator: 0x0A).compactMap { CDXEntry(line: $0) }
  }

  /// The lines of a key.
  func entries(key: String) -> [CDXEntry] {
    let wanted = Array(key.utf8) + [0x20]
    var found: [CDXEntry] = []
    var position = firstLine(notBefore: wanted)
    while position < bytes.count, bytes[position...].starts(with: wanted) {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      if let entry = CDXEntry(line: bytes[position..<end]) { found.append(entry) }
      position = end + 1
    }
    return found
  }

  /// Where the first line begins that does not sort before `text`: a search by halves.
  private func firstLine(notBefore text: [UInt8]) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = low + (high - low) / 2
      let start = (bytes[low..<middle].lastIndex(of: 0x0A) ?? low - 1) + 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].lexicographicallyPrecedes(text) {
        low = min(end + 1, bytes.count)
      } else {
        high = start
      }
    }
    return low
  }

  /// The stored index of a WARC file; nil when it can't be trusted.
  static func stored(folder: String, file: String) -> SegmentIndex? {
    let path = "\(folder)/\(name(of: file))"
    guard let made = FileMark(path), let source = FileMark("\(folder)/\(file)"),
      made.modified >= source.modified,
      let bytes = try? SegmentFile(reading: path).all()
    else { return nil }
    let index = SegmentIndex(bytes: bytes)
    let lines = bytes.split(separator: 0x0A)
    let entries = lines.compactMap { CDXEntry(line: $0) }
    let isSound =
      entries.count == lines.count
      && entries.allSatisfy { $0.file == file && $0.offset <= source.size - $0.length }
    return isSound ? index : nil
  }

  /// The index of a WARC file, made by reading it.
  ///
  /// Records that share a gzip member with others have no place of their own and are left out.
  static func made(of path: String, file: String) throws(ArchiveError) -> SegmentIndex {
    let stream = try SegmentStream(path: path, name: file)
    var cursor = RecordCursor(stream, blockLimit: ArchiveReader.widestBlock)
    var scan = IndexScan(file: file)
    let size = try SegmentFile(reading: path).size()
    while true {
      switch try cursor.next(wants: IndexScan.wants) {
      case .record(let raw): scan.take(raw)
      case .torn(let error): return SegmentIndex(scan.finished(at: error.offset ?? size))
      case .end: return SegmentIndex(scan.finished(at: size))
      }
    }
  }

  /// Writes the index for its place beside its file.
  func draft(folder: String, file: String) throws(ArchiveError) -> FileDraft {
    try FileDraft("\(folder)/\(Self.name(of: file))", bytes: bytes)
  }

  /// Puts the index beside its file: whole or not at all; its name is durable once the folder is.
  func write(folder: String, file: String) throws(ArchiveError) {
    let draft = try draft(folder: folder, file: file)
    try draft.synchronize()
    try draft.publish()
  }
}

/// Turns the records of one file, in order, into index entries.
private struct IndexScan {
  let file: String
  private var entries: [CDXEntry] = []
  private var open: (subject: CDXEntry.Subject, offset: Int)?
  private var request: RawRecord?

  init(file: String) { self.file = file }

  static func wants(_ header: RecordHeader) -> Bool {
    ["request", "response", "revisit"].contains((header.value("WARC-Type") ?? "").lowercased())
  }

  mutating func take(_ raw: RawRecord) {
    // Two records in one member: the first ends nowhere that could be named.
    close(at: raw.place.skip == 0 ? raw.place.offset : nil)
    switch raw.type {
    case "request": request = raw
    case "response", "revisit":
      if raw.place.skip == 0, let subject = subject(raw) { open = (subject, raw.place.offset) }
      request = nil
    default: break
    }
  }

  mutating func finished(at end: Int) -> [CDXEntry] {
    close(at: end)
    return entries
  }

  private mutating func close(at end: Int?) {
    defer { open = nil }
    guard let open, let end, end > open.offset else { return }
    entries.append(
      CDXEntry(subject: open.subject, file: file, offset: open.offset, length: end - open.offset))
  }

  private func subject(_ raw: RawRecord) -> CDXEntry.Subject? {
    guard let url = raw.target.flatMap({ WebURL($0) }),
      let date = raw.header.value("WARC-Date").flatMap({ RecordDate.read($0) })
    else { return nil }
    let isOwn = request.map { $0.target == raw.target } ?? false
    return CDXEntry.Subject(
      url: url, fetchedAt: date, head: raw.block.map { ResponseBlock.split($0).head } ?? [],
      digest: raw.header.value("WARC-Payload-Digest"), isRevisit: raw.type == "revisit",
      request: isOwn ? request?.block ?? [] : [])
  }
}
