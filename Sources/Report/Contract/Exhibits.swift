/// The archived pages that lie beside a report, to be opened from its evidence.
package struct Exhibits: Sendable {
  /// The archive records that have a page, by their ids (`urn:uuid:…`).
  package private(set) var records: Set<String> = []

  package init() {}

  /// Notes that a record's page was written.
  package mutating func insert(_ record: String) { records.insert(record) }

  /// Whether a record has a page.
  package func contains(_ record: String) -> Bool { records.contains(record) }

  /// The name of a record's page, without folder and extension; nil for a record without a name.
  package static func name(_ record: String) -> String? {
    let prefix = "urn:uuid:"
    return PageNames.name(
      record.hasPrefix(prefix) ? String(record.dropFirst(prefix.count)) : record)
  }

  /// The page of a record below the report's folder; nil when it has none.
  func path(_ record: String) -> String? {
    guard records.contains(record), let name = Self.name(record) else { return nil }
    return "evidence/\(name).html"
  }
}
