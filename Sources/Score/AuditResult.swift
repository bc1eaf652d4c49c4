package import Dates
package import Findings
package import Rules
package import Texts
package import Web

/// Points of one finding: decimals, as the documents have them.
package struct Points: Sendable, Hashable, Codable {
  package var earned: Double
  package var possible: Double

  package init(earned: Double, possible: Double) {
    self.earned = earned
    self.possible = possible
  }
}

/// Whether a unit meets the bar; the words are those of the contract.
package enum Verdict: String, Sendable, Codable { case pass, fail, undetermined }

/// A unit's score with what a person needs to add it up again.
package struct Scorecard: Sendable, Hashable, Codable {
  package var earned: Double
  /// Points of what applies and could be determined.
  package var possible: Double
  /// 100 × earned ÷ possible, rounded to one decimal; nil when nothing could be scored.
  package var percent: Double?
  package var verdict: Verdict
  /// Rules with severity veto that failed.
  package var vetoes: [RuleID]
  /// Points that are open because findings are undetermined.
  package var open: Double
  /// 1-based rank among the units of the same kind; nil when nothing could be scored.
  package var rank: Int?
  /// How many units of the kind are ranked.
  package var ranked: Int
  /// The grade that the pack's bands give, 暂不能定 where what is open decides it; nil without bands.
  package var grade: Bilingual?
  /// One for each pack of the plan, in its order: their sums are `earned`, `possible` and `open`.
  package var packs: [PackScore] = []
  /// Bonus points that were earned and count.
  package var bonus = 0.0

  package init(
    earned: Double, possible: Double, percent: Double?, verdict: Verdict, vetoes: [RuleID],
    open: Double, rank: Int?, ranked: Int
  ) {
    self.earned = earned
    self.possible = possible
    self.percent = percent
    self.verdict = verdict
    self.vetoes = vetoes
    self.open = open
    self.rank = rank
    self.ranked = ranked
  }
}

/// What a unit made of one pack.
package struct PackScore: Sendable, Hashable, Codable {
  package var pack: String
  /// The scheme's word: `weighted-sum`, `hundred-minus-deductions`.
  package var scheme: String
  package var earned: Double
  package var possible: Double
  package var open: Double
  /// First- and second-level dimensions with what was added up under each; a parent first.
  package var dimensions: [DimensionScore]

  package init(
    pack: String, scheme: String, earned: Double, possible: Double, open: Double,
    dimensions: [DimensionScore]
  ) {
    self.pack = pack
    self.scheme = scheme
    self.earned = earned
    self.possible = possible
    self.open = open
    self.dimensions = dimensions
  }
}

/// The points under one heading (一级、二级指标).
package struct DimensionScore: Sendable, Hashable, Codable {
  package var id: String
  /// 1 or 2.
  package var level: Int
  package var title: Bilingual
  package var earned: Double
  package var possible: Double
  package var open: Double

  package init(
    id: String, level: Int, title: Bilingual, earned: Double, possible: Double, open: Double
  ) {
    self.id = id
    self.level = level
    self.title = title
    self.earned = earned
    self.possible = possible
    self.open = open
  }
}

/// A finding with its points and the words of its rule: all that a report shows of it.
package struct ScoredFinding: Sendable, Hashable, Codable {
  package var finding: Finding
  package var points: Points
  package var title: Bilingual
  package var why: Bilingual
  package var article: String
  package var severity: Severity
  package var sameAs: RuleID?
  /// The waiver's reason and who gave it, when `status` is waived.
  package var waiver: String?
  /// The rule's points whatever became of them: `points.possible` is 0 while nothing is decided.
  package var worth: Double
  /// The heading under which the pack adds it up; nil for none.
  package var dimension: String?
  /// What each fault costs; nil when the points are earned by share.
  package var deduction: Deduction?

  package init(
    finding: Finding, points: Points, title: Bilingual, why: Bilingual, article: String,
    severity: Severity, sameAs: RuleID?, waiver: String?
  ) {
    self.finding = finding
    self.points = points
    self.title = title
    self.why = why
    self.article = article
    self.severity = severity
    self.sameAs = sameAs
    self.waiver = waiver
    worth = points.possible
  }

  /// The points that the finding leaves open: those of a usual rule that could not be decided.
  package var openPoints: Double {
    finding.status == .undetermined && severity != .bonus ? worth : 0
  }
}

/// One unit of the audit.
package struct UnitResult: Sendable, Hashable, Codable {
  package var id: UnitID
  package var name: String
  package var kind: String
  package var site: SiteID
  package var score: Scorecard
  /// In rule order.
  package var findings: [ScoredFinding]
  /// The unit's own columns, by address.
  package var updates: [ColumnUpdates] = []

  package init(
    id: UnitID, name: String, kind: String, site: SiteID, score: Scorecard,
    findings: [ScoredFinding]
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.site = site
    self.score = score
    self.findings = findings
  }
}

/// One kind of trouble on a site, named once.
package struct SiteProblem: Sendable, Hashable, Codable {
  /// The stable dotted code.
  package var outcome: String
  package var count: Int
  /// The first address (sorted) that shows it.
  package var url: String
  package var detail: Bilingual
  package var advice: Bilingual

  package init(outcome: String, count: Int, url: String, detail: Bilingual, advice: Bilingual) {
    self.outcome = outcome
    self.count = count
    self.url = url
    self.detail = detail
    self.advice = advice
  }
}

/// How one site was gathered.
package struct SiteResult: Sendable, Hashable, Codable {
  package var id: SiteID
  package var status: String
  /// All that was known was read.
  package var complete: Bool
  package var pages: Int
  package var requests: Int
  package var bytes: Int
  /// Counts by the contract's words, all seven present.
  package var outcomes: [String: Int]
  package var problems: [SiteProblem]
  package var stopped: String?
  /// Liberties that the plan took, repeated for the reader: `robots: ignore`, `tls: accept-invalid`.
  package var liberties: [String]
  /// The columns that are no unit's own, by address.
  package var updates: [ColumnUpdates] = []

  package init(
    id: SiteID, status: String, complete: Bool, pages: Int, requests: Int, bytes: Int,
    outcomes: [String: Int], problems: [SiteProblem], stopped: String?, liberties: [String]
  ) {
    self.id = id
    self.status = status
    self.complete = complete
    self.pages = pages
    self.requests = requests
    self.bytes = bytes
    self.outcomes = outcomes
    self.problems = problems
    self.stopped = stopped
    self.liberties = liberties
  }
}

/// A rule pack as it was used.
package struct PackUse: Sendable, Hashable, Codable {
  package var id: String
  package var title: Bilingual
  package var notice: Bilingual?
  package var sha256: String

  package init(id: String, title: Bilingual, notice: Bilingual?, sha256: String) {
    self.id = id
    self.title = title
    self.notice = notice
    self.sha256 = sha256
  }
}

/// A whole audit: all that any report needs.
///
/// Sorted, so that it is rendered the same each time.
package struct AuditResult: Sendable, Hashable, Codable {
  package var id: String
  package var plan: String
  package var asOf: CivilDate
  package var period: DateSpan
  package var startedAt: Timestamp
  package var finishedAt: Timestamp
  /// `mingcha 0.1.0`.
  package var tool: String
  package var language: Language
  /// Per cent that a unit needs to pass.
  package var bar: Double
  package var packs: [PackUse]
  /// In plan order.
  package var sites: [SiteResult]
  /// In plan order.
  package var units: [UnitResult]
  /// The rules of the packs, pack by pack, in clause order.
  package var rules: [RuleUse] = []
  /// The office in whose name notices go out; nil when the plan names none.
  package var office: String?
  /// The day by which faults are to be put right; nil when the plan names none.
  package var repairBy: CivilDate?

  package init(
    id: String, plan: String, asOf: CivilDate, period: DateSpan, startedAt: Timestamp,
    finishedAt: Timestamp, tool: String, language: Language, bar: Double, packs: [PackUse],
    sites: [SiteResult], units: [UnitResult]
  ) {
    self.id = id
    self.plan = plan
    self.asOf = asOf
    self.period = period
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.tool = tool
    self.language = language
    self.bar = bar
    self.packs = packs
    self.sites = sites
    self.units = units
  }
}
