/// A site's short name in a plan: `portal`.
package struct SiteID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var description: String { text }
  package static func < (left: SiteID, right: SiteID) -> Bool { left.text < right.text }
}

/// A unit's short name in a plan: `czj`.
package struct UnitID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var description: String { text }
  package static func < (left: UnitID, right: UnitID) -> Bool { left.text < right.text }
}
