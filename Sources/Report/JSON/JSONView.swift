import JSON
import Texts

/// One value of a tape with the path under which a person finds it.
struct JSONView {
  let tape: JSONTape
  let path: String
  private let index: Int

  init(_ tape: JSONTape) { self.init(tape, "", 0) }

  private init(_ tape: JSONTape, _ path: String, _ index: Int) {
    self.tape = tape
    self.path = path
    self.index = index
  }

  private var node: JSONTape.Node { tape.nodes[index] }

  /// The node of a member's value; nil when it is absent or null.
  ///
  /// The first of equal names counts.
  private func find(_ key: String) -> Int? {
    guard node.kind == .object else { return nil }
    var child = index + 1
    while child < node.next {
      let name = tape.nodes[child]
      let value = name.next
      let isFound =
        name.isEscaped
        ? tape.text(name) == key : tape.bytes[name.start..<name.end].elementsEqual(key.utf8)
      if isFound { return tape.nodes[value].kind == .null ? nil : value }
      child = tape.nodes[value].next
    }
    return nil
  }

  /// Whether the member is there and not null.
  func has(_ key: String) -> Bool { find(key) != nil }

  private func place(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  func fault(_ key: String, _ reason: Bilingual) -> AuditFileError {
    AuditFileError(place(key), reason)
  }

  private func missing(_ key: String) -> AuditFileError {
    fault(key, Bilingual(zh: "缺少此项", en: "is missing"))
  }

  private func wrong(_ key: String, _ zh: String, _ en: String) -> AuditFileError {
    fault(key, Bilingual(zh: "此处应为\(zh)", en: "must be \(en)"))
  }

  func object(_ key: String) throws(AuditFileError) -> JSONView {
    guard let found = find(key) else { throw missing(key) }
    guard tape.nodes[found].kind == .object else { throw wrong(key, "对象", "an object") }
    return JSONView(tape, place(key), found)
  }

  func optionalObject(_ key: String) throws(AuditFileError) -> JSONView? {
    has(key) ? try object(key) : nil
  }

  func string(_ key: String) throws(AuditFileError) -> String {
    guard let found = find(key) else { throw missing(key) }
    guard tape.nodes[found].kind == .string else { throw wrong(key, "字符串", "a string") }
    guard let text = tape.text(tape.nodes[found]) else {
      throw wrong(key, "有效的 UTF-8 文字", "valid UTF-8 text with escapes of RFC 8259")
    }
    return text
  }

  func optionalString(_ key: String) throws(AuditFileError) -> String? {
    has(key) ? try string(key) : nil
  }

  /// A decimal of at most 1e9 either way.
  func decimal(_ key: String) throws(AuditFileError) -> Double {
    guard let found = find(key) else { throw missing(key) }
    let node = tape.nodes[found]
    guard node.kind == .number,
      let value = Double(String(decoding: tape.bytes[node.start..<node.end], as: UTF8.self)),
      value.magnitude <= 1e9
    else { throw wrong(key, "绝对值不超过 10 亿的数字", "a number of at most 1e9") }
    return value
  }

  /// A whole number from 0 to 2⁵³ − 1.
  func count(_ key: String) throws(AuditFileError) -> Int {
    guard let found = find(key) else { throw missing(key) }
    let node = tape.nodes[found]
    guard node.kind == .number,
      let value = Int(String(decoding: tape.bytes[node.start..<node.end], as: UTF8.self)),
      (0...9_007_199_254_740_991).contains(value)
    else { throw wrong(key, "非负整数", "a whole number, 0 or more") }
    return value
  }

  func flag(_ key: String) throws(AuditFileError) -> Bool {
    guard let found = find(key) else { throw missing(key) }
    switch tape.nodes[found].kind {
    case .truth: return true
    case .falsehood: return false
    case .object, .array, .string, .number, .null, .name:
      throw wrong(key, "true 或 false", "true or false")
    }
  }

  /// The objects of an array.
  func objects(_ key: String) throws(AuditFileError) -> [JSONView] {
    var views: [JSONView] = []
    for (position, child) in try elements(key).enumerated() {
      guard tape.nodes[child].kind == .object else {
        throw wrong("\(key)[\(position)]", "对象", "an object")
      }
      views.append(JSONView(tape, place("\(key)[\(position)]"), child))
    }
    return views
  }

  /// The strings of an array.
  func strings(_ key: String) throws(AuditFileError) -> [String] {
    var texts: [String] = []
    for (position, child) in try elements(key).enumerated() {
      guard tape.nodes[child].kind == .string, let text = tape.text(tape.nodes[child]) else {
        throw wrong("\(key)[\(position)]", "字符串", "a string")
      }
      texts.append(text)
    }
    return texts
  }

  /// The whole numbers of an array, each from 0 to 2⁵³ − 1.
  func counts(_ key: String) throws(AuditFileError) -> [Int] {
    var numbers: [Int] = []
    for (position, child) in try elements(key).enumerated() {
      let node = tape.nodes[child]
      guard node.kind == .number,
        let value = Int(String(decoding: tape.bytes[node.start..<node.end], as: UTF8.self)),
        (0...9_007_199_254_740_991).contains(value)
      else { throw wrong("\(key)[\(position)]", "非负整数", "a whole number, 0 or more") }
      numbers.append(value)
    }
    return numbers
  }

  private func elements(_ key: String) throws(AuditFileError) -> [Int] {
    guard let found = find(key) else { throw missing(key) }
    guard tape.nodes[found].kind == .array else { throw wrong(key, "数组", "an array") }
    var children: [Int] = []
    var child = found + 1
    while child < tape.nodes[found].next {
      children.append(child)
      child = tape.nodes[child].next
    }
    return children
  }
}
