package import Dates
package import Web

/// Reads what `FactsEncoder` wrote.
///
/// Bytes that it did not write are no danger: whatever does not fit sets `isBroken`, after which
/// every answer is empty. Look at it before believing anything.
package struct FactsDecoder {
  private let bytes: [UInt8]
  private var place: Int
  private var names = FactNames(texts: [], addresses: [])
  package private(set) var isBroken = false

  /// Reads the tables; the body comes next.
  package init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    place = start
    let texts = list { $0.textOnce() }
    let addresses = list { decoder in
      let url = WebURL(decoder.textOnce())
      if url == nil { decoder.isBroken = true }
      return url
    }
    names = FactNames(texts: texts, addresses: addresses)
  }

  /// All was read, and nothing was amiss.
  package var isAtEnd: Bool { !isBroken && place == bytes.count }

  // MARK: Numbers

  package mutating func number() -> Int {
    let number = unsafe bytes.withUnsafeBufferPointer { unsafe Self.number(in: $0, at: &place) }
    if let number { return number }
    fail()
    return 0
  }

  /// The number that begins at a place, which then is behind it; nil where none stands.
  @inline(__always)
  static func number(in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = unsafe bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value >> 1) ^ -Int(value & 1) }
      shift += 7
    }
    return nil
  }

  package mutating func optionalNumber() -> Int? { flag() ? number() : nil }

  /// A row, a column or a count of them: never so large that a sum of two could overflow.
  package mutating func gridNumber() -> Int {
    let number = number()
    guard (0...1 << 30).contains(number) else {
      fail()
      return 0
    }
    return number
  }

  package mutating func flag() -> Bool {
    guard place < bytes.count, bytes[place] <= 1 else {
      fail()
      return false
    }
    place += 1
    return bytes[place - 1] == 1
  }

  package mutating func optionalDay() -> CivilDate? {
    optionalNumber().map { CivilDate(ordinal: $0) }
  }

  /// A day that is always there; worth nothing when the decoder is broken afterwards.
  package mutating func day() -> CivilDate { CivilDate(ordinal: number()) }

  private mutating func fail() {
    isBroken = true
    place = bytes.count
  }

  // MARK: Texts and addresses

  package mutating func textOnce() -> String {
    String(decoding: bytes[run(of: number())], as: UTF8.self)
  }

  /// A text that stands in one place alone, left where it is until it is asked for.
  mutating func keptText() -> KeptText { KeptText(bytes, run(of: number())) }

  /// Links, looked over and left where they are until they are asked for.
  mutating func keptLinks() -> KeptLinks {
    let count = number()
    let start = place
    // Each link takes three bytes at least.
    guard count >= 0, count <= (bytes.count - place) / 3 else {
      fail()
      return KeptLinks([], 0..<0, count: 0, names: names)
    }
    for _ in 0..<count {
      let address = number()
      let text = number()
      let role = number()
      guard names.addresses.indices.contains(address), names.texts.indices.contains(text),
        let role = UInt8(exactly: role), Link.Role(rawValue: role) != nil, !isBroken
      else {
        fail()
        return KeptLinks([], 0..<0, count: 0, names: names)
      }
    }
    return KeptLinks(bytes, start..<place, count: count, names: names)
  }

  /// Tables, looked over and left where they are until they are asked for; nil for none, which have no
  /// use for the bytes.
  package mutating func keptTables() -> KeptTables? {
    let start = self
    skip { decoder in
      decoder.skipText(optional: true)
      decoder.skip { decoder in
        decoder.skipText(optional: false)
        for _ in 0..<4 { _ = decoder.gridNumber() }
        _ = decoder.flag()
      }
      _ = decoder.gridNumber()
      _ = decoder.gridNumber()
      _ = decoder.flag()
    }
    return isBroken || bytes[start.place] == 0 ? nil : KeptTables(at: start)
  }

  /// Passes over a list, each element by `element`.
  private mutating func skip(_ element: (inout FactsDecoder) -> Void) {
    let count = number()
    guard count >= 0, count <= bytes.count - place else { return fail() }
    for _ in 0..<count where !isBroken { element(&self) }
  }

  private mutating func skipText(optional: Bool) {
    let position = number()
    if optional, position == 0 { return }
    // The least number of all has none below it.
    if !names.texts.indices.contains(optional ? position &- 1 : position) { fail() }
  }

  /// The next bytes, as many as asked for; none when there are not as many.
  private mutating func run(of count: Int) -> Range<Int> {
    guard count >= 0, count <= bytes.count - place else {
      fail()
      return place..<place
    }
    place += count
    return (place - count)..<place
  }

  package mutating func text() -> String {
    let position = number()
    guard names.texts.indices.contains(position) else {
      fail()
      return ""
    }
    return names.texts[position]
  }

  package mutating func optionalText() -> String? {
    let position = number()
    if position == 0 { return nil }
    guard position > 0, position <= names.texts.count else {
      fail()
      return nil
    }
    return names.texts[position - 1]
  }

  /// Nil for bytes that are no address of the table: `isBroken` is set then.
  package mutating func address() -> WebURL? {
    let position = number()
    guard names.addresses.indices.contains(position) else {
      fail()
      return nil
    }
    return names.addresses[position]
  }

  package mutating func optionalAddress() -> WebURL? {
    let position = number()
    if position == 0 { return nil }
    guard position > 0, position <= names.addresses.count else {
      fail()
      return nil
    }
    return names.addresses[position - 1]
  }

  /// One of a closed set of words.
  package mutating func word<Word: RawRepresentable<String>>(_ fallback: Word) -> Word {
    guard let word = Word(rawValue: text()) else {
      fail()
      return fallback
    }
    return word
  }

  /// One of a closed set of words, or none.
  package mutating func optionalWord<Word: RawRepresentable<String>>() -> Word? {
    guard let text = optionalText() else { return nil }
    let word = Word(rawValue: text)
    if word == nil { fail() }
    return word
  }

  // MARK: Lists

  /// A list; an element that can't be read ends it.
  package mutating func list<Element>(
    _ read: (inout FactsDecoder) -> Element?
  ) -> [Element] {
    let count = number()
    // Each element takes a byte at least.
    guard count >= 0, count <= bytes.count - place else {
      fail()
      return []
    }
    var elements: [Element] = []
    elements.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count {
      guard let element = read(&self), !isBroken else {
        fail()
        return []
      }
      elements.append(element)
    }
    return elements
  }

  package mutating func optional<Element>(
    _ read: (inout FactsDecoder) -> Element?
  ) -> Element? {
    flag() ? read(&self) : nil
  }

  /// Bytes as they are.
  package mutating func raw(_ count: Int) -> [UInt8] { Array(bytes[run(of: count)]) }
}
