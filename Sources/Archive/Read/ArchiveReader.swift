package import Dates
import Texts
package import Web

/// Reads an archive: a folder of WARC files, or one file.
///
/// Not thread-safe. Files are read in the order of their names, records in the order of the file.
/// Memory: one record at a time, and some 100 bytes a response for the index.
package final class ArchiveReader {
  /// One file of the archive.
  struct Segment {
    let name: String
    let path: String
    let site: SiteID?
  }

  /// Where the records of one capture begin.
  private struct IndexEntry {
    let segment: Int
    let start: SegmentStream.Place
  }

  /// The longest block, in bytes, that a crawl may have stored: the most that a plan's `max-body`
  /// lets in, with its header.
  package static let widestBlock = (1 << 30) + (1 << 20)

  let segments: [Segment]
  let blockLimit: Int
  /// Records of this program that were altered are told as unreadable.
  private let checksDigests: Bool
  /// The folder of the files.
  package let folder: String
  private var index: [CaptureID: IndexEntry] = [:]
  private var revisits: [CaptureID: Revisit] = [:]
  private var indexed: Set<Int> = []
  /// Records by address and time; made when first asked for.
  private var moments: [Moment: CaptureID]?

  /// An address at a time: how some programs name the original of a revisit.
  private struct Moment: Hashable {
    let url: WebURL
    let fetchedAt: Timestamp
  }

  /// Opens a folder with `.warc.gz` or `.warc` files, or one such file.
  ///
  /// A block longer than `blockLimit` bytes is passed over and told as unreadable; with
  /// `checksDigests` so is a response of this program's that does not agree with its digests. Throws
  /// `empty` for a folder without WARC files.
  package init(
    _ path: String, blockLimit: Int = 64 << 20, checksDigests: Bool = false
  ) throws(ArchiveError) {
    self.blockLimit = blockLimit
    self.checksDigests = checksDigests
    guard try ArchiveFolder.isFolder(path) else {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let slash = path.lastIndex(of: "/")
      folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      segments = [Segment(name: name, path: path, site: SegmentName.read(name)?.site)]
      return
    }
    folder = path
    segments = try ArchiveFolder.archives(in: path).map { name in
      Segment(name: name, path: "\(path)/\(name)", site: SegmentName.read(name)?.site)
    }
    if segments.isEmpty {
      throw ArchiveError(
        code: .empty, file: path, offset: nil,
        message: Bilingual(
          zh: "目录里没有 .warc 或 .warc.gz 文件；请给出 mingcha gather 写出的目录",
          en: "no .warc or .warc.gz file here; name the folder that mingcha gather wrote"))
    }
  }

  /// The sites whose files are there, sorted, each once; other programs' files name none.
  package var sites: [SiteID] { Set(segments.compactMap(\.site)).sorted() }

  /// The names of the files, in the order of reading.
  package var files: [String] { segments.map(\.name) }

  /// Calls `body` for every record; a thrown error ends the reading and is passed on.
  ///
  /// With `site` only that site's files are read. Throws `ArchiveError` where a file can't be
  /// read on; a file that merely ends within a record gives `torn` as its last entry.
  package func forEach(
    site: SiteID? = nil, _ body: (ArchiveEntry) throws -> Void
  ) throws {
    for (number, segment) in segments.enumerated() where site == nil || segment.site == site {
      try forEach(segment: number) { try body($0.entry) }
    }
  }

  /// The stored capture of that name, or nil when the archive has none.
  ///
  /// The first call reads the whole archive unless `forEach` has; then it costs one record.
  package func capture(_ id: CaptureID) throws(ArchiveError) -> Capture? {
    if index[id] == nil { try completeIndex(until: id) }
    guard let entry = index[id] else { return nil }
    return try Self.capture(
      id, path: segments[entry.segment].path, at: entry.start, blockLimit: blockLimit)
  }

  /// The revisit record of that name; nil when the archive has none, or has not been read so far.
  package func revisit(_ id: CaptureID) -> Revisit? { revisits[id] }

  /// The stored capture of an address at a moment.
  ///
  /// The first call reads the whole archive.
  package func capture(of url: WebURL, at moment: Timestamp) throws(ArchiveError) -> Capture? {
    if moments == nil {
      var found: [Moment: CaptureID] = [:]
      for number in segments.indices {
        // What can't be read has no record to offer.
        try? forEach(segment: number) { reading in
          guard case .response(let capture, _) = reading.entry.record else { return }
          let key = Moment(url: capture.url, fetchedAt: capture.fetchedAt)
          if found[key] == nil { found[key] = capture.id }
        }
      }
      moments = found
    }
    let id = moments?[Moment(url: url, fetchedAt: moment)]
    return try id.flatMap { id throws(ArchiveError) in try capture(id) }
  }

  /// Reads one capture from where it is known to begin.
  static func capture(
    _ id: CaptureID, path: String, at place: SegmentStream.Place, blockLimit: Int = 64 << 20
  ) throws(ArchiveError) -> Capture? {
    let stream = try SegmentStream(path: path, name: path, at: place)
    var cursor = RecordCursor(stream, blockLimit: blockLimit)
    var interpreter = RecordInterpreter(file: path, site: nil)
    // Request, note and response: three records, and a few more where another program wrote.
    for _ in 0..<8 {
      guard case .record(let raw) = try cursor.next(wants: RecordInterpreter.wants) else { break }
      for reading in interpreter.take(raw) {
        if case .response(let capture, _) = reading.entry.record, capture.id == id {
          return capture
        }
      }
    }
    return nil
  }

  /// Calls `body` for every record with its file's path and where to begin to read it again.
  func forEachPlace(
    _ body: (ArchiveEntry, _ path: String, SegmentStream.Place) throws -> Void
  ) throws {
    for number in segments.indices {
      try forEach(segment: number) { try body($0.entry, segments[number].path, $0.start) }
    }
  }

  /// Reads what was not read yet; an error counts only when the capture is in no other file.
  private func completeIndex(until id: CaptureID) throws(ArchiveError) {
    var failure: ArchiveError?
    for number in segments.indices where !indexed.contains(number) {
      do {
        try forEach(segment: number) { _ in }
      } catch let error as ArchiveError {
        failure = failure ?? error
      } catch {
        continue
      }
      if index[id] != nil { return }
    }
    if let failure { throw failure }
  }

  private func forEach(
    segment number: Int, _ body: (RecordInterpreter.Reading) throws -> Void
  ) throws {
    let segment = segments[number]
    let stream = try SegmentStream(path: segment.path, name: segment.name)
    var cursor = RecordCursor(stream, blockLimit: blockLimit)
    var interpreter = RecordInterpreter(
      file: segment.name, site: segment.site, checksDigests: checksDigests)
    reading: while true {
      switch try cursor.next(wants: RecordInterpreter.wants) {
      case .record(let raw):
        for reading in interpreter.take(raw) { try give(reading, segment: number, body) }
      case .torn(let error):
        for reading in interpreter.flush() { try give(reading, segment: number, body) }
        let entry = ArchiveEntry(
          site: segment.site, file: segment.name, offset: error.offset ?? 0, record: .torn(error))
        try body(.init(entry: entry, start: .init(offset: entry.offset, skip: 0)))
        break reading
      case .end:
        for reading in interpreter.flush() { try give(reading, segment: number, body) }
        break reading
      }
    }
    indexed.insert(number)
  }

  private func give(
    _ reading: RecordInterpreter.Reading, segment: Int,
    _ body: (RecordInterpreter.Reading) throws -> Void
  ) throws {
    if case .response(let capture, _) = reading.entry.record, index[capture.id] == nil {
      index[capture.id] = IndexEntry(segment: segment, start: reading.start)
    }
    if case .revisit(let revisit, _) = reading.entry.record {
      revisits[revisit.answer.id] = revisit
    }
    try body(reading)
  }
}
