import Audit
import Checks
import Dates
import Rules
import Sites
import Support
import Testing
import Web
import YAML

/// Plans read with the shipped packs, on a fixed day.
enum PlanReading {
  static let today = "2022-03-04"

  static func context(asOf: String? = nil, rules: [String]? = nil) throws -> PlanContext {
    let day = try #require(CivilDate(today))
    let finder = PackFinder(folders: [Fixtures.root + "/Rules"])
    return PlanContext(
      finder: finder, today: day, asOf: asOf.flatMap { CivilDate($0) }, rules: rules)
  }

  static func plan(
    _ text: String, asOf: String? = nil, rules: [String]? = nil
  ) throws -> AuditPlan {
    let context = try context(asOf: asOf, rules: rules)
    return try AuditPlan.read(Array(text.utf8), file: "plan.yaml", context: context)
  }

  /// The problems of a plan, one line each; none when it is right.
  static func problems(
    _ text: String, asOf: String? = nil, rules: [String]? = nil
  ) throws -> [String] {
    do {
      _ = try plan(text, asOf: asOf, rules: rules)
      return []
    } catch let error as YAMLProblems {
      return error.all.map(\.description)
    }
  }

  /// A plan with every key; tests spoil one line of it.
  static let full = """
    plan: 山亭区2021年度政务公开审核
    as-of: 2021-12-31
    period: {from: 2021-01-01, to: 2021-12-31}
    rules: [shanting-2021]
    fail-under: 65
    crawl:
      max-pages: 100
      max-depth: 3
      rate: 0.5
      connections: 2
      robots: ignore
      timeout: 7
      max-body: 512KB
      allow-addresses: [10.0.0.0/8, "fd00::/8", 192.168.1.1]
    sites:
      - id: portal
        start: [http://127.0.0.1:8080/, "http://127.0.0.1:8080/zwgk/"]
        hosts: [127.0.0.1:8080, www.example.gov.cn]
        tls: accept-invalid
    units:
      - id: czj
        name: 区财政局
        aliases: [山亭区财政局, 财政局]
        kind: department
        site: portal
        scope: [/zwgk/bm/czj/, "http://www.example.gov.cn/czj/"]
      - id: bz
        name: 北庄镇人民政府
    waivers:
      - {unit: czj, rule: shanting-2021/A.19, until: 2021-12-31, reason: 机构改革, by: 区政府办公室}
    parameters:
      shanting-2021: {effective: 2021-01-01}

    """
}

struct `Plan` {
  @Test func `reads who signs the notices and by when faults are to be put right`() throws {
    let plain = try PlanReading.plan(PlanReading.full)
    #expect(plain.office == nil && plain.repairBy == nil)
    let plan = try PlanReading.plan(
      PlanReading.full + "\noffice: 山亭区人民政府办公室\nrepair-by: 2022-01-31\n")
    #expect(plan.office == "山亭区人民政府办公室")
    #expect(plan.repairBy == CivilDate("2022-01-31"))
  }

  @Test func `gives a unit the whole of a site that it has to itself beside a shared one`() throws {
    let head = "plan: 样例\nrules: [shanting-2021]\nsites:\n"
    let shared = """
        - {id: portal, start: ["http://www.example.gov.cn/"]}
        - {id: czj, start: ["http://czj.example.gov.cn/index.html"]}
        - {id: xz, start: ["http://www.example.gov.cn/xz/index.html"]}
      units:
        - {id: a, name: 区民政局, site: portal}
        - {id: b, name: 区教体局, site: portal, scope: [/jtj/]}
        - {id: c, name: 区财政局, site: czj}
        - {id: d, name: 北庄镇人民政府, site: xz}

      """
    let plan = try PlanReading.plan(head + shared)
    #expect(
      plan.profiles.map { $0.scope.map(\.string) } == [
        [], ["http://www.example.gov.cn/jtj/"], ["http://czj.example.gov.cn/"],
        ["http://www.example.gov.cn/xz/"],
      ])
    // The only unit of the only site may be one of many on a portal.
    let alone = try PlanReading.plan(
      head + "  - {id: portal, start: [\"http://www.example.gov.cn/\"]}\nunits:\n"
        + "  - {id: a, name: 区民政局}\n")
    #expect(alone.profiles.map { $0.scope.count } == [0])
  }

  @Test func `reads every key`() throws {
    let plan = try PlanReading.plan(PlanReading.full)
    #expect(plan.title == "山亭区2021年度政务公开审核")
    #expect(plan.asOf == CivilDate("2021-12-31"))
    #expect(plan.period.description == "2021-01-01..2021-12-31")
    #expect(plan.packs.map(\.pack.id) == ["shanting-2021"])
    #expect(plan.packs.first?.pack.effective == CivilDate("2021-01-01"))
    #expect(plan.failUnder == 65)
    #expect(plan.limits.maxPages == 100)
    #expect(plan.limits.maxDepth == 3)
    #expect(plan.limits.rate == 0.5)
    #expect(plan.limits.connections == 2)
    #expect(plan.limits.robots == .ignore)
    #expect(plan.limits.timeout == 7)
    #expect(plan.limits.maxBody == 524_288)
    #expect(plan.limits.allowAddresses.map(\.prefix) == [8, 8, 32])
    let site = try #require(plan.sites.first)
    #expect(site.id == SiteID("portal"))
    #expect(
      site.start.map(\.string) == ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/zwgk/"])
    #expect(site.hosts.map(\.description) == ["127.0.0.1:8080", "www.example.gov.cn"])
    #expect(site.tls == .acceptInvalid)
    let waiver = try #require(plan.waivers.first)
    #expect(waiver.covers(RuleID(pack: "shanting-2021", clause: "A.19"), for: UnitID("czj")))
    #expect(!waiver.covers(RuleID(pack: "shanting-2021", clause: "A.1"), for: UnitID("czj")))
    #expect(!waiver.covers(RuleID(pack: "shanting-2021", clause: "A.19"), for: UnitID("bz")))
    #expect(waiver.by == "区政府办公室")
  }

  @Test func `resolves scopes and defaults of units`() throws {
    let plan = try PlanReading.plan(PlanReading.full)
    let first = try #require(plan.units.first)
    #expect(
      first.scope.map(\.string) == [
        "http://127.0.0.1:8080/zwgk/bm/czj/", "http://www.example.gov.cn/czj/",
      ])
    #expect(first.profile.aliases == ["山亭区财政局", "财政局"])
    let second = try #require(plan.units.last)
    #expect(second.site == SiteID("portal"))
    #expect(second.kind == .town)
    #expect(second.aliases.isEmpty && second.scope.isEmpty)
  }

  @Test func `has the contract's defaults`() throws {
    let plan = try PlanReading.plan(
      """
      plan: 最小
      rules: [shanting-2021]
      sites: [{id: a, start: "https://www.example.gov.cn/index.html"}]
      units: [{id: u, name: 区财政局}]
      """)
    #expect(plan.asOf == CivilDate(PlanReading.today))
    #expect(plan.period.description == "2022-01-01..2022-03-04")
    #expect(plan.failUnder == 60)
    #expect(plan.limits == PlanLimits())
    #expect(plan.sites.first?.hosts.map(\.description) == ["www.example.gov.cn"])
    #expect(plan.sites.first?.tls == .verify)
    #expect(plan.units.first?.kind == .department)
    #expect(plan.waivers.isEmpty)
    #expect(plan.packs.first?.pack.effective == CivilDate("2021-04-01"))
  }

  @Test func `names the clauses that a rule put together from others needs`() throws {
    func text(_ clauses: String) -> String {
      PlanReading.full.replacing(
        "shanting-2021: {effective: 2021-01-01}", with: "shanting-2021: {clauses: [\(clauses)]}"
      ).replacing("rule: shanting-2021/A.19", with: "rule: shanting-2021/A.1")
    }
    let alone = try PlanReading.problems(text("6.21-b, A.1"))
    #expect(alone.count == 1)
    #expect(alone.first?.contains("6.21-b") == true && alone.first?.contains("A.22") == true)
    #expect(alone.first?.contains("、A.1、") == false)
    // With all of them, and without it, the pack is whole.
    for clauses in ["6.21-b, 'A.*'", "'A.*'", "A.1"] {
      let plan = try PlanReading.plan(text(clauses))
      _ = try RuleBook(try #require(plan.packs.first).pack)
    }
  }

  @Test func `yields to the caller's day and packs`() throws {
    let text = PlanReading.full.replacing("[shanting-2021]", with: "[no-such-pack]")
    let plan = try PlanReading.plan(text, asOf: "2021-06-30", rules: ["shanting-2021"])
    #expect(plan.asOf == CivilDate("2021-06-30"))
    #expect(plan.packs.map(\.location.name) == ["shanting-2021"])
    let found = try PlanReading.problems(text, rules: ["shanting-2012"]).first ?? ""
    let expected = "--rules: unknown rule pack \"shanting-2012\"; did you mean \"shanting-2021\"?"
    #expect(ProblemText.matches(found, expected))
  }
}

struct `Plan of the sample district` {
  @Test func `is right, and every unit answers for something`() throws {
    let path = Fixtures.folder + "/sites/sample-district/plan.yaml"
    let text = try String(decoding: TextFile.bytes(at: path), as: UTF8.self)
    let plan = try PlanReading.plan(text.replacing("{port}", with: "8080"))
    #expect(plan.units.count >= 8)
    let pack = try #require(plan.packs.first?.pack)
    for unit in plan.units {
      let bound = pack.rules.filter {
        pack.binds($0, unitName: unit.name, aliases: unit.aliases, kind: unit.kind)
      }
      #expect(!bound.isEmpty, "\(unit.name)")
    }
  }
}
