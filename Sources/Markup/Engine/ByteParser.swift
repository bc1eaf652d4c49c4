private import CBytes

/// Parses HTML from bytes, into the same document as libxml2 but some ten times faster.
///
/// One pass over the text; names are numbers, values are copied once. What is put in where tags are
/// left out follows `ElementRules`. Text that libxml2 would read in ways of its own (control
/// characters, processing instructions with names in other scripts) is left to it.
///
/// What is asked for every tag is `mutating` though it changes nothing: a method that is not gets a
/// copy of the whole parser, an eighth of the time of parsing.
@safe struct ByteParser {
  typealias Name = ElementRules.Name

  @safe let text: UnsafeBufferPointer<UInt8>
  let rules = ElementRules.shared
  var position = 0
  var builder: DocumentBuilder
  /// The names of the open elements, outermost first.
  var open: [Name] = []
  /// How many elements of each name are open.
  var counts = [Int32](repeating: 0, count: Int(ElementRules.known))
  /// Names outside the table.
  var foreign: [[UInt8]: Name] = [:]
  /// The name at the last `<` that was looked at.
  var ahead: NameAhead?
  /// Start tags of html, head and body that were passed over; their end tags are too.
  var passedOver = 0
  var hasSeenHead = false
  var hasSeenBody = false
  /// The text holds what is libxml2's to read, or a tag with too many attributes.
  var isForeign = false
  let mostAttributes: Int
  var scratch: [UInt8] = []

  /// The document, or nil for a text that libxml2 must read; `utf8` is valid.
  ///
  /// Nil too where a tag has more than `mostAttributes`: such a page is to be looked over first.
  static func parse(_ utf8: [UInt8], upTo end: Int, mostAttributes: Int) -> Document? {
    unsafe utf8.withUnsafeBufferPointer { all in
      let text = unsafe UnsafeBufferPointer(rebasing: all[..<end])
      guard unsafe PlainText.holds(text) else { return nil }
      var parser = unsafe ByteParser(text, of: utf8, mostAttributes)
      parser.run()
      return parser.isForeign ? nil : parser.builder.finish()
    }
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, of utf8: [UInt8], _ mostAttributes: Int) {
    self.text = unsafe text
    self.mostAttributes = mostAttributes
    builder = unsafe DocumentBuilder(over: utf8, at: text)
  }

  /// The byte at that distance ahead; 0 behind the end.
  @inline(__always)
  func peek(_ distance: Int) -> UInt8 {
    let place = position + distance
    return place < text.count ? text[place] : 0
  }

  var isAtEnd: Bool { position >= text.count }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  mutating func skipBlanks() {
    while Self.isBlank(peek(0)) { position += 1 }
  }

  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: text[range])
  }

  /// The first place of a byte in a range, or the range's end.
  @inline(__always)
  func find(_ byte: UInt8, in range: Range<Int>) -> Int {
    guard let base = text.baseAddress else { return range.upperBound }
    return unsafe mc_find(base, range.lowerBound, range.upperBound, text.count, byte)
  }

  private mutating func run() {
    skipBlanks()
    readMisc()
    if startsDoctype { readDoctype() }
    skipBlanks()
    readMisc()
    readContent()
  }

  /// Comments and processing instructions before any content.
  private mutating func readMisc() {
    while peek(0) == UInt8(ascii: "<"), !isForeign {
      if peek(1) == UInt8(ascii: "!"), peek(2) == 0x2D, peek(3) == 0x2D {
        readComment()
      } else if peek(1) == UInt8(ascii: "?") {
        readInstruction()
      } else {
        return
      }
      skipBlanks()
    }
  }

  private mutating func readContent() {
    var current: Name = -1
    var depth = 0
    while !isForeign {
      let byte = peek(0)
      let next = byte == UInt8(ascii: "<") ? peek(1) : 0
      if next == UInt8(ascii: "/") {
        if readEndTag(), current >= 0 || open.isEmpty {
          current = open.last ?? -1
          depth = open.count
        }
        continue
      }
      if next != 0, Self.isLetter(next) || next == UInt8(ascii: "_") || next == UInt8(ascii: ":"),
        closeBefore(nextName)
      {
        continue
      }
      if let last = open.last, depth >= open.count, current != last {
        current = last
        depth = open.count
        continue
      }
      if isAtEnd { return }
      if current == rules.script || current == rules.style {
        readRawText()
      } else if byte == UInt8(ascii: "<") {
        readMarkup(next)
        if Self.isLetter(next) {
          current = open.last ?? -1
          depth = open.count
        }
      } else if byte == UInt8(ascii: "&") {
        readReference()
      } else {
        readText()
      }
    }
  }

  private mutating func readMarkup(_ next: UInt8) {
    if next == UInt8(ascii: "?") {
      readInstruction()
    } else if startsDoctype {
      readDoctype()
    } else if next == UInt8(ascii: "!"), peek(2) == 0x2D, peek(3) == 0x2D {
      readComment()
    } else if Self.isLetter(next) {
      readStartTag()
    } else {
      // A mark that begins nothing is text: `<` before a blank, `<![if …]>`.
      unsafe builder.text(slice(position..<(position + 1)))
      position += 1
    }
  }

  // MARK: Text

  /// Text up to the next tag or reference.
  private mutating func readText() {
    let tag = find(UInt8(ascii: "<"), in: position..<text.count)
    let end = find(UInt8(ascii: "&"), in: position..<tag)
    if open.last.map({ $0 != rules.html && $0 != rules.head }) ?? false {
      unsafe builder.text(slice(position..<end))
      position = end
      return
    }
    // Text in html or head opens a paragraph; libxml2 looks at pieces of a thousand bytes.
    while position < end {
      var stop = min(end, position + 1000)
      while stop < end, text[stop] & 0xC0 == 0x80 { stop += 1 }
      let isBlank = unsafe slice(position..<stop).allSatisfy { Self.isBlank($0) }
      // A piece that is full is looked at before the library knows what follows it.
      let isFull = stop - position >= 1000
      let after: UInt8 = isFull ? 0x20 : stop < text.count ? text[stop] : 0
      let place = open.last
      let isOutside = place == nil || place == rules.html || place == rules.head
      if !(isBlank && (after == 0 || after == UInt8(ascii: "<") && isOutside)) { openParagraph() }
      unsafe builder.text(slice(position..<stop))
      position = stop
    }
  }

  /// Script or style: everything up to the end tag of its own name.
  private mutating func readRawText() {
    guard let name = open.last, name == rules.script || name == rules.style else {
      isForeign = true
      return
    }
    let word = unsafe rules.name(name)
    var end = position
    while true {
      end = find(UInt8(ascii: "<"), in: end..<text.count)
      guard end < text.count else { break }
      if unsafe isEndTag(of: word, at: end) { break }
      end += 1
    }
    unsafe builder.text(slice(position..<end))
    position = end
  }

  private func isEndTag(of word: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + 2 + word.count <= text.count, text[place + 1] == UInt8(ascii: "/") else {
      return false
    }
    for index in word.indices where unsafe text[place + 2 + index] | 0x20 != word[index] {
      return false
    }
    return true
  }
}
