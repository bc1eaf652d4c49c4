/// One value of a JSON text, read without complaint: what is not there, or of another kind, is nil.
package struct JSONValue: Sendable {
  private let tape: JSONTape
  private let index: Int

  /// How many values a text of a stranger may have.
  package static let mostValues = 500_000

  /// Reads a whole text in the loose dialect; nil when it is no JSON even so.
  package init?(_ bytes: [UInt8]) {
    guard let tape = try? JSONTape(bytes, dialect: .script, mostNodes: Self.mostValues) else {
      return nil
    }
    self.init(tape, 0)
  }

  /// Reads the one value that begins at `start` and tells where it ends; anything may follow it.
  package static func read(_ bytes: [UInt8], from start: Int) -> (value: JSONValue, end: Int)? {
    guard bytes.indices.contains(start),
      let tape = try? JSONTape(bytes, from: start, dialect: .script, mostNodes: mostValues)
    else { return nil }
    return (JSONValue(tape, 0), tape.end)
  }

  private init(_ tape: JSONTape, _ index: Int) {
    self.tape = tape
    self.index = index
  }

  private var node: JSONTape.Node { tape.nodes[index] }

  package var kind: JSONTape.Kind { node.kind }

  /// A member's value; the first of equal names counts, null is nil.
  package subscript(_ key: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var child = index + 1
    while child < node.next {
      let name = tape.nodes[child]
      let isFound =
        name.isEscaped
        ? tape.looseText(name).elementsEqual(key.utf8)
        : tape.bytes[name.start..<name.end].elementsEqual(key.utf8)
      if isFound {
        return tape.nodes[name.next].kind == .null ? nil : JSONValue(tape, name.next)
      }
      child = tape.nodes[name.next].next
    }
    return nil
  }

  /// The value at the end of a path of names.
  package func at(_ path: [String]) -> JSONValue? {
    path.reduce(JSONValue?.some(self)) { $0?[$1] }
  }

  /// The bytes of a string, escapes undone; nil for any other kind.
  package var textBytes: [UInt8]? { kind == .string ? tape.looseText(node) : nil }

  /// The text of a string; what is no UTF-8 becomes U+FFFD.
  package var text: String? { textBytes.map { String(decoding: $0, as: UTF8.self) } }

  /// A string's text, or a number, flag or name as it is written; nil for the rest.
  package var written: [UInt8]? {
    switch kind {
    case .string: tape.looseText(node)
    case .number, .truth, .falsehood, .name: Array(tape.bytes[node.start..<node.end])
    case .object, .array, .null: nil
    }
  }

  /// A whole number, written as one or as a string of digits; nil beyond 64 bits.
  package var number: Int? {
    guard kind == .number || kind == .string, let bytes = written, bytes.count <= 20 else {
      return nil
    }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  package var flag: Bool? {
    switch kind {
    case .truth: true
    case .falsehood: false
    case .object, .array, .string, .number, .null, .name: nil
    }
  }

  /// The elements of an array; nil for any other kind.
  package var elements: [JSONValue]? {
    guard kind == .array else { return nil }
    var found: [JSONValue] = []
    var child = index + 1
    while child < node.next {
      found.append(JSONValue(tape, child))
      child = tape.nodes[child].next
    }
    return found
  }

  /// Calls `body` with every member of an object, in order; names with their escapes undone.
  package func forEachMember(_ body: (_ name: [UInt8], _ value: JSONValue) -> Void) {
    guard kind == .object else { return }
    var child = index + 1
    while child < node.next {
      let name = tape.nodes[child]
      body(tape.looseText(name), JSONValue(tape, name.next))
      child = tape.nodes[name.next].next
    }
  }
}
