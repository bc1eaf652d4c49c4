/// Writes HTML whose tags close and whose foreign text is escaped, by construction.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 32_768) { bytes.reserveCapacity(capacity) }

  /// Markup of our own as it stands, never foreign text.
  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Markup that was made harmless already: that of an archived page.
  mutating func markup(_ markup: [UInt8]) { bytes += markup }

  /// Text, escaped.
  mutating func text(_ text: String) { escape(text) }

  /// An element with what `body` writes inside.
  mutating func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// An element that holds only text.
  mutating func tag(_ name: StaticString, _ text: String) {
    open(name, [:])
    escape(text)
    close(name)
  }

  /// An element with attributes that holds only text.
  mutating func tag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
  ) {
    open(name, attributes)
    escape(text)
    close(name)
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
      // Where the words are not the address, print shows it behind them.
      if text == url {
        tag("a", ["href": target], text)
      } else {
        tag("a", ["class": "x", "href": target], text)
      }
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
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String) {
    // Runs without anything to escape, which is nearly all text, are copied as they are.
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { run in
      var start = 0
      for place in 0..<run.count where Self.isSpecial(unsafe run[place]) {
        unsafe bytes.append(contentsOf: run[start..<place])
        put(unsafe run[place])
        start = place + 1
      }
      unsafe bytes.append(contentsOf: run[start...])
    }
    if isDone == nil { for byte in text.utf8 { put(byte) } }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == 0x7F
  }

  private mutating func put(_ byte: UInt8) {
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
