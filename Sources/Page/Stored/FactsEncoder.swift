package import Dates
package import Web

/// Writes facts as bytes: numbers of variable length; every text and address once, in a table.
///
/// `FactsDecoder` reads what it writes. Nothing is ordered by a hash: the same values in the same
/// order give the same bytes.
package struct FactsEncoder {
  /// A text compared byte by byte: `==` of `String` takes different spellings for one.
  private struct Bytes: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// What was written so far, without the tables.
  package private(set) var body: [UInt8] = []
  private var texts: [Bytes: Int] = [:]
  private var textTable: [UInt8] = []
  private var addresses: [WebURL: Int] = [:]
  private var addressTable: [UInt8] = []
  /// An address that is not read back from its text as it is: nothing can be kept then.
  package private(set) var isUnfit = false

  package init() {}

  /// The tables, then the body.
  package var bytes: [UInt8] {
    var head = FactsEncoder()
    head.put(texts.count)
    head.body += textTable
    head.put(addresses.count)
    head.body += addressTable
    return head.body + body
  }

  // MARK: Numbers

  /// Seven bits a byte, lowest first; the sign is the lowest bit.
  package mutating func put(_ number: Int) {
    Self.append(number, to: &body)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1))))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func put(_ number: Int?) {
    put(number != nil)
    if let number { put(number) }
  }

  package mutating func put(_ flag: Bool) { body.append(flag ? 1 : 0) }

  package mutating func put(_ day: CivilDate?) { put(day?.ordinal) }

  // MARK: Texts

  /// A text that stands in one place alone: written where it stands.
  package mutating func putOnce(_ text: String) { Self.append(text, to: &body) }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  /// A text that may stand in many places.
  package mutating func put(_ text: String) { put(number(of: text)) }

  package mutating func put(_ text: String?) { put(text.map { number(of: $0) + 1 } ?? 0) }

  private mutating func number(of text: String) -> Int {
    let key = Bytes(text: text)
    if let known = texts[key] { return known }
    Self.append(text, to: &textTable)
    texts[key] = texts.count
    return texts.count - 1
  }

  // MARK: Addresses

  package mutating func put(_ url: WebURL) { put(number(of: url)) }

  package mutating func put(_ url: WebURL?) { put(url.map { number(of: $0) + 1 } ?? 0) }

  private mutating func number(of url: WebURL) -> Int {
    if let known = addresses[url] { return known }
    if WebURL(url.string)?.string.utf8.elementsEqual(url.string.utf8) != true { isUnfit = true }
    Self.append(url.string, to: &addressTable)
    addresses[url] = addresses.count
    return addresses.count - 1
  }

  // MARK: Lists

  package mutating func put<Element>(
    _ elements: [Element], each write: (inout FactsEncoder, Element) -> Void
  ) {
    put(elements.count)
    for element in elements { write(&self, element) }
  }

  package mutating func put<Element>(
    _ element: Element?, with write: (inout FactsEncoder, Element) -> Void
  ) {
    put(element != nil)
    if let element { write(&self, element) }
  }

  /// What `write` puts, given back instead of kept; the tables keep its texts and addresses.
  package mutating func aside(_ write: (inout FactsEncoder) -> Void) -> [UInt8] {
    let kept = body
    body = []
    write(&self)
    let made = body
    body = kept
    return made
  }

  /// Bytes as they are, without their count.
  package mutating func put(raw bytes: [UInt8]) { body += bytes }
}
