extension ByteParser {
  /// `<!doctype` stands here, in letters of any case.
  var startsDoctype: Bool {
    mutating get {
      guard peek(0) == UInt8(ascii: "<"), peek(1) == UInt8(ascii: "!") else { return false }
      return isWord("doctype", at: 2)
    }
  }

  private mutating func isWord(_ word: StaticString, at distance: Int) -> Bool {
    word.withUTF8Buffer { word in
      for index in 0..<word.count where unsafe peek(distance + index) | 0x20 != word[index] {
        return false
      }
      return true
    }
  }

  /// Passes a document type over, with the quoted names in it.
  mutating func readDoctype() {
    position += 9
    skipBlanks()
    passName()
    skipBlanks()
    let isPublic = isWord("public", at: 0)
    if isPublic || isWord("system", at: 0) {
      position += 6
      skipBlanks()
      passQuoted()
      if isPublic {
        skipBlanks()
        passQuoted()
      }
    }
    skipBlanks()
    position = min(text.count, find(UInt8(ascii: ">"), in: position..<text.count) + 1)
  }

  private mutating func passQuoted() {
    let quote = peek(0)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return }
    position = min(text.count, find(quote, in: (position + 1)..<text.count) + 1)
  }

  /// Passes a name of ASCII letters over; false without one.
  ///
  /// Names in other scripts are libxml2's.
  @discardableResult
  private mutating func passName() -> Bool {
    let first = peek(0)
    if first >= 0x80 { isForeign = true }
    guard Self.isLetter(first) || first == 0x5F || first == 0x3A else { return false }
    while Self.isLetter(peek(0)) || (0x30...0x3A).contains(peek(0)) || peek(0) == 0x5F
      || peek(0) == 0x2D || peek(0) == 0x2E
    {
      position += 1
    }
    if peek(0) >= 0x80 || isAtEnd { isForeign = true }
    return true
  }

  /// Passes `<?name …>` over; without a name only the mark.
  mutating func readInstruction() {
    position += 2
    guard passName() else { return }
    position = min(text.count, find(UInt8(ascii: ">"), in: position..<text.count) + 1)
  }

  /// Reads a comment; one that does not end takes the rest of the page with it.
  mutating func readComment() {
    position += 4
    let start = position
    var place = start + 2
    while place < text.count {
      place = find(UInt8(ascii: ">"), in: place..<text.count)
      guard place < text.count else { break }
      if text[place - 1] == 0x2D, text[place - 2] == 0x2D, place - 2 >= start {
        finishComment(start..<(place - 2), at: place)
        return
      }
      if text[place - 1] == UInt8(ascii: "!"), place - 3 >= start,
        text[place - 2] == 0x2D, text[place - 3] == 0x2D
      {
        finishComment(start..<(place - 3), at: place)
        return
      }
      place += 1
    }
    position = text.count
  }

  private mutating func finishComment(_ range: Range<Int>, at end: Int) {
    unsafe builder.comment(slice(range))
    position = end + 1
  }
}
