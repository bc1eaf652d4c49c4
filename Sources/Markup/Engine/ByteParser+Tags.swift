extension ByteParser {
  /// The longest name; what is longer is cut, and the rest read on.
  private static let longestName = 100

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A
  }

  /// The number of the table's name that stands behind the `<` here, up to a dot; nil for others.
  var nextName: Name? {
    mutating get {
      let start = position + 1
      var end = start
      let most = min(text.count, end + Self.longestName)
      var isLower = true
      while end < most, Self.isNameByte(text[end]) {
        if (0x41...0x5A).contains(text[end]) { isLower = false }
        end += 1
      }
      let number: Name?
      if isLower {
        number = unsafe rules.number(slice(start..<end))
      } else {
        let lower = unsafe Self.lowered(slice(start..<end))
        number = unsafe lower.withUnsafeBufferPointer { unsafe rules.number($0) }
      }
      // Of the tag that is read next it is the name, unless a dot follows.
      if let number, end < most, text[end] != 0x2E {
        ahead = NameAhead(range: start..<end, number: number)
      }
      return number
    }
  }

  /// A name that was looked at before its tag is read.
  struct NameAhead {
    var range: Range<Int>
    var number: Name
  }

  static func lowered(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    unsafe bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Reads a name of an element or attribute; nil when none stands here.
  private mutating func readName() -> Range<Int>? {
    let first = peek(0)
    guard Self.isLetter(first) || first == 0x5F || first == 0x3A || first == 0x2E else {
      return nil
    }
    let start = position
    let most = min(text.count, start + Self.longestName)
    while position < most, Self.isNameByte(text[position]) || text[position] == 0x2E {
      position += 1
    }
    return start..<position
  }

  /// The number of a name of the table, or of one outside it that was met before; else nil.
  private mutating func known(_ range: Range<Int>) -> Name? {
    let name = unsafe slice(range)
    if unsafe Self.isLower(name), let number = unsafe rules.number(name) { return number }
    let lower = unsafe Self.lowered(name)
    return unsafe lower.withUnsafeBufferPointer { unsafe rules.number($0) } ?? foreign[lower]
  }

  static func isLower(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<name.count where unsafe (0x41...0x5A).contains(name[index]) { return false }
    return true
  }

  /// A new number for a name outside the table.
  private mutating func number(new range: Range<Int>) -> Name {
    let made = ElementRules.known + Name(foreign.count)
    foreign[unsafe Self.lowered(slice(range))] = made
    counts.append(0)
    return made
  }

  // MARK: The stack

  private mutating func push(_ name: Name) {
    if name == rules.head { hasSeenHead = true }
    if name == rules.body {
      hasSeenHead = true
      hasSeenBody = true
    }
    open.append(name)
    counts[Int(name)] += 1
  }

  private mutating func pop() {
    if let name = open.popLast() { counts[Int(name)] -= 1 }
  }

  private mutating func begin(_ name: Name) {
    push(name)
    unsafe builder.start(rules.tag(name), rules.name(name))
  }

  private mutating func end() {
    builder.end()
    pop()
  }

  /// Ends the open elements that a start tag of that name ends; false when it ends none.
  mutating func closeBefore(_ name: Name?) -> Bool {
    guard let name else { return false }
    guard let last = open.last, rules.closes(last, by: name) else { return false }
    closeAll(before: name)
    return true
  }

  /// Apart: few start tags end anything.
  @inline(never)
  private mutating func closeAll(before name: Name) {
    while let last = open.last, rules.closes(last, by: name) { end() }
  }

  /// Begins html, head or body where the tag is left out.
  private mutating func beginImplied(before name: Name) {
    if name == rules.html { return }
    if open.isEmpty { begin(rules.html) }
    if name == rules.body || name == rules.head { return }
    if open.count <= 1, rules.belongsToHead(name) {
      if !hasSeenHead { begin(rules.head) }
    } else if hasSeenBody || counts[Int(rules.body)] > 0 || counts[Int(rules.head)] > 0 {
      return
    } else if !rules.isFraming(name) {
      begin(rules.body)
    }
  }

  /// Begins a paragraph where text stands outside body.
  mutating func openParagraph() {
    if let last = open.last, last != rules.html, last != rules.head { return }
    _ = closeBefore(rules.p)
    beginImplied(before: rules.p)
    begin(rules.p)
  }

  // MARK: Tags

  mutating func readStartTag() {
    position += 1
    let range: Range<Int>
    let number: Name
    if let ahead, ahead.range.lowerBound == position {
      (range, number) = (ahead.range, ahead.number)
      position = range.upperBound
    } else {
      guard let name = readName() else { return }
      range = name
      number = known(name) ?? self.number(new: name)
    }
    _ = closeBefore(number)
    beginImplied(before: number)
    let isPassed = passesOver(number)
    if !isPassed {
      push(number)
      if number < ElementRules.known {
        unsafe builder.start(rules.tag(number), rules.name(number))
      } else {
        startForeign(range)
      }
    }
    readAttributes(keeps: !isPassed)
    guard let top = open.last else { return }
    if peek(0) == UInt8(ascii: "/"), peek(1) == UInt8(ascii: ">") {
      position += 2
      end()
    } else if isAtEnd {
      return
    } else {
      position += 1
      if rules.isEmpty(top) { end() }
    }
  }

  private mutating func startForeign(_ range: Range<Int>) {
    let lower = unsafe Self.lowered(slice(range))
    unsafe lower.withUnsafeBufferPointer { unsafe builder.start(Tag(name: $0), $0) }
  }

  /// A second html, a head that is not the first, a body within a body: read, but not begun.
  private mutating func passesOver(_ name: Name) -> Bool {
    if name == rules.html, !open.isEmpty {
      passedOver += 1
      return true
    }
    if name == rules.head, open.count != 1 {
      passedOver += 1
      return true
    }
    guard name == rules.body, counts[Int(name)] > 0 else { return false }
    passedOver += Int(counts[Int(name)])
    return true
  }

  /// Reads an end tag; true when it ended an element of its name.
  mutating func readEndTag() -> Bool {
    position += 2
    guard let range = readName() else { return false }
    let name = known(range) ?? -1
    skipBlanks()
    if peek(0) == UInt8(ascii: ">") {
      position += 1
    } else {
      position = min(text.count, find(UInt8(ascii: ">"), in: position..<text.count) + 1)
    }
    if passedOver > 0, name == rules.html || name == rules.body || name == rules.head {
      passedOver -= 1
      return false
    }
    guard name >= 0, counts[Int(name)] > 0 else { return false }
    let rank = rules.rank(name)
    var place = open.count - 1
    while place >= 0, open[place] != name {
      if rules.rank(open[place]) > rank { return false }
      place -= 1
    }
    while let last = open.last {
      end()
      if last == name { return true }
    }
    return false
  }

  // MARK: Attributes

  private mutating func readAttributes(keeps: Bool) {
    skipBlanks()
    var count = 0
    while !isAtEnd, peek(0) != UInt8(ascii: ">"), !isSelfClosing {
      count += 1
      if let name = readName() {
        skipBlanks()
        var value = position..<position
        if peek(0) == UInt8(ascii: "=") {
          position += 1
          skipBlanks()
          value = readValue()
        }
        if keeps { keep(name, value) }
      } else {
        while !isAtEnd, !Self.isBlank(peek(0)), peek(0) != UInt8(ascii: ">"), !isSelfClosing {
          // libxml2 looks for an attribute behind each of them.
          if peek(0) == UInt8(ascii: "/") { count += 1 }
          position += 1
        }
      }
      if count > mostAttributes {
        isForeign = true
        return
      }
      skipBlanks()
    }
  }

  private var isSelfClosing: Bool {
    peek(0) == UInt8(ascii: "/") && peek(1) == UInt8(ascii: ">")
  }

  private mutating func readValue() -> Range<Int> {
    let quote = peek(0)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      let end = find(quote, in: start..<text.count)
      position = min(text.count, end + 1)
      return start..<end
    }
    let start = position
    while !isAtEnd, !Self.isBlank(peek(0)), peek(0) != UInt8(ascii: ">") { position += 1 }
    return start..<position
  }

  /// Adds an attribute; of several with one name the first counts.
  private mutating func keep(_ name: Range<Int>, _ value: Range<Int>) {
    let isPlain = find(UInt8(ascii: "&"), in: value) == value.upperBound
    let name = unsafe slice(name)
    if unsafe Self.isLower(name) {
      unsafe add(name, value, isPlain: isPlain)
    } else {
      unsafe Self.lowered(name).withUnsafeBufferPointer {
        unsafe add($0, value, isPlain: isPlain)
      }
    }
  }

  private mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, _ value: Range<Int>, isPlain: Bool
  ) {
    if isPlain {
      unsafe builder.newAttribute(name, slice(value))
    } else {
      unsafe decoded(value).withUnsafeBufferPointer { unsafe builder.newAttribute(name, $0) }
    }
  }
}
