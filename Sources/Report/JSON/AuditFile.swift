import Dates
import Findings
import JSON
import Rules
package import Score
import Texts
import Web

/// Reads `audit.json` back into what it was written from.
///
/// Keys of the contract are required; keys beyond it may be missing, and keys that are not known are
/// passed over, so a file of a later minor version still reads. A translation that is missing is
/// replaced by the text of the file's own language.
package enum AuditFile {
  private static func view(_ bytes: [UInt8]) throws(AuditFileError) -> JSONView {
    do throws(JSONFault) {
      return JSONView(try JSONTape(bytes))
    } catch {
      throw AuditFileError(error)
    }
  }

  /// The audit in `bytes` (UTF-8); throws the first thing that is wrong, with its path.
  package static func read(_ bytes: [UInt8]) throws(AuditFileError) -> AuditResult {
    let root = try view(bytes)
    let schema = try root.string("schema")
    guard schema == JSONReporter.schema else {
      throw root.fault(
        "schema",
        Bilingual(
          zh: "是 \(schema)，本程序只能读取 \(JSONReporter.schema)",
          en: "is \(schema); this program reads \(JSONReporter.schema)"))
    }
    let run = try root.object("run")
    let language: Language = try run.has("language") ? word(run, "language") : .chinese
    return try AuditReader(language: language).audit(root, run)
  }

  /// A member whose text is one of the raw values of an enum.
  static func word<Word: RawRepresentable<String>>(
    _ view: JSONView, _ key: String
  ) throws(AuditFileError) -> Word {
    let text = try view.string(key)
    guard let word = Word(rawValue: text) else {
      throw view.fault(key, Bilingual(zh: "不认识的词“\(text)”", en: "unknown word \"\(text)\""))
    }
    return word
  }
}

/// Reads the parts of an audit whose own texts are in `language`.
private struct AuditReader {
  let language: Language

  func audit(_ root: JSONView, _ run: JSONView) throws(AuditFileError) -> AuditResult {
    let period = try run.object("period")
    let from = try day(period, "from")
    let to = try day(period, "to")
    guard let span = DateSpan(from: from, to: to) else {
      throw period.fault("to", Bilingual(zh: "早于起始日", en: "lies before the first day"))
    }
    var audit = AuditResult(
      id: try run.string("id"), plan: try run.string("plan"), asOf: try day(run, "asOf"),
      period: span, startedAt: try moment(run, "startedAt"),
      finishedAt: try moment(run, "finishedAt"), tool: try run.string("tool"), language: language,
      bar: try run.has("bar") ? run.decimal("bar") : 60,
      packs: try run.objects("packs").map { view throws(AuditFileError) in try pack(view) },
      sites: try root.objects("sites").map { view throws(AuditFileError) in try site(view) },
      units: try root.objects("units").map { view throws(AuditFileError) in try unit(view) })
    if root.has("rules") {
      audit.rules = try root.objects("rules").map { view throws(AuditFileError) in
        try ruleUse(view)
      }
    }
    audit.office = try run.optionalString("office")
    audit.repairBy = try run.has("repairBy") ? day(run, "repairBy") : nil
    return audit
  }

  private func ruleUse(_ view: JSONView) throws(AuditFileError) -> RuleUse {
    RuleUse(
      id: try rule(view.string("rule"), view, "rule"), requirement: try text(view, "requirement"),
      kind: try view.string("kind"), check: try text(view, "check"),
      scope: try view.string("scope"), units: try view.strings("units"),
      points: try view.decimal("points"), fix: try text(view, "fix"),
      note: try optionalText(view, "note"))
  }

  private func updates(_ view: JSONView) throws(AuditFileError) -> [ColumnUpdates] {
    guard view.has("updates") else { return [] }
    return try view.objects("updates").map { view throws(AuditFileError) in
      ColumnUpdates(
        column: try view.string("column"), url: try view.string("url"),
        newest: try view.has("newest") ? day(view, "newest") : nil, from: try day(view, "from"),
        items: try view.counts("items"))
    }
  }

  private func pack(_ view: JSONView) throws(AuditFileError) -> PackUse {
    let id = try view.string("id")
    return PackUse(
      id: id, title: try optionalText(view, "title") ?? Bilingual(zh: id, en: id),
      notice: try optionalText(view, "notice"), sha256: try view.string("sha256"))
  }

  private func site(_ view: JSONView) throws(AuditFileError) -> SiteResult {
    let counts = try view.object("outcomes")
    var outcomes: [String: Int] = [:]
    for family in Outcome.Family.allCases {
      outcomes[family.rawValue] = try counts.count(family.rawValue)
    }
    var site = SiteResult(
      id: SiteID(try view.string("id")), status: try view.string("status"),
      complete: try view.flag("complete"), pages: try view.count("pages"),
      requests: try view.count("requests"), bytes: try view.count("bytes"), outcomes: outcomes,
      problems: try view.objects("problems").map { view throws(AuditFileError) in
        SiteProblem(
          outcome: try view.string("outcome"), count: try view.count("count"),
          url: try view.string("url"), detail: try text(view, "detail"),
          advice: try text(view, "advice"))
      },
      stopped: try view.optionalString("stopped"),
      liberties: try view.has("liberties") ? view.strings("liberties") : [])
    site.updates = try updates(view)
    return site
  }

  private func unit(_ view: JSONView) throws(AuditFileError) -> UnitResult {
    let id = UnitID(try view.string("id"))
    var unit = UnitResult(
      id: id, name: try view.string("name"), kind: try view.string("kind"),
      site: SiteID(try view.optionalString("site") ?? ""), score: try score(view.object("score")),
      findings: try view.objects("findings").map { view throws(AuditFileError) in
        try finding(view, of: id)
      })
    unit.updates = try updates(view)
    return unit
  }

  private func score(_ view: JSONView) throws(AuditFileError) -> Scorecard {
    var card = Scorecard(
      earned: try view.decimal("earned"), possible: try view.decimal("possible"),
      percent: try view.has("percent") ? view.decimal("percent") : nil,
      verdict: try AuditFile.word(view, "verdict"),
      vetoes: try view.strings("vetoes").map { text throws(AuditFileError) in
        try rule(text, view, "vetoes")
      },
      open: try view.has("open") ? view.decimal("open") : 0,
      rank: try view.has("rank") ? view.count("rank") : nil,
      ranked: try view.has("ranked") ? view.count("ranked") : 0)
    card.grade = try optionalText(view, "grade")
    card.bonus = try view.has("bonus") ? view.decimal("bonus") : 0
    if view.has("packs") {
      card.packs = try view.objects("packs").map { view throws(AuditFileError) in
        try packScore(view)
      }
    }
    return card
  }

  private func packScore(_ view: JSONView) throws(AuditFileError) -> PackScore {
    PackScore(
      pack: try view.string("pack"), scheme: try view.string("scheme"),
      earned: try view.decimal("earned"), possible: try view.decimal("possible"),
      open: try view.decimal("open"),
      dimensions: try view.objects("dimensions").map { view throws(AuditFileError) in
        DimensionScore(
          id: try view.string("id"), level: try view.count("level"), title: try text(view, "title"),
          earned: try view.decimal("earned"), possible: try view.decimal("possible"),
          open: try view.decimal("open"))
      })
  }

  private func finding(_ view: JSONView, of unit: UnitID) throws(AuditFileError) -> ScoredFinding {
    let status: Status = try AuditFile.word(view, "status")
    let points = try view.object("points")
    let title = try text(view, "title")
    var finding = Finding(
      rule: try rule(view.string("rule"), view, "rule"), unit: unit, status: status,
      share: try view.has("share") ? view.decimal("share") : (status == .pass ? 1 : 0),
      message: try text(view, "message"),
      soughtFor: try optionalText(view, "soughtFor") ?? Bilingual(zh: "", en: ""),
      fix: try optionalText(view, "fix"), evidence: try evidence(view),
      timeline: try timeline(view),
      coverage: try coverage(view))
    if view.has("faults") { finding.faults = try view.count("faults") }
    var scored = ScoredFinding(
      finding: finding,
      points: Points(
        earned: try points.decimal("earned"), possible: try points.decimal("possible")),
      title: title, why: try optionalText(view, "why") ?? Bilingual(zh: "", en: ""),
      article: try view.optionalString("article") ?? "",
      severity: try view.has("severity") ? AuditFile.word(view, "severity") : .must,
      sameAs: try view.has("sameAs") ? rule(view.string("sameAs"), view, "sameAs") : nil,
      waiver: try view.optionalString("waiver"))
    if view.has("worth") { scored.worth = try view.decimal("worth") }
    scored.dimension = try view.optionalString("dimension")
    if let costs = try view.optionalObject("deduction") {
      scored.deduction = Deduction(
        each: try costs.decimal("each"), most: try costs.decimal("most"))
    }
    return scored
  }

  private func evidence(_ view: JSONView) throws(AuditFileError) -> [Evidence] {
    try view.objects("evidence").map { view throws(AuditFileError) in
      Evidence(
        url: try view.string("url"), title: try view.optionalString("title"),
        excerpt: try view.optionalString("excerpt"),
        date: try view.has("date") ? day(view, "date") : nil,
        fetchedAt: try view.optionalString("fetchedAt"),
        record: try view.optionalString("record"), sha256: try view.optionalString("sha256"),
        nearMiss: try optionalText(view, "nearMiss"))
    }
  }

  private func timeline(_ view: JSONView) throws(AuditFileError) -> [DueDate] {
    guard view.has("timeline") else { return [] }
    return try view.objects("timeline").map { view throws(AuditFileError) in
      DueDate(
        label: try text(view, "label"), due: try day(view, "due"),
        met: try view.has("met") ? day(view, "met") : nil,
        state: try AuditFile.word(view, "state"))
    }
  }

  private func coverage(_ view: JSONView) throws(AuditFileError) -> Coverage {
    guard let view = try view.optionalObject("coverage") else {
      return Coverage(pages: 0, columns: [], gaps: [])
    }
    return Coverage(
      pages: try view.count("pages"), columns: try view.strings("columns"),
      gaps: try view.objects("gaps").map { view throws(AuditFileError) in
        CoverageGap(url: try view.string("url"), outcome: try view.string("outcome"))
      })
  }

  private func text(_ view: JSONView, _ key: String) throws(AuditFileError) -> Bilingual {
    let own = try view.string(key)
    let other: Language = language == .chinese ? .english : .chinese
    let translation = try view.optionalObject("translations")?.optionalObject(other.rawValue)?
      .optionalString(key)
    let translated = translation ?? own
    return language == .chinese
      ? Bilingual(zh: own, en: translated) : Bilingual(zh: translated, en: own)
  }

  private func optionalText(
    _ view: JSONView, _ key: String
  ) throws(AuditFileError) -> Bilingual? {
    view.has(key) ? try text(view, key) : nil
  }

  private func day(_ view: JSONView, _ key: String) throws(AuditFileError) -> CivilDate {
    let text = try view.string(key)
    guard let day = CivilDate(text) else {
      throw view.fault(
        key, Bilingual(zh: "“\(text)”不是 YYYY-MM-DD 日期", en: "no day YYYY-MM-DD: \"\(text)\""))
    }
    return day
  }

  private func moment(_ view: JSONView, _ key: String) throws(AuditFileError) -> Timestamp {
    let text = try view.string(key)
    guard let moment = Timestamp(text) else {
      throw view.fault(
        key, Bilingual(zh: "“\(text)”不是 UTC 时刻", en: "no RFC 3339 moment in UTC: \"\(text)\""))
    }
    return moment
  }

  private func rule(
    _ text: String, _ view: JSONView, _ key: String
  ) throws(AuditFileError) -> RuleID {
    guard let rule = RuleID(text) else {
      throw view.fault(
        key,
        Bilingual(zh: "“\(text)”不是规则编号（包/条款）", en: "no rule id PACK/CLAUSE: \"\(text)\""))
    }
    return rule
  }
}
