package import Dates
package import Web

/// A page as a browser showed it, made of a stored response (ISO 28500:2017 §6.8, `conversion`).
package struct Conversion: Sendable, Equatable {
  package let id: CaptureID
  package let url: WebURL
  /// The response that it was made of.
  package let source: CaptureID
  package let madeAt: Timestamp
  /// HTML in UTF-8.
  package let body: [UInt8]

  package init(id: CaptureID, url: WebURL, source: CaptureID, madeAt: Timestamp, body: [UInt8]) {
    self.id = id
    self.url = url
    self.source = source
    self.madeAt = madeAt
    self.body = body
  }

  /// The media type under which it is stored.
  static let type = "text/html; charset=utf-8"

  /// The record as it is stored.
  var record: [UInt8] {
    var text = RecordText(type: "conversion", id: id, at: madeAt)
    text.add("WARC-Target-URI", url.string)
    text.add("WARC-Refers-To", source)
    return text.whole(contentType: Self.type, block: body)
  }
}

extension Conversion {
  /// Reads a record; nil for a conversion of another kind, such as a text that was taken out.
  init?(_ raw: RawRecord) {
    guard raw.header.value("Content-Type") == Self.type, let block = raw.block,
      let name = raw.id, let url = raw.target.flatMap({ WebURL($0) }),
      let source = raw.header.value("WARC-Refers-To"),
      let date = raw.header.value("WARC-Date").flatMap({ RecordDate.read($0) })
    else { return nil }
    let bare =
      source.hasPrefix("<") && source.hasSuffix(">") ? source.dropFirst().dropLast() : source[...]
    self.init(
      id: CaptureID(name), url: url, source: CaptureID(String(bare)), madeAt: date, body: block)
  }
}
