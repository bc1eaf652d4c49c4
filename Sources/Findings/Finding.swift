package import Dates
package import Rules
package import Texts
package import Web

/// What a finding says; the words are those of the contract.
package enum Status: String, Sendable, Codable, CaseIterable {
  /// The evidence shows that the requirement is met.
  case pass
  /// The evidence shows that it is not; absence counts only with complete coverage.
  case fail
  /// Met in part; the points earned say how much.
  case partial
  /// Could not be decided: blocked, unreachable, budget spent, unreadable. Never a fail.
  case undetermined
  /// For a person to judge; the evidence holds the candidates.
  case manual
  /// Does not bind this unit, or nothing of the kind was due in the period.
  case notApplicable
  /// A waiver of the plan covers it.
  case waived
  /// Nothing on the web can show it; not scored.
  case untested

  /// Whether something is missing, so that points are lost.
  package var isFault: Bool {
    switch self {
    case .fail, .partial: true
    case .pass, .undetermined, .manual, .notApplicable, .waived, .untested: false
    }
  }
}

/// One thing that was seen (or looked at and found wanting), with where it can be seen again.
package struct Evidence: Sendable, Codable, Hashable {
  package var url: String
  package var title: String?
  /// The words seen, at most 200 characters.
  package var excerpt: String?
  package var date: CivilDate?
  /// When the page was fetched, RFC 3339.
  package var fetchedAt: String?
  /// The archive record's id, `urn:uuid:…`.
  package var record: String?
  /// SHA-256 of the body as archived, lower-case hex.
  package var sha256: String?
  /// Why this does not count, for a near miss; nil for evidence proper.
  package var nearMiss: Bilingual?

  package init(
    url: String, title: String? = nil, excerpt: String? = nil, date: CivilDate? = nil,
    fetchedAt: String? = nil, record: String? = nil, sha256: String? = nil,
    nearMiss: Bilingual? = nil
  ) {
    self.url = url
    self.title = title
    self.excerpt = excerpt
    self.date = date
    self.fetchedAt = fetchedAt
    self.record = record
    self.sha256 = sha256
    self.nearMiss = nearMiss
  }
}

/// One due period or deadline and what became of it; feeds the report's timeline.
package struct DueDate: Sendable, Codable, Hashable {
  package enum State: String, Sendable, Codable { case met, late, missed, upcoming, exempt }
  /// What was due: `2021年3月`, `第12周`.
  package var label: Bilingual
  package var due: CivilDate
  package var met: CivilDate?
  package var state: State

  package init(label: Bilingual, due: CivilDate, met: CivilDate?, state: State) {
    self.label = label
    self.due = due
    self.met = met
    self.state = state
  }
}

/// What was looked at before a verdict, and what of it could not be read.
package struct Coverage: Sendable, Codable, Hashable {
  /// How many pages and columns were searched.
  package var pages: Int
  package var columns: [String]
  /// What could hold the thing and was not read: URL and reason code.
  ///
  /// Empty means complete.
  package var gaps: [CoverageGap]

  package init(pages: Int, columns: [String], gaps: [CoverageGap]) {
    self.pages = pages
    self.columns = columns
    self.gaps = gaps
  }
}

/// One address that could hold what was sought and was not read.
package struct CoverageGap: Sendable, Codable, Hashable, Comparable {
  package var url: String
  /// The stable dotted outcome code: `timeout.connect`, `blocked.challenge`, `budget.pages`.
  package var outcome: String

  package init(url: String, outcome: String) {
    self.url = url
    self.outcome = outcome
  }

  package static func < (left: CoverageGap, right: CoverageGap) -> Bool {
    (left.url, left.outcome) < (right.url, right.outcome)
  }
}

/// The result of holding one unit against one rule.
package struct Finding: Sendable, Codable, Hashable {
  package var rule: RuleID
  package var unit: UnitID
  package var status: Status
  /// Share of the rule's points that is earned, 0 to 1; meaningful for pass, fail and partial.
  package var share: Double
  /// What was found, in one or two sentences.
  package var message: Bilingual
  /// What was looked for and where.
  package var soughtFor: Bilingual
  /// What to do, in one sentence; nil when nothing is to be done.
  package var fix: Bilingual?
  /// Most telling first; near misses last.
  package var evidence: [Evidence]
  package var timeline: [DueDate]
  package var coverage: Coverage
  /// How many faults were counted, for rules that are scored by the fault; 1 for a plain fail.
  package var faults = 1

  package init(
    rule: RuleID, unit: UnitID, status: Status, share: Double, message: Bilingual,
    soughtFor: Bilingual, fix: Bilingual? = nil, evidence: [Evidence] = [],
    timeline: [DueDate] = [],
    coverage: Coverage = Coverage(pages: 0, columns: [], gaps: [])
  ) {
    self.rule = rule
    self.unit = unit
    self.status = status
    self.share = share
    self.message = message
    self.soughtFor = soughtFor
    self.fix = fix
    self.evidence = evidence
    self.timeline = timeline
    self.coverage = coverage
  }
}
