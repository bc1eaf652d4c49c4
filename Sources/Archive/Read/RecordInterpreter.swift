import Texts
import Web

/// Turns the raw records of one file, taken in order, into what they tell.
///
/// Keeps a request and a note until the response comes to which they belong, if it is the next.
struct RecordInterpreter {
  /// An entry, and where to begin to read to get it again.
  struct Reading {
    let entry: ArchiveEntry
    let start: SegmentStream.Place
  }

  private let file: String
  private let site: SiteID?
  private let checksDigests: Bool
  private var request: RawRecord?
  private var note: (raw: RawRecord, note: CaptureNote)?

  init(file: String, site: SiteID?, checksDigests: Bool = false) {
    self.file = file
    self.site = site
    // What other programs digest is not always what they store.
    self.checksDigests = checksDigests && site != nil
  }

  /// The types whose block is needed.
  static func wants(_ header: RecordHeader) -> Bool {
    let type = (header.value("WARC-Type") ?? "").lowercased()
    return ["warcinfo", "request", "response", "metadata", "revisit", "conversion"].contains(type)
  }

  /// What becomes known with the next record, in the order of the file.
  mutating func take(_ raw: RawRecord) -> [Reading] {
    switch raw.type {
    case "request":
      let before = flush()
      request = raw
      return before
    case "response": return response(raw)
    case "metadata": return metadata(raw)
    case "warcinfo":
      return flush() + [reading(raw, .info(Self.fields(raw.block ?? [])))]
    case "revisit": return response(raw)
    case "conversion":
      return flush() + [reading(raw, Conversion(raw).map { .conversion($0) } ?? .other(raw.header))]
    default: return flush() + [reading(raw, .other(raw.header))]
    }
  }

  /// What was kept for a response that did not come.
  mutating func flush() -> [Reading] {
    var found: [Reading] = []
    if let request {
      let head = request.block.map { ResponseBlock.split($0).head } ?? []
      found.append(reading(request, .request(request.header, head: head)))
    }
    if let note { found.append(reading(note.raw, .other(note.raw.header))) }
    request = nil
    note = nil
    return found
  }

  private mutating func response(_ raw: RawRecord) -> [Reading] {
    let ownRequest = request.flatMap { belongs($0, to: raw) ? $0 : nil }
    let ownNote = note.flatMap { belongs($0.raw, to: raw) ? $0 : nil }
    if ownRequest != nil { request = nil }
    if ownNote != nil { note = nil }
    let before = flush()
    let request = ownRequest?.block.map { ResponseBlock.split($0) } ?? ([], [])
    let altered = checksDigests ? ToldDigest.fault(in: raw, file: file) : nil
    let record: ArchiveRecord =
      switch altered.map({ .unreadable($0) })
        ?? ResponseBlock.read(raw, request: request, file: file)
      {
      case .capture(let capture): .response(capture, note: ownNote?.note)
      case .revisit(let revisit): .revisit(revisit, note: ownNote?.note)
      case .foreign: .other(raw.header)
      case .unreadable(let error): .unreadable(raw.header, error)
      }
    let start = ownRequest?.place ?? ownNote?.raw.place ?? raw.place
    return before + [reading(raw, record, start: start)]
  }

  private mutating func metadata(_ raw: RawRecord) -> [Reading] {
    let target = raw.target ?? ""
    if let block = raw.block, let site = SummaryAddress.site(target) {
      let answers = raw.header.value(RecordText.answers).flatMap { Int($0) }
      return flush() + [reading(raw, .summary(site: site, json: block, answers: answers))]
    }
    guard let json = raw.block.flatMap({ FlatJSON($0) }) else {
      return flush() + [reading(raw, .other(raw.header))]
    }
    if let found = NoteText.captureNote(json) {
      let before = note == nil ? [] : flush()
      note = (raw, found)
      return before
    }
    if let failure = WebURL(target).flatMap({ NoteText.failureNote(json, url: $0) }) {
      return flush() + [reading(raw, .failure(failure))]
    }
    return flush() + [reading(raw, .other(raw.header))]
  }

  /// Says whether a record belongs to a response: by name, or, when neither names the other, by
  /// standing before it with the same address.
  private func belongs(_ raw: RawRecord, to response: RawRecord) -> Bool {
    if let id = response.id, raw.concurrentTo.contains(id) { return true }
    if let id = raw.id, response.concurrentTo.contains(id) { return true }
    return raw.concurrentTo.isEmpty && response.concurrentTo.isEmpty
      && raw.target == response.target
  }

  private func reading(
    _ raw: RawRecord, _ record: ArchiveRecord, start: SegmentStream.Place? = nil
  ) -> Reading {
    Reading(
      entry: ArchiveEntry(site: site, file: file, offset: raw.place.offset, record: record),
      start: start ?? raw.place)
  }

  /// The fields of a `warcinfo` block.
  private static func fields(_ block: [UInt8]) -> [RecordField] {
    MessageHead([0x0A] + block).fields.map { field in
      RecordField(
        name: String(decoding: field.name, as: UTF8.self),
        value: String(decoding: field.value, as: UTF8.self))
    }
  }
}
