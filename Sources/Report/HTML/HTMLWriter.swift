/// Writes HTML whose tags close and whose foreign text is escaped, by construction.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 32_768) { bytes.reserveCapacity(capacity) }

  /// Markup of our own as it stands, never foreign text.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Text, escaped.
  mutating func text(_ text: String) { escape(text) }

  /// An element with what `body` writes inside.
  mutating func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    bytes += [UInt8(ascii: "<"), UInt8(ascii: "/")]
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element that holds only text.
  mutating func tag(_ name: StaticString, _ text: String) {
    tag(name) { $0.escape(text) }
  }

  /// An element with attributes that holds only text.
  mutating func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
  ) {
    tag(name, attributes) { $0.escape(text) }
  }

  /// An element without content or end tag: `meta`, `input`, `br`.
  mutating func void(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    open(name, attributes)
  }

  /// A link to foreign `url` where it is http or https, else its text alone.
  ///
  /// The pages' referrer policy keeps the report's own address to itself.
  mutating func link(_ url: String, _ text: String) {
    if let target = LinkTarget.safe(url) {
      tag("a", ["href": target], text)
    } else {
      tag("span", text)
    }
  }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (key, value) in attributes {
      bytes.append(0x20)
      append(key)
      bytes += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ text: StaticString) { bytes += text.description.utf8 }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      // Control characters may not stand in HTML; they show as the replacement character.
      case 0..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
  }
}
