package import Rules
package import Texts

/// A rule as the audit used it: what its page says besides what the findings say.
package struct RuleUse: Sendable, Hashable, Codable {
  package var id: RuleID
  /// What the clause asks for, in the pack's words.
  package var requirement: Bilingual
  /// The check's word: `freshness`, `publication`.
  package var kind: String
  /// What a check of that kind does, in one sentence.
  package var check: Bilingual
  /// The scope's word: `each`, `any`, `district`.
  package var scope: String
  /// The names of the pack's roster that the rule binds.
  package var units: [String]
  package var points: Double
  package var fix: Bilingual
  /// How an ambiguity of the document is read; nil where there is none.
  package var note: Bilingual?

  package init(
    id: RuleID, requirement: Bilingual, kind: String, check: Bilingual, scope: String,
    units: [String], points: Double, fix: Bilingual, note: Bilingual?
  ) {
    self.id = id
    self.requirement = requirement
    self.kind = kind
    self.check = check
    self.scope = scope
    self.units = units
    self.points = points
    self.fix = fix
    self.note = note
  }
}
