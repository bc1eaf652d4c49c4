/// Takes HTML of ours apart, strictly: every tag closes in order, every attribute is quoted.
///
/// `td` alone may be left open (the heat map does), as HTML allows before `td` and `tr`'s end.
struct MarkupCheck {
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  private(set) var faults: [String] = []
  /// All text between tags, outside of style and script.
  private(set) var text = ""
  private(set) var script = ""
  private static let void: Set<String> = ["meta", "input", "br"]

  init(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    guard rest.hasPrefix("<!DOCTYPE html>") else {
      faults.append("no doctype")
      return
    }
    rest.removeFirst("<!DOCTYPE html>".count)
    var open: [String] = []
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        faults.append("a tag does not end")
        return
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        close(String(tag.dropFirst()), &open)
      } else {
        element(tag, &open)
        if let raw = open.last, raw == "style" || raw == "script" { skip(raw, &rest) }
      }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
  }

  private mutating func skip(_ name: String, _ rest: inout Substring) {
    guard let end = rest.firstRange(of: "</\(name)>") else {
      faults.append("\(name) does not end")
      return
    }
    if name == "script" { script += rest[..<end.lowerBound] }
    rest = rest[end.lowerBound...]
  }

  private mutating func close(_ name: String, _ open: inout [String]) {
    if name == "tr" || name == "tbody", open.last == "td" { open.removeLast() }
    guard open.last == name else {
      faults.append("</\(name)> closes \(open.last ?? "nothing")")
      return
    }
    open.removeLast()
  }

  private mutating func element(_ tag: Substring, _ open: inout [String]) {
    let name = String(tag.prefix { $0 != " " })
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count).drop { $0 == " " }
    while !rest.isEmpty {
      let key = String(rest.prefix { $0 != "=" })
      rest = rest.dropFirst(key.count).dropFirst()
      let value: Substring
      if rest.first == "\"" {
        value = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 2)
      } else {
        value = rest.prefix { $0 != " " }
        if name != "td" { faults.append("\(name) \(key) is not quoted") }
        rest = rest.dropFirst(value.count)
      }
      if attributes[key] != nil { faults.append("\(name) has \(key) twice") }
      attributes[key] = String(value)
      rest = rest.drop { $0 == " " }
    }
    if name == "td", open.last == "td" { open.removeLast() }
    elements.append(Element(name: name, attributes: attributes))
    if !Self.void.contains(name) { open.append(name) }
  }
}
