package import Texts

/// Why a text is no audit that this version can read: where, and what is wrong there.
package struct AuditFileError: Error, Hashable, CustomStringConvertible {
  /// The place in the file: `units[3].findings[12].status`, or `byte 1234` of malformed JSON.
  package let path: String
  /// What was seen and what belongs there.
  package let reason: Bilingual

  init(_ path: String, _ reason: Bilingual) {
    self.path = path.isEmpty ? "audit.json" : path
    self.reason = reason
  }

  package var description: String { "\(path): \(reason.en)" }

  /// One line for a person.
  package func message(_ language: Language) -> String {
    path + (language == .chinese ? "：" : ": ") + reason.text(language)
  }
}
