import Texts

/// Cuts the bytes of one file into records (ISO 28500:2017 §4).
///
/// Tolerant of line ends (LF alone) and of empty lines between records; everything else that is
/// no record ends the file with an error that says where.
struct RecordCursor {
  /// What a step found.
  enum Step {
    case record(RawRecord)
    /// The file ends within a record.
    case torn(ArchiveError)
    case end
  }

  /// The longest header of a record, in bytes.
  static let longestHeader = 65_536
  /// The longest block that is even passed over, in bytes: 1 TiB.
  static let longestRecord = 1 << 40

  let stream: SegmentStream
  /// The longest block that is held, in bytes.
  let blockLimit: Int
  private var isOver = false

  init(_ stream: SegmentStream, blockLimit: Int) {
    self.stream = stream
    self.blockLimit = blockLimit
  }

  /// The next record.
  ///
  /// Blocks of records for which `wants` is false, and blocks that are longer than the limit, are
  /// passed over; `visit` sees the pieces of every block of the second kind.
  mutating func next(
    wants: (RecordHeader) -> Bool, visit: (ArraySlice<UInt8>) -> Void = { _ in }
  ) throws(ArchiveError) -> Step {
    if isOver { return .end }
    do throws(ArchiveError) {
      let step = try read(wants: wants, visit: visit)
      if case .record = step { return step }
      isOver = true
      return step
    } catch {
      isOver = true
      throw error
    }
  }

  private func read(
    wants: (RecordHeader) -> Bool, visit: (ArraySlice<UInt8>) -> Void
  ) throws(ArchiveError) -> Step {
    while stream.ensure(1), stream[0] == 0x0D || stream[0] == 0x0A { stream.skip(1) }
    let place = stream.place
    guard stream.ensure(1) else { return try ending(place, hasBegun: false) }
    guard let header = try readHeader(place) else { return try ending(place, hasBegun: true) }
    let length = try Self.length(header, file: stream.name, place: place)
    let start = stream.position
    var block: [UInt8]?
    if wants(header), length <= blockLimit {
      guard stream.ensure(length) else { return try ending(place, hasBegun: true) }
      try checkOverrun(length, start: start, place: place)
      block = stream.take(length)
    } else {
      guard stream.skip(length, visit: visit) == length else {
        return try ending(place, hasBegun: true)
      }
    }
    return try close(
      RawRecord(header: header, place: place, block: block, length: length), from: start)
  }

  /// Passes over the line ends after a block and makes sure that the gzip member is whole.
  private func close(_ record: RawRecord, from start: Int) throws(ArchiveError) -> Step {
    while stream.ensure(1), stream[0] == 0x0D || stream[0] == 0x0A { stream.skip(1) }
    switch stream.end {
    case .torn(let member) where member <= record.place.offset:
      return try ending(record.place, hasBegun: true)
    case .failed(let error) where (error.offset ?? 0) <= record.place.offset: throw error
    default: return .record(record)
    }
  }

  private func ending(_ place: SegmentStream.Place, hasBegun: Bool) throws(ArchiveError) -> Step {
    switch stream.end {
    case .failed(let error): throw error
    case .torn(let member): return .torn(Self.torn(stream.name, member))
    case .sound, nil: return hasBegun ? .torn(Self.torn(stream.name, place.offset)) : .end
    }
  }

  /// A length that reaches over the next record would make two pages one.
  private func checkOverrun(
    _ length: Int, start: Int, place: SegmentStream.Place
  ) throws(ArchiveError) {
    let mark = Array("WARC/1.".utf8)
    for position in stream.memberStarts(after: start, before: start + length) {
      let distance = position - stream.position
      guard distance + mark.count <= length else { continue }
      if stream.peek(distance + mark.count).suffix(mark.count).elementsEqual(mark) {
        throw ArchiveError(
          code: .length, file: stream.name, offset: place.offset,
          message: Bilingual(
            zh: "Content-Length \(length) 超过了该记录本身；文件被改动过，请重新采集",
            en: "Content-Length \(length) reaches into the next record; the file was altered, "
              + "gather again"))
      }
    }
  }

  private static func torn(_ file: String, _ offset: Int) -> ArchiveError {
    ArchiveError(
      code: .tornTail, file: file, offset: offset,
      message: Bilingual(
        zh: "文件在一条记录中间结束（采集被强行终止）；之前的记录完好，再次采集会自动截去残尾",
        en: "the file ends within a record (a run was killed); all before it is sound, and the "
          + "next gathering cuts the rest off"))
  }
}
