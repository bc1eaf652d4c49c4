import Markup

/// The inline scripts of a page, with what adapters ask of them.
///
/// Nothing is run: only literals are read.
struct PageScripts {
  /// One inline script.
  struct Script {
    var node: NodeIndex
    var text: ArraySlice<UInt8>
    /// The `type` attribute in lower case; empty when there is none.
    var type: [UInt8]

    /// A script that holds data or a template, not a program.
    var isData: Bool {
      !type.isEmpty && ByteSearch.find(Array("javascript".utf8), in: type) == nil
        && ByteSearch.find(Array("module".utf8), in: type) == nil
    }
  }

  let scripts: [Script]

  init(_ document: Document) {
    var found: [Script] = []
    for node in 0..<document.count where document.tag(node) == .script {
      let span = document.span(node)
      let type = ByteSearch.lowered(document.attribute(node, "type") ?? [])
      for child in (node + 1)..<max(node + 1, span.upperBound)
      where document.isText(child) || document.nodes[Int(child)].kind == .comment {
        found.append(Script(node: node, text: document.content(child), type: type))
      }
    }
    scripts = found
  }

  /// A script holds one of the words.
  func mention(_ words: Phrases) -> Bool { scripts.contains { words.occur(in: $0.text) } }

  /// An argument of a call, as far as it is a literal.
  enum Argument: Equatable {
    case number(Int)
    case text([UInt8])
    case other
  }

  /// A call with its arguments.
  struct Call {
    var node: NodeIndex
    var arguments: [Argument]
  }

  /// The calls of a function, its definition (`function name(…)`) left out.
  func calls(_ name: String) -> [Call] {
    let word = Array(name.utf8)
    var out: [Call] = []
    for script in scripts where !script.isData {
      var from = script.text.startIndex
      while out.count < 16, let hit = ByteSearch.find(word, in: script.text, from: from) {
        from = hit + word.count
        if hit > script.text.startIndex, isNameByte(script.text[hit - 1]) { continue }
        if isCommentedOut(hit, script.text) { continue }
        // `function() {name(` is a call within a function, no definition of one.
        var before = script.text[max(script.text.startIndex, hit - 16)..<hit]
        while let last = before.last, last <= 0x20 { before.removeLast() }
        if before.suffix(8).elementsEqual("function".utf8) { continue }
        var open = from
        while open < script.text.endIndex, script.text[open] <= 0x20 { open += 1 }
        guard open < script.text.endIndex, script.text[open] == 0x28 else { continue }
        out.append(Call(node: script.node, arguments: arguments(script.text[(open + 1)...])))
      }
    }
    return out
  }

  /// The place stands behind `//` on its line, and that is no address's.
  private func isCommentedOut(_ place: Int, _ text: ArraySlice<UInt8>) -> Bool {
    let line = text[..<place].suffix(200).reversed().prefix { $0 != 0x0A && $0 != 0x0D }.reversed()
    let bytes = Array(line)
    return bytes.indices.dropFirst().contains { index in
      bytes[index] == 0x2F && bytes[index - 1] == 0x2F && (index < 2 || bytes[index - 2] != 0x3A)
    }
  }

  /// The number that a variable or key of that name is set to: `var countPage = 12`,
  /// `totalPage: "12"`.
  func number(_ name: String) -> (node: NodeIndex, value: Int)? {
    for script in scripts {
      if let value = Self.value(of: name, in: script.text), case .number(let number) = value {
        return (script.node, number)
      }
    }
    return nil
  }

  /// The literal that follows `name =` or `name:`; digits in quotes count as a number.
  static func value(of name: String, in text: ArraySlice<UInt8>) -> Argument? {
    let word = Array(name.utf8)
    var from = text.startIndex
    while let hit = ByteSearch.find(word, in: text, from: from) {
      from = hit + word.count
      if hit > text.startIndex, isName(text[hit - 1]) { continue }
      var index = from
      while index < text.endIndex, text[index] <= 0x20 || text[index] == 0x22 || text[index] == 0x27
      {
        index += 1
      }
      guard index < text.endIndex, text[index] == 0x3D || text[index] == 0x3A else { continue }
      index += 1
      guard index < text.endIndex, text[index] != 0x3D else { continue }
      let (argument, _) = literal(text[index...])
      if argument != .other { return argument }
    }
    return nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool { Self.isName(byte) }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
      || byte == 0x24
  }

  /// Up to twelve literals, to the closing parenthesis.
  private func arguments(_ text: ArraySlice<UInt8>) -> [Argument] {
    var out: [Argument] = []
    var rest = text
    while out.count < 12 {
      var (argument, end) = Self.literal(rest)
      if argument == .other, let found = variable(rest[..<end]) { argument = found }
      out.append(argument)
      guard end < text.endIndex, text[end] == 0x2C else { break }
      rest = text[(end + 1)...]
    }
    return out
  }

  /// What a plain name as an argument is set to elsewhere in the page's scripts.
  private func variable(_ text: ArraySlice<UInt8>) -> Argument? {
    let name = text.filter { $0 > 0x20 }
    guard (1...40).contains(name.count), name.allSatisfy({ Self.isName($0) }),
      !(0x30...0x39).contains(name[0])
    else { return nil }
    let word = String(decoding: name, as: UTF8.self)
    return scripts.lazy.compactMap { Self.value(of: word, in: $0.text) }.first
  }

  /// One literal and the place of the `,`, `)` or `;` after it.
  private static func literal(_ text: ArraySlice<UInt8>) -> (Argument, Int) {
    var index = text.startIndex
    while index < text.endIndex, text[index] <= 0x20 { index += 1 }
    guard index < text.endIndex else { return (.other, text.endIndex) }
    var argument = Argument.other
    let byte = text[index]
    if byte == 0x22 || byte == 0x27 {
      guard let end = text[(index + 1)...].firstIndex(of: byte) else {
        return (.other, text.endIndex)
      }
      let inner = Array(text[(index + 1)..<end])
      argument = .text(inner)
      if let value = number(inner) { argument = .number(value) }
      index = end + 1
    } else if (0x30...0x39).contains(byte) {
      let start = index
      while index < text.endIndex, (0x30...0x39).contains(text[index]) { index += 1 }
      if let value = number(Array(text[start..<index])) { argument = .number(value) }
    }
    let stops: [UInt8] = [0x2C, 0x29, 0x3B, 0x7D, 0x0A]
    while index < text.endIndex, !stops.contains(text[index]) {
      // A comment after the literal ends it.
      if text[index] == 0x2F, index + 1 < text.endIndex, text[index + 1] == 0x2F { break }
      // An operator after the literal makes it an expression.
      if text[index] > 0x20 { argument = .other }
      index += 1
    }
    return (argument, index)
  }

  private static func number(_ digits: [UInt8]) -> Int? {
    guard (1...8).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
