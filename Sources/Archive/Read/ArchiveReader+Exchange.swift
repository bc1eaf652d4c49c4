package import Web

extension ArchiveReader {
  /// How far before an answer its request and note are looked for, in bytes.
  private static let exchangeWindow = 262_144

  /// The answer that an index line names, with its request and note, which stand before it.
  ///
  /// Nil when something else stands there: the index is not of this file.
  package func entry(at line: CDXEntry) throws(ArchiveError) -> ArchiveEntry? {
    guard let segment = segments.first(where: { $0.name == line.file }) else { return nil }
    let file = try SegmentFile(reading: segment.path)
    let starts = try file.recordStarts(before: line.offset, window: Self.exchangeWindow)
    let place = SegmentStream.Place(offset: starts.suffix(2).first ?? line.offset, skip: 0)
    let stream = try SegmentStream(path: segment.path, name: segment.name, at: place)
    var cursor = RecordCursor(stream, blockLimit: blockLimit)
    var interpreter = RecordInterpreter(file: segment.name, site: segment.site)
    for _ in 0..<4 {
      guard case .record(let raw) = try cursor.next(wants: RecordInterpreter.wants) else { break }
      let readings = interpreter.take(raw)
      guard raw.place.offset >= line.offset else { continue }
      guard raw.place.offset == line.offset,
        raw.target.flatMap({ WebURL($0) })?.string == line.subject.url
      else { return nil }
      return readings.last?.entry
    }
    return nil
  }

  /// The answer or failure of that record name, with its request and note.
  ///
  /// Reads the archive up to it.
  package func entry(_ id: CaptureID) throws -> ArchiveEntry? {
    struct Found: Error { let entry: ArchiveEntry }
    do {
      try forEach { entry in
        switch entry.record {
        case .response(let capture, _) where capture.id == id: throw Found(entry: entry)
        case .revisit(let revisit, _) where revisit.answer.id == id: throw Found(entry: entry)
        default: return
        }
      }
    } catch let found as Found {
      return found.entry
    }
    return nil
  }
}

extension SegmentFile {
  /// Where packed records begin in the window before `end`, in order.
  fileprivate func recordStarts(before end: Int, window: Int) throws(ArchiveError) -> [Int] {
    let start = max(0, end - window)
    let chunk = try read(at: start, count: end - start)
    var found: [Int] = []
    for index in chunk.indices where chunk[index...].starts(with: [0x1F, 0x8B, 0x08]) {
      if try isRecord(at: start + index) { found.append(start + index) }
    }
    return found
  }
}
