/// A rule's identity: `<pack>/<clause>` or `<pack>/<clause>#<name>`.
///
/// The clause is the id of the clause catalogue: `shanting-2021/A.4`.
package struct RuleID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  package let pack: String
  package let clause: String
  /// Tells several rules of one clause apart; nil when there is only one.
  package let name: String?

  package init(pack: String, clause: String, name: String? = nil) {
    self.pack = pack
    self.clause = clause
    self.name = name
  }

  /// Reads the text form; nil when pack or clause is missing.
  package init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    pack = String(text[..<slash])
    let rest = text[text.index(after: slash)...]
    if let hash = rest.firstIndex(of: "#") {
      clause = String(rest[..<hash])
      name = String(rest[rest.index(after: hash)...])
    } else {
      clause = String(rest)
      name = nil
    }
    if pack.isEmpty || clause.isEmpty || name == "" { return nil }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = RuleID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no rule id: \(text)")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package var description: String { "\(pack)/\(clause)" + (name.map { "#\($0)" } ?? "") }

  /// Orders clauses as a person counts: `A.2` before `A.10`, `3.9-a` before `3.10-a`.
  package static func < (left: RuleID, right: RuleID) -> Bool {
    if left.pack != right.pack { return left.pack < right.pack }
    if left.clause != right.clause {
      return Self.sortKey(left.clause).lexicographicallyPrecedes(Self.sortKey(right.clause))
    }
    return (left.name ?? "") < (right.name ?? "")
  }

  private static func sortKey(_ clause: String) -> [Int] {
    var key: [Int] = []
    var number: Int?
    for byte in clause.utf8 {
      if (0x30...0x39).contains(byte) {
        number = min((number ?? 0) * 10 + Int(byte - 0x30), 1_000_000)
      } else {
        if let value = number { key.append(value) }
        number = nil
        key.append(-256 + Int(byte))
      }
    }
    if let value = number { key.append(value) }
    return key
  }
}
