package import Score
package import Texts

/// One file of a report, by its path below the output folder.
package struct ReportFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// One output format.
package protocol Reporter: Sendable {
  /// The word after `--format`.
  static var format: String { get }
  /// One sentence for the help.
  static var summary: Bilingual { get }
  /// Renders the audit; the same audit gives the same bytes.
  static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile]
  /// The same beside archived pages; a format that does not link to them renders as without.
  static func render(
    _ audit: AuditResult, with exhibits: Exhibits?, in language: Language
  ) throws -> [ReportFile]
}

extension Reporter {
  package static func render(
    _ audit: AuditResult, with exhibits: Exhibits?, in language: Language
  ) throws -> [ReportFile] {
    try render(audit, in: language)
  }
}
