import Archive
import Codings
import Dates
import JSON
import Web

/// One line for each answer and each failure in an archive.
struct CaptureLines {
  /// A line, for people and for programs, with its end.
  struct Line {
    let text: String
    let json: String
  }

  private let resolver: RevisitResolver

  init(_ reader: ArchiveReader) { resolver = RevisitResolver(reader) }

  /// Nil for records that are neither.
  func line(_ entry: ArchiveEntry) -> Line? {
    switch entry.record {
    case .response(let capture, let note):
      return line(entry, capture, capture, note, kind: "response")
    case .revisit(let revisit, let note):
      let whole = try? resolver.capture(revisit)
      return line(entry, revisit.answer, whole, note, kind: "revisit")
    case .failure(let failure): return line(entry, failure)
    case .conversion(let conversion): return line(entry, conversion)
    case .unreadable(let header, let error): return line(entry, header, error)
    case .info, .request, .summary, .other, .torn: return nil
    }
  }

  private func line(
    _ entry: ArchiveEntry, _ answer: Capture, _ whole: Capture?, _ note: CaptureNote?, kind: String
  ) -> Line {
    let status = answer.status
    let type = (whole ?? answer).mediaType
    let text = [
      answer.fetchedAt.description, status.map { "\($0)" } ?? "-", type ?? "-",
      whole.map { "\($0.body.count)" } ?? "-", answer.url.string, note?.reason ?? "-",
    ].map { Shown.text($0) }.joined(separator: "\t")
    return Line(
      text: text + "\n",
      json: json { object in
        object.member("url", answer.url.string)
        object.member("kind", kind)
        object.member("fetchedAt", answer.fetchedAt.description)
        object.member("status", status)
        object.member("type", type)
        object.member("length", whole?.body.count)
        object.member("sha256", whole?.payloadSHA256)
        object.member("truncated", answer.truncated?.rawValue)
        note.map { Self.write($0, to: &object) }
        object.member("record", answer.id.text)
        Self.write(entry, to: &object)
      })
  }

  private func line(_ entry: ArchiveEntry, _ conversion: Conversion) -> Line {
    let text = [
      conversion.madeAt.description, "-", "text/html", "\(conversion.body.count)",
      conversion.url.string, "rendered",
    ].map { Shown.text($0) }.joined(separator: "\t")
    return Line(
      text: text + "\n",
      json: json { object in
        object.member("url", conversion.url.string)
        object.member("kind", "conversion")
        object.member("fetchedAt", conversion.madeAt.description)
        object.member("length", conversion.body.count)
        object.member("source", conversion.source.text)
        object.member("record", conversion.id.text)
        Self.write(entry, to: &object)
      })
  }

  private func line(_ entry: ArchiveEntry, _ failure: FailureNote) -> Line {
    let text = [
      failure.at.description, "-", failure.code, "-", failure.url.string, failure.note.reason,
    ].map { Shown.text($0) }.joined(separator: "\t")
    return Line(
      text: text + "\n",
      json: json { object in
        object.member("url", failure.url.string)
        object.member("kind", "failure")
        object.member("fetchedAt", failure.at.description)
        object.member("outcome", failure.code)
        object.member("detail", failure.detail)
        Self.write(failure.note, to: &object)
        Self.write(entry, to: &object)
      })
  }

  private func line(_ entry: ArchiveEntry, _ header: RecordHeader, _ error: ArchiveError) -> Line {
    let target = header.value("WARC-Target-URI") ?? "-"
    return Line(
      text: ["-", "-", "-", "-", target, "\(error)"].map { Shown.text($0) }
        .joined(separator: "\t") + "\n",
      json: json { object in
        object.member("url", target)
        object.member("kind", "unreadable")
        object.member("problem", error.code.rawValue)
        Self.write(entry, to: &object)
      })
  }

  private static func write(_ note: CaptureNote, to object: inout JSONWriter) {
    object.member("reason", note.reason)
    object.member("via", note.via?.string)
    object.member("depth", note.depth)
  }

  private static func write(_ entry: ArchiveEntry, to object: inout JSONWriter) {
    object.member("site", entry.site?.text)
    object.member("file", entry.file)
    object.member("offset", entry.offset)
  }

  private func json(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(.oneLine)
    writer.object(body)
    return String(decoding: writer.finished(), as: UTF8.self)
  }
}
