import Dates

/// Follows an inline script as far as its literals go.
///
/// Many templates write date, source and attachments with `var pubdata='2020年12月24日';
/// if(pubdata!=''){document.write(pubdata);}`. Assignments of literals, comparisons of what they
/// set, `document.write` and what fills an element by its id are followed; functions, loops and
/// everything that needs a browser are not, and a write that depends on them is left out: never a
/// guess. Whole links that a literal holds count where a loop writes.
struct ScriptRun {
  /// The longest script that is followed, in bytes.
  static let longest = 65_536
  /// The most that a script may write, in bytes.
  private static let mostWritten = 65_536
  /// Calls whose first literal names a document that the page shows in a viewer.
  private static let viewerCalls: Set<String> = ["showVsbpdfIframe", "showVsbpdf"]

  /// What the script writes into the page, as HTML.
  private(set) var written: [UInt8] = []
  /// What it sets at the top level, in order.
  private(set) var values: [(name: String, value: [UInt8])] = []

  private let source: ScriptTokens
  /// A loop writes into the page.
  private var writesInLoop = false
  private var variables: [String: [UInt8]] = [:]
  /// Where an `else` that must not run begins, and where it ends.
  private var skips: [Int: Int] = [:]

  /// Runs a script to its end.
  init(_ bytes: ArraySlice<UInt8>) {
    source = ScriptTokens(bytes)
    execute()
    if writesInLoop { writeLinks() }
  }

  /// The links that a text holds which a loop takes apart and writes:
  /// `var fj='<a href="a.doc">…</a><BR/>…'; … for(…){document.write(list[i]);}`.
  private mutating func writeLinks() {
    for (name, value) in values
    where variables[name] == value && ByteText.containsAny(value[...], of: Self.links)
      && ByteText.find(value, in: written[...]) == nil
      && written.count + value.count + Self.block.count <= Self.mostWritten
    {
      written += Self.block + value
    }
  }

  private static let writers: Set<String> = ["write", "writeln", "innerHTML", "append"]
  private static let links = ByteText.words("<a href=", "<A href=", "<a target=", "<A HREF=")

  /// Says whether a script may write or set anything that is asked for; costs one search.
  static func isOfUse(_ bytes: ArraySlice<UInt8>) -> Bool {
    marks.occurs(in: bytes)
  }

  private static let marks = WordSet(
    ByteText.words(
      "document.write", "innerHTML", "showVsbpdf", "ubdate", "ubDate", "ubdata", "ublish", "ubtime",
      "ubTime", ").html(", ").append(", "docreltime", "fbsj", "fbrq"))

  private func token(_ place: Int) -> ScriptTokens.Token? {
    place >= 0 && place < source.tokens.count ? source.tokens[place] : nil
  }

  private func isMark(_ place: Int, _ mark: String) -> Bool { token(place) == .mark(mark) }

  private func name(_ place: Int) -> String? {
    if case .name(let name) = token(place) { return name }
    return nil
  }

  private func close(_ place: Int) -> Int? {
    guard place < source.partner.count, source.partner[place] > place else { return nil }
    return source.partner[place]
  }

  private mutating func execute() {
    var place = 0
    while place < source.tokens.count {
      if let end = skips[place] {
        place = end
        continue
      }
      place = step(place)
    }
  }

  /// Runs what stands at `place` and says where to go on; always further on.
  private mutating func step(_ place: Int) -> Int {
    guard let name = name(place) else { return place + 1 }
    switch name {
    case "function": return afterFunction(place)
    case "for", "while", "switch", "catch": return afterLoop(place)
    case "if": return branch(place)
    case "document": return write(place)
    case "$", "jQuery": return load(place)
    default:
      if Self.viewerCalls.contains(name) { return view(place) }
      return assign(place, name)
    }
  }

  private func afterFunction(_ place: Int) -> Int {
    var next = place + 1
    while next < source.tokens.count, !isMark(next, "{") {
      if isMark(next, "(") { next = close(next) ?? next }
      next += 1
    }
    return (close(next) ?? next) + 1
  }

  private mutating func afterLoop(_ place: Int) -> Int {
    guard isMark(place + 1, "("), let head = close(place + 1) else { return place + 1 }
    let end = endOfBody(head + 1)
    if (head..<end).contains(where: { name($0).map(Self.writers.contains) ?? false }) {
      writesInLoop = true
    }
    return end
  }

  /// Where a body ends that begins at `place`: a block or a statement.
  private func endOfBody(_ place: Int) -> Int {
    if isMark(place, "{") { return (close(place) ?? source.tokens.count - 1) + 1 }
    if name(place) == "if", isMark(place + 1, "("), let head = close(place + 1) {
      return endOfElse(endOfBody(head + 1))
    }
    var next = place
    while next < source.tokens.count, !isMark(next, ";"), !isMark(next, "}") {
      next = (close(next) ?? next) + 1
    }
    return isMark(next, ";") ? next + 1 : next
  }

  private func endOfElse(_ place: Int) -> Int {
    name(place) == "else" ? endOfBody(place + 1) : place
  }

  private mutating func branch(_ place: Int) -> Int {
    guard isMark(place + 1, "("), let head = close(place + 1) else { return place + 1 }
    let body = head + 1
    let end = endOfBody(body)
    switch condition((place + 2)..<head) {
    case true?:
      if name(end) == "else" { skips[end] = endOfElse(end) }
      return body
    case false?: return name(end) == "else" ? end + 1 : end
    case nil: return endOfElse(end)
    }
  }

  private mutating func write(_ place: Int) -> Int {
    if let end = fill(place) { return end }
    guard isMark(place + 1, "."), let method = name(place + 2),
      method == "write" || method == "writeln", isMark(place + 3, "("), let end = close(place + 3)
    else { return place + 1 }
    if let (value, next) = expression(place + 4), next == end,
      written.count + value.count <= Self.mostWritten
    {
      written += value
    } else if let date = formattedDate(place + 4, end) {
      written += date
    }
    return end + 1
  }

  /// `document.getElementById('fj').innerHTML = '附件：' + name;`: what an element is filled with.
  ///
  /// It counts as written where the script stands, as scripts stand behind what they fill.
  private mutating func fill(_ place: Int) -> Int? {
    guard isMark(place + 1, "."), name(place + 2) == "getElementById", isMark(place + 3, "("),
      let end = close(place + 3), isMark(end + 1, "."), name(end + 2) == "innerHTML",
      isMark(end + 3, "=") || isMark(end + 3, "+=")
    else { return nil }
    guard let (value, next) = expression(end + 4), endsExpression(next),
      written.count + value.count + Self.block.count <= Self.mostWritten
    else { return end + 4 }
    written += Self.block + value
    return next
  }

  /// `$('#place').html('<a href="/">首页</a>&gt;公告')`, also within `$(function () { … })`.
  private mutating func load(_ place: Int) -> Int {
    guard isMark(place + 1, "("), let end = close(place + 1) else { return place + 1 }
    // What runs once the page is there runs whole.
    if name(place + 2) == "function", isMark(place + 3, "("), let head = close(place + 3),
      isMark(head + 1, "{")
    {
      return head + 2
    }
    guard case .string(let target) = token(place + 2), target.first == UInt8(ascii: "#"),
      end == place + 3, isMark(end + 1, "."), let method = name(end + 2),
      method == "html" || method == "append", isMark(end + 3, "("), let last = close(end + 3)
    else { return place + 2 }
    if let (value, next) = expression(end + 4), next == last,
      written.count + value.count + Self.block.count <= Self.mostWritten
    {
      written += Self.block + value
    }
    return last + 1
  }

  /// What an element was filled with begins a line of its own.
  private static let block = Array("<br>".utf8)

  /// `document.write(dateFormat('2021-03-05 10:20:00.0'))`: a call with one known argument that is
  /// a date and nothing else; whatever form the function gives it, the day stays the same.
  private func formattedDate(_ place: Int, _ end: Int) -> [UInt8]? {
    guard name(place) != nil, isMark(place + 1, "("), close(place + 1) == end - 1,
      let (value, next) = expression(place + 2), next == end - 1 || isMark(next, ","),
      value.count <= 40, DateReader().dates(in: value).first?.range.lowerBound == 0
    else { return nil }
    return value
  }

  private mutating func view(_ place: Int) -> Int {
    guard isMark(place + 1, "("), case .string(let path) = token(place + 2) else {
      return place + 1
    }
    let name = path.split(separator: UInt8(ascii: "/")).last ?? []
    written += Array("<a href=\"".utf8) + path + Array("\">".utf8) + name + Array("</a>".utf8)
    return place + 3
  }

  private mutating func assign(_ place: Int, _ name: String) -> Int {
    let follows = isMark(place - 1, ".")
    if isMark(place + 1, "="), !follows {
      guard let (value, next) = expression(place + 2), endsExpression(next) else {
        variables[name] = nil
        return place + 2
      }
      variables[name] = value
      values.append((name, value))
      return next
    }
    if isMark(place + 1, "+="), !follows {
      guard let old = variables[name], let (value, next) = expression(place + 2),
        endsExpression(next), old.count + value.count <= Self.mostWritten
      else {
        variables[name] = nil
        return place + 2
      }
      variables[name] = old + value
      return next
    }
    return place + 1
  }

  private func endsExpression(_ place: Int) -> Bool {
    switch token(place) {
    case nil, .mark(";"), .mark(","), .mark("}"), .mark(")"), .name: true
    default: false
    }
  }

  /// Literals and set names joined by `+`, from `place`; nil when anything else takes part.
  private func expression(_ place: Int) -> (value: [UInt8], next: Int)? {
    var value: [UInt8] = []
    var next = place
    while true {
      guard let term = term(next) else { return nil }
      value += term.value
      next = term.next
      guard isMark(next, "+") else { return (value, next) }
      next += 1
    }
  }

  private func term(_ place: Int) -> (value: [UInt8], next: Int)? {
    let value: [UInt8]
    switch token(place) {
    case .string(let text): value = text
    case .number(let number): value = Array(String(number).utf8)
    case .name(let name):
      guard let known = variables[name] else { return nil }
      value = known
    default: return nil
    }
    if let found = part(of: value, place + 1) ?? replaced(in: value, place + 1) { return found }
    if isMark(place + 1, ".") || isMark(place + 1, "(") || isMark(place + 1, "[") { return nil }
    return (value, place + 1)
  }

  /// `.substring(0, 10)`, `.substr(0, 10)`, `.slice(0, 10)` of an ASCII text from its beginning.
  private func part(of value: [UInt8], _ place: Int) -> (value: [UInt8], next: Int)? {
    guard isMark(place, "."), let method = name(place + 1), Self.cuts.contains(method),
      isMark(place + 2, "("), case .number(0) = token(place + 3), isMark(place + 4, ","),
      case .number(let count) = token(place + 5), close(place + 2) == place + 6, count >= 0,
      value.allSatisfy({ $0 < 0x80 })
    else { return nil }
    return (Array(value.prefix(count)), place + 7)
  }

  private static let cuts: Set<String> = ["substring", "substr", "slice"]

  /// `.replace("<br>", "")` of one literal by another: the first place where it stands.
  private func replaced(in value: [UInt8], _ place: Int) -> (value: [UInt8], next: Int)? {
    guard isMark(place, "."), name(place + 1) == "replace", isMark(place + 2, "("),
      case .string(let old) = token(place + 3), isMark(place + 4, ","),
      case .string(let new) = token(place + 5), close(place + 2) == place + 6, !old.isEmpty,
      !new.contains(UInt8(ascii: "$"))
    else { return nil }
    guard let found = ByteText.find(old, in: value[...]) else { return (value, place + 7) }
    return (value[..<found] + new + value[(found + old.count)...], place + 7)
  }

  // MARK: Conditions

  /// The value of comparisons joined by `&&` and `||`; nil when it can't be known.
  private func condition(_ range: Range<Int>) -> Bool? {
    var either: Bool? = false
    var place = range.lowerBound
    var all: Bool? = true
    while place < range.upperBound {
      guard let (value, next) = comparison(place, range.upperBound) else { return nil }
      if value == false { all = false } else if value == nil, all == true { all = nil }
      place = next
      if place >= range.upperBound { break }
      guard isMark(place, "&&") || isMark(place, "||") else { return nil }
      if isMark(place, "||") {
        either = Self.or(either, all)
        all = true
      }
      place += 1
    }
    return Self.or(either, all)
  }

  private static func or(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == true || right == true { return true }
    return left == nil || right == nil ? nil : false
  }

  private func comparison(_ place: Int, _ end: Int) -> (value: Bool?, next: Int)? {
    guard let (left, next) = operand(place) else { return nil }
    guard next < end, case .mark(let sign) = token(next), sign != "&&", sign != "||" else {
      return (left.map { !$0.isEmpty && $0 != Array("0".utf8) }, next)
    }
    guard let (right, after) = operand(next + 1) else { return nil }
    guard let left, let right else { return (nil, after) }
    switch sign {
    case "==", "===": return (left == right, after)
    case "!=", "!==": return (left != right, after)
    case ">": return (Self.number(left).flatMap { l in Self.number(right).map { l > $0 } }, after)
    case ">=": return (Self.number(left).flatMap { l in Self.number(right).map { l >= $0 } }, after)
    case "<": return (Self.number(left).flatMap { l in Self.number(right).map { l < $0 } }, after)
    default: return (nil, after)
    }
  }

  private static func number(_ bytes: [UInt8]) -> Int? {
    Int(String(decoding: bytes, as: UTF8.self))
  }

  /// A literal, a name, or a name's `.length`; the value is nil when it isn't known.
  private func operand(_ place: Int) -> (value: [UInt8]?, next: Int)? {
    switch token(place) {
    case .string(let text): return (text, place + 1)
    case .number(let number): return (Array(String(number).utf8), place + 1)
    case .name(let name):
      let known = variables[name]
      if isMark(place + 1, "."), self.name(place + 2) == "length", !isMark(place + 3, "(") {
        return (known.map { Array(String(ByteText.length($0[...])).utf8) }, place + 3)
      }
      if isMark(place + 1, ".") || isMark(place + 1, "(") || isMark(place + 1, "[") { return nil }
      return (known, place + 1)
    default: return nil
    }
  }
}
