import Attachments
package import Checks
import Codings
package import Crawl
package import Dates
import Findings
package import Page
import Rules
package import Score
import Sites
package import Texts
package import Web
package import YAML

/// One audit: a plan whose packs are bound to their checks, ready to gather and to judge.
///
/// Making one touches no network: whatever is wrong with plan or packs is said here.
package struct AuditRun: Sendable {
  package private(set) var plan: AuditPlan
  package let books: [RuleBook]
  package let calendar: WorkCalendar
  /// The units to report on; all of the plan's when empty.
  ///
  /// The others still lend their names.
  package var only: Set<UnitID> = []

  /// The program's name and version, as reports and archives show it.
  package static let tool = "mingcha 0.1.0"

  /// Binds every rule of the plan's packs; all problems of all packs at once.
  package init(plan: AuditPlan, calendar: WorkCalendar) throws(YAMLProblems) {
    self.plan = plan
    self.calendar = calendar
    var books: [RuleBook] = []
    var problems: [YAMLProblem] = []
    for pack in plan.packs {
      do {
        books.append(try RuleBook(pack.pack))
      } catch {
        problems += error.all
      }
    }
    if !problems.isEmpty { throw YAMLProblems(problems) }
    self.books = books
  }

  /// Sets the points below which a unit fails, in place of the plan's.
  package mutating func setBar(_ points: Double) { plan.failUnder = points }

  /// Reads a page for crawl and replay alike.
  package static let read:
    @Sendable (
      _ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp
    ) -> PageFacts = { body, url, contentType, fetchedAt in
      PageReader().read(body, url: url, contentType: contentType, fetchedAt: fetchedAt)
    }

  /// Reads of a page what a crawl goes by, where nothing is judged afterwards.
  package static let readForCrawl:
    @Sendable (
      _ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp
    ) -> PageFacts = { body, url, contentType, fetchedAt in
      PageReader(depth: .crawl).read(
        body, url: url, contentType: contentType, fetchedAt: fetchedAt)
    }

  /// Reads a document for crawl and replay alike, in a process of its own.
  package static let readFile: @Sendable (_ body: [UInt8], _ name: String) -> AttachmentFacts = {
    FileReader().read($0, name: $1)
  }

  /// The name of `read` and `readFile`: another build of the program may read otherwise.
  package static let reader = "\(tool) \(ProgramMark.own)"

  /// Builds every site's records from an archive, without a request to the network.
  ///
  /// What was read is kept in the archive's folder: the next replay reads no page again.
  ///
  /// - Throws: `ArchiveError` when there is no archive at `path` or it can't be read.
  package func replay(_ path: String) throws -> [SiteRecords] {
    LargePages.use()
    return try ArchiveReplay.records(
      path, seeds: seeds, maxBody: plan.limits.maxBody, software: Self.tool,
      reader: Self.reader, read: Self.read, readFile: Self.readFile)
  }

  /// What is kept beside an archive, for a crawl into it.
  package func store(_ archive: String) -> FactsStore {
    FactsStore(archive: archive, reader: Self.reader)
  }

  /// Keeps what a crawl gave, so that no replay of its archive reads a page again.
  package func keep(_ records: [SiteRecords], in store: FactsStore) {
    store.keep(records, seeds: seeds, maxBody: plan.limits.maxBody, software: Self.tool)
  }

  /// Judges what was gathered and adds it up.
  ///
  /// Pure but for `startedAt` and `finishedAt`, which only stand in the result: the same records,
  /// plan and packs give the same result.
  package func judge(
    _ records: [SiteRecords], startedAt: Timestamp, finishedAt: Timestamp, language: Language
  ) -> AuditResult {
    let profiles = plan.profiles
    let sites = records.map { site in
      Site(folding: site, units: profiles.filter { $0.site == site.site })
    }
    let index = SurveyIndex(sites: sites, units: profiles)
    var findings = profiles.map { _ in [Finding]() }
    for book in books {
      let survey = Survey(
        asOf: plan.asOf, period: plan.period, calendar: calendar, index: index, pack: book.pack)
      for (number, found) in book.judge(survey).enumerated() { findings[number] += found }
    }
    let scorer = Scorer(
      bar: plan.failUnder, packs: books.map(\.pack), waivers: waivers)
    var units: [(unit: ScoredUnit, findings: [Finding])] = []
    for (number, unit) in plan.units.enumerated() where only.isEmpty || only.contains(unit.id) {
      units.append(
        (
          ScoredUnit(id: unit.id, name: unit.name, kind: unit.kind.rawValue, site: unit.site),
          findings[number]
        ))
    }
    let weeks = UpdateCalendar(plan.period)
    let accounts = sites.map { site in
      var account = SiteAccount(site: site, plan: plan).result
      account.updates = weeks.updates(of: nil, in: site)
      return account
    }
    let results = scorer.score(units).map { unit in
      var result = unit
      result.updates =
        sites.first { $0.records.site == unit.site }
        .map { weeks.updates(of: unit.id, in: $0) } ?? []
      return result
    }
    var audit = AuditResult(
      id: runID(records), plan: plan.title, asOf: plan.asOf, period: plan.period,
      startedAt: startedAt, finishedAt: finishedAt, tool: Self.tool, language: language,
      bar: plan.failUnder, packs: packs, sites: accounts, units: results)
    audit.rules = books.flatMap(rules)
    audit.office = plan.office
    audit.repairBy = plan.repairBy
    return audit
  }

  /// The rules of a pack with the words of their clauses and checks.
  private func rules(_ book: RuleBook) -> [RuleUse] {
    var clauses: [String: Clause] = [:]
    for clause in book.pack.clauses { clauses[clause.id] = clause }
    return book.rules.map(\.rule).map { rule in
      RuleUse(
        id: rule.id, requirement: clauses[rule.id.clause]?.requirement ?? rule.title,
        kind: rule.kind,
        check: allChecks.first { $0.descriptor.kind == rule.kind }?.descriptor.summary
          ?? Bilingual(zh: rule.kind, en: rule.kind),
        scope: rule.scope.rawValue, units: rule.units, points: rule.points, fix: rule.fix,
        note: rule.note)
    }
  }

  private var packs: [PackUse] {
    plan.packs.map {
      PackUse(
        id: $0.pack.id, title: $0.pack.title, notice: $0.pack.notice, sha256: $0.pack.sha256)
    }
  }

  private var waivers: [WaiverNote] {
    books.flatMap(\.pack.rules).flatMap { rule in
      plan.waivers.compactMap { waiver in
        guard waiver.covers(rule.id, for: waiver.unit) else { return nil }
        let by = waiver.by.map { "（\($0)）" } ?? ""
        return WaiverNote(
          unit: waiver.unit, rule: rule.id, note: "\(waiver.reason)\(by)，至 \(waiver.until)")
      }
    }
  }

  /// A name for the run that is the same for the same plan, packs and archive.
  private func runID(_ records: [SiteRecords]) -> String {
    var text = "\(plan.title)\n\(plan.asOf)\n\(plan.period)\n"
    for pack in plan.packs { text += "\(pack.pack.id) \(pack.pack.sha256)\n" }
    for unit in plan.units where only.isEmpty || only.contains(unit.id) { text += "\(unit.id)\n" }
    for site in records {
      text += "\(site.site)\n"
      for page in site.pages {
        text += "\(page.url) \(page.capture?.id.text ?? page.outcome.code)\n"
      }
    }
    return "\(plan.asOf)-\(SHA256.hex(Array(text.utf8)).prefix(8))"
  }
}
