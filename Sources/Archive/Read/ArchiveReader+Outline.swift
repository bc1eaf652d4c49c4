package import Dates
package import Web

/// What one file of an archive holds, without its bodies.
package struct SegmentOutline: Sendable {
  package let file: String
  /// Nil for other programs' files.
  package let site: SiteID?
  /// The file's length on disk.
  package var bytes = 0
  package var records = 0
  package var responses = 0
  package var revisits = 0
  /// Addresses from which no response came.
  package var failures = 0
  /// The earliest and the latest moment of an answer or failure.
  package var first: Timestamp?
  package var last: Timestamp?
  /// The crawl's account, when it is the last thing in the file.
  package var summary: [UInt8]?
  /// How many answers and failures of the site were stored when it was written.
  package var told: Int?
  /// What is wrong with the file: a torn tail, damage.
  package var problem: ArchiveError?
}

extension ArchiveReader {
  /// Outlines of all files, in the order of reading; a fault ends the outline of its file.
  package func outlines() -> [SegmentOutline] {
    segments.map { segment in
      var outline = SegmentOutline(file: segment.name, site: segment.site)
      do throws(ArchiveError) {
        try fill(&outline, segment)
      } catch {
        outline.problem = error
      }
      return outline
    }
  }

  private func fill(_ outline: inout SegmentOutline, _ segment: Segment) throws(ArchiveError) {
    outline.bytes = FileMark(segment.path)?.size ?? 0
    let stream = try SegmentStream(path: segment.path, name: segment.name)
    var cursor = RecordCursor(stream, blockLimit: blockLimit)
    while true {
      switch try cursor.next(wants: Self.isMetadata) {
      case .record(let raw): outline.take(raw)
      case .torn(let error):
        outline.problem = error
        return
      case .end: return
      }
    }
  }
}

extension SegmentOutline {
  fileprivate mutating func take(_ raw: RawRecord) {
    records += 1
    switch raw.type {
    case "response": responses += 1
    case "revisit": revisits += 1
    case "metadata" where raw.concurrentTo.isEmpty:
      if SummaryAddress.site(raw.target ?? "") != nil {
        summary = raw.block
        told = raw.header.value(RecordText.answers).flatMap { Int($0) }
        return
      }
      failures += 1
    default: return
    }
    summary = nil
    told = nil
    guard let moment = raw.header.value("WARC-Date").flatMap({ RecordDate.read($0) }) else {
      return
    }
    first = first.map { min($0, moment) } ?? moment
    last = last.map { max($0, moment) } ?? moment
  }
}
