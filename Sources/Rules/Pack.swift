package import Dates
package import Texts
package import YAML

/// A rule pack: one source document turned into rules.
///
/// Data under `Rules/`, never compiled in.
package struct Pack: Sendable {
  /// The pack's name and file name: `shanting-2021`.
  package var id: String
  package var title: Bilingual
  package var issuer: Bilingual
  /// A word for the report's header: for example that the document is a draft.
  package var notice: Bilingual?
  /// The year that the document is of.
  package var year: Int
  /// Due dates before this day are advisory only (see the catalogue's questions).
  package var effective: CivilDate?
  /// The document's own names of units with their spellings, and its collective names.
  package var roster: [RosterEntry]
  /// In clause order.
  package var rules: [Rule]
  /// How points become a score.
  package var scoring: Scoring
  /// SHA-256 of the pack's file, lower-case hex; of several files, over all of their digests.
  package var sha256: String
  /// The headings under which rules are added up; a parent stands before its children.
  package var dimensions: [Dimension] = []
  /// The clauses of the document, each to be answered by a rule; empty when the pack lists none.
  package var clauses: [Clause] = []
  /// What each rule must say of small made-up sites, for `mingcha rules test`.
  package var examples: [RuleExample] = []

  package init(
    id: String, title: Bilingual, issuer: Bilingual, notice: Bilingual?, year: Int,
    effective: CivilDate?, roster: [RosterEntry], rules: [Rule], scoring: Scoring,
    sha256: String
  ) {
    self.id = id
    self.title = title
    self.issuer = issuer
    self.notice = notice
    self.year = year
    self.effective = effective
    self.roster = roster
    self.rules = rules
    self.scoring = scoring
    self.sha256 = sha256
  }
}

/// A kind of unit; the words are those of the plan.
package enum UnitKind: String, Sendable, Codable, CaseIterable {
  case department, town, institution, enterprise, party, government
}

/// A name in the document: one unit with its spellings, or a collective name for kinds of units.
package struct RosterEntry: Sendable {
  package var name: String
  package var aliases: [String]
  /// Not empty for a collective name (区直各部门): the plan's units of these kinds.
  package var kinds: [UnitKind]

  package init(name: String, aliases: [String], kinds: [UnitKind]) {
    self.name = name
    self.aliases = aliases
    self.kinds = kinds
  }
}

/// Whose publication a rule asks for.
package enum RuleScope: String, Sendable, CaseIterable {
  /// 各自: judged for each bound unit.
  case each
  /// 任一: met when any of the named units, or the district's portal for them, meets it.
  case any
  /// 全区: judged once on the district's portal.
  case district
}

/// What a miss means.
package enum Severity: String, Sendable, Codable, CaseIterable {
  case veto, must, should, bonus
}

/// Whether a rule is in force.
package enum RuleStanding: String, Sendable, CaseIterable {
  case active
  /// Shown and judged, never scored: the document is a draft on this point.
  case draft
  /// Kept for old audits; binds nobody.
  case retired
}

/// One rule of a pack.
package struct Rule: Sendable {
  package var id: RuleID
  /// Where in the document: `附件第4行`.
  package var article: String
  package var title: Bilingual
  /// Why it matters, in one sentence.
  package var why: Bilingual
  package var scope: RuleScope
  /// Names of the roster that the rule binds.
  package var units: [String]
  /// Names of the roster whose publications count too, though the rule is not theirs.
  package var publishers: [String] = []
  package var points: Double
  package var severity: Severity
  /// Another rule that sees the same object: scored there, shown here.
  package var sameAs: RuleID?
  /// What to do about a miss; checks may say it more precisely.
  package var fix: Bilingual
  /// The word after `kind:`.
  package var kind: String
  /// The check's own keys, still with their places in the file; the check decodes them.
  package var requirement: YAMLMapping
  /// Where the rule begins: file:line:column.
  package var place: String
  /// The dimension under which it is added up; nil for none.
  package var dimension: String?
  /// What each fault costs; nil when the rule's points are earned by share.
  package var deduction: Deduction?
  /// The first day on which the rule asks anything; nil for always.
  package var since: CivilDate?
  /// Whether the rule is in force.
  package var standing: RuleStanding = .active
  /// How an ambiguity of the document is read here.
  package var note: Bilingual?

  package init(
    id: RuleID, article: String, title: Bilingual, why: Bilingual, scope: RuleScope,
    units: [String], points: Double, severity: Severity, sameAs: RuleID?, fix: Bilingual,
    kind: String, requirement: YAMLMapping, place: String
  ) {
    self.id = id
    self.article = article
    self.title = title
    self.why = why
    self.scope = scope
    self.units = units
    self.points = points
    self.severity = severity
    self.sameAs = sameAs
    self.fix = fix
    self.kind = kind
    self.requirement = requirement
    self.place = place
  }
}
