import Dates
import Web

/// Notes as the JSON blocks of `metadata` records.
enum NoteText {
  /// The `schema` of a note on a capture.
  static let captureSchema = "mingcha.note/1"
  /// The `schema` of a note on an address without a response.
  static let failureSchema = "mingcha.failure/1"

  /// As `FlatJSON` writes an object, keys sorted: every answer has such a note.
  static func bytes(_ note: CaptureNote) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(256)
    out += "{\"depth\":".utf8
    out += String(note.depth).utf8
    if let key = note.key {
      out += ",\"key\":".utf8
      FlatJSON.write(key.string, to: &out)
    }
    out += ",\"reason\":".utf8
    FlatJSON.write(note.reason, to: &out)
    out += ",\"schema\":\"\(captureSchema)\",\"via\":".utf8
    if let via = note.via { FlatJSON.write(via.string, to: &out) } else { out += "null".utf8 }
    out.append(UInt8(ascii: "}"))
    return out
  }

  static func bytes(_ failure: FailureNote) -> [UInt8] {
    var json = json(failure.note, schema: failureSchema)
    json.members["code"] = .text(failure.code)
    json.members["detail"] = failure.detail.map { .text($0) } ?? .null
    json.members["at"] = .text(failure.at.description)
    return json.bytes
  }

  private static func json(_ note: CaptureNote, schema: String) -> FlatJSON {
    var json = FlatJSON(members: [
      "schema": .text(schema), "via": note.via.map { .text($0.string) } ?? .null,
      "depth": .number(note.depth), "reason": .text(note.reason),
    ])
    json.members["key"] = note.key.map { .text($0.string) }
    return json
  }

  /// The note on a capture in a block; nil when it is none of this program's.
  static func captureNote(_ json: FlatJSON) -> CaptureNote? {
    json.text("schema") == captureSchema ? note(json) : nil
  }

  /// The note on a failure in a block; nil when it is none of this program's.
  static func failureNote(_ json: FlatJSON, url: WebURL) -> FailureNote? {
    guard json.text("schema") == failureSchema, let note = note(json),
      let code = json.text("code"), let at = json.text("at").flatMap({ Timestamp($0) })
    else { return nil }
    return FailureNote(url: url, code: code, detail: json.text("detail"), note: note, at: at)
  }

  private static func note(_ json: FlatJSON) -> CaptureNote? {
    guard let depth = json.number("depth"), let reason = json.text("reason") else { return nil }
    let via = json.text("via").flatMap { WebURL($0) }
    let key = json.text("key").flatMap { WebURL($0) }
    return CaptureNote(via: via, depth: depth, reason: reason, key: key)
  }
}
