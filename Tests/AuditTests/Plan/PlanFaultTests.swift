import Support
import Testing

struct `Plan faults` {
  /// A line of the full plan, what spoils it, and how the complaint begins.
  static let tops: [(String, String, String)] = [
    ("as-of: 2021", "as_of: 2021", "plan.yaml:2:1: unknown key \"as_of\"; did you mean \"as-of\"?"),
    ("as-of: 2021-12-31", "as-of: 2021-02-29", "plan.yaml:2:8: \"2021-02-29\" is no day"),
    ("as-of: 2021-12-31", "as-of: 31.12.2021", "plan.yaml:2:8: expected a day written YYYY-MM-DD"),
    ("to: 2021-12-31}", "to: 2020-12-31}", "plan.yaml:3:9: the period ends (2020-12-31) before it"),
    ("{from: 2021-01-01, ", "{", "plan.yaml:3:9: missing key \"from\""),
    (
      "from: 2021-01-01, to: 2021", "from: 2022-01-01, to: 2022", "plan.yaml:3:9: the period begins"
    ),
    ("period: {", "period: 2021 #", "plan.yaml:3:9: expected a mapping (key: value), not \"2021\""),
    ("[shanting-2021]", "[shantin-2021]", "plan.yaml:4:9: unknown rule pack \"shantin-2021\"; did"),
    ("[shanting-2021]", "[]", "plan.yaml:4:8: expected at least one rule pack"),
    ("[shanting-2021]", "[shanting-2021, shanting-2021]", "plan.yaml:4:24: rule pack \"shanting-2"),
    ("[shanting-2021]", "[./x/y.yaml]", "plan.yaml:4:9: no rule pack at \"./x/y.yaml\""),
    ("[shanting-2021]", "shanting-2021", "plan.yaml:4:8: expected a list, not \"shanting-2021\""),
    ("fail-under: 65", "fail-under: 101", "plan.yaml:5:13: expected a number from 0 to 100"),
    ("fail-under: 65", "fail-under: -1", "plan.yaml:5:13: expected a number from 0 to 100"),
    (
      "fail-under: 65", "fail-under: 65\nrepair-by: 2021-12-30",
      "plan.yaml:6:12: the day to repair by (2021-12-30) is before the as-of day (2021-12-31)"
    ),
    (
      "fail-under: 65", "fail-under: 65\noffice: \"a\\nb\"",
      "plan.yaml:6:9: expected the office's name on one line"
    ),
    ("plan: 山亭区2021年度政务公开审核\n", "", "plan.yaml:1:1: missing key \"plan\""),
    ("max-pages: 100", "max-pages: -1", "plan.yaml:7:14: expected a whole number from 1"),
    ("max-depth: 3", "max-dept: 3", "plan.yaml:8:3: unknown key \"max-dept\"; did you mean"),
    ("rate: 0.5", "rate: 0", "plan.yaml:9:9: expected a number from 0.01"),
    ("robots: ignore", "robots: ignroe", "plan.yaml:11:11: expected one of respect, ignore"),
    ("timeout: 7", "timeout: soon", "plan.yaml:12:12: expected a number"),
    ("512KB", "512XB", "plan.yaml:13:13: expected a size such as 512KB"),
    ("512KB", "2GB", "plan.yaml:13:13: expected a size such as 512KB"),
    (
      "timeout: 7", "timeout: 7\n  ca-file: no/such.pem",
      "plan.yaml:13:12: \"no/such.pem\" can't be"
    ),
    ("timeout: 7", "timeout: 7\n  ca-file: Package.swift", "plan.yaml:13:12: \"Package.swift\" "),
    ("[10.0.0.0/8", "[10.0.0.0/33", "plan.yaml:14:21: expected an address range"),
    ("\"fd00::/8\"", "\"fd00::1::/8\"", "plan.yaml:14:33: expected an address range"),
    (
      "  shanting-2021: {eff", "  shanting-2022: {eff",
      "plan.yaml:32:3: unknown key \"shanting-2022"
    ),
    ("effective: 2021-01-01", "efective: 2021-01-01", "plan.yaml:32:19: unknown key \"efective\""),
  ]

  static let parts: [(String, String, String)] = [
    ("id: portal", "id: a/b", "plan.yaml:16:9: expected a short name"),
    (
      "id: portal", "id: 山亭区人民政府门户网站政务公开专栏一二三四",
      "plan.yaml:16:9: expected a shorter name: the archive's files bear it"
    ),
    (
      "[http://127.0.0.1:8080/,", "[ftp://127.0.0.1/,", "plan.yaml:17:13: only http:// and https://"
    ),
    (
      "[http://127.0.0.1:8080/,", "[www.example.gov.cn,",
      "plan.yaml:17:13: expected an address that"
    ),
    ("[http://127", "[http://u:p@127", "plan.yaml:17:13: an address may not hold a user name"),
    ("[http://127.0.0.1:8080/,", "[http://127.0.0.1:99999/,", "plan.yaml:17:13: expected an addr"),
    (
      "[http://127.0.0.1:8080/,", "[http://other/,", "plan.yaml:17:13: the start page is on no host"
    ),
    ("hosts: [127.0.0.1:8080,", "hosts: [127.0.0.1:x,", "plan.yaml:18:13: expected a host such as"),
    ("hosts: [127.0.0.1:8080,", "hosts: [http://a/,", "plan.yaml:18:13: expected a host such as"),
    ("accept-invalid", "accept", "plan.yaml:19:10: expected one of verify, accept-invalid"),
    (
      "site: portal", "site: portl",
      "plan.yaml:25:11: unknown site \"portl\"; did you mean \"portal"
    ),
    ("kind: department", "kind: bureau", "plan.yaml:24:11: expected one of department, town"),
    ("id: bz", "id: czj", "plan.yaml:27:9: unit \"czj\" stands twice"),
    ("北庄镇人民政府", "区财政局", "plan.yaml:28:11: unit \"区财政局\" stands twice on site \"portal\""),
    ("[/zwgk/bm/czj/", "[zwgk/bm/czj/", "plan.yaml:26:13: expected a path from the site's root"),
    ("http://www.example.gov.cn/czj/", "http://x.cn/", "plan.yaml:26:28: x.cn is no host of the"),
    ("{unit: czj", "{unit: cjz", "plan.yaml:30:12: unknown unit \"cjz\"; did you mean \"czj\"?"),
    (
      "/A.19", "/A.91", "plan.yaml:30:23: pack \"shanting-2021\" has no rule \"shanting-2021/A.91\""
    ),
    ("shanting-2021/A.19", "A.19", "plan.yaml:30:23: expected a rule such as"),
    ("shanting-2021/A.19", "hedong/A.19", "plan.yaml:30:23: rule \"hedong/A.19\" is of no pack"),
    ("until: 2021-12-31", "until: 2021-12-30", "plan.yaml:30:50: this waiver ended on 2021-12-30"),
    (", reason: 机构改革", "", "plan.yaml:30:5: missing key \"reason\""),
    (
      "kind: department", "kinds: department", "plan.yaml:24:5: unknown key \"kinds\"; did you mean"
    ),
  ]

  @Test(arguments: tops + parts)
  func `are named at their place`(line: String, spoiled: String, expected: String) throws {
    let text = PlanReading.full.replacing(line, with: spoiled, maxReplacements: 1)
    #expect(text != PlanReading.full)
    let found = try PlanReading.problems(text)
    #expect(found.contains { ProblemText.matches($0, expected) }, "\(found)")
    #expect(found.count == 1 || expected.contains("key") || found.count == 2, "\(found)")
  }

  @Test func `are all named at once`() throws {
    let text = PlanReading.full.replacing("as-of: 2021-12-31", with: "as-of: x")
      .replacing("kind: department", with: "kind: x").replacing("512KB", with: "x")
    #expect(try PlanReading.problems(text).count == 3)
  }

  @Test func `include a unit without a site when there are two`() throws {
    let text = """
      plan: 两站
      rules: [shanting-2021]
      sites:
        - {id: a, start: [http://a.cn/]}
        - {id: b, start: [http://b.cn/]}
      units:
        - {id: u, name: 区财政局}
      """
    let found = try PlanReading.problems(text)
    #expect(found.count == 1)
    let expected = "plan.yaml:7:5: the unit has no site; add site: one of a, b"
    #expect(ProblemText.matches(found.first ?? "", expected))
  }

  @Test(arguments: [
    ("sites: []", "units: [{id: u, name: n}]", "plan.yaml:3:8: expected at least one site"),
    (
      "sites: [{id: a, start: 'http://a/'}]", "units: []",
      "plan.yaml:4:8: expected at least one unit"
    ),
    (
      "sites: [{id: a, start: []}]", "units: [{id: u, name: n}]",
      "plan.yaml:3:24: expected at least"
    ),
    ("sites: {}", "units: 5", "plan.yaml:3:8: expected a list, not a mapping"),
    ("sites: [5]", "units: [x]", "plan.yaml:3:9: expected a mapping (key: value), not \"5\""),
    ("sites:", "units: [{id: u, name: n}]", "plan.yaml:3:1: key \"sites\" has no value"),
  ])
  func `include what is empty`(sites: String, units: String, expected: String) throws {
    let found = try PlanReading.problems("plan: x\nrules: [shanting-2021]\n\(sites)\n\(units)\n")
    #expect(found.contains { ProblemText.matches($0, expected) }, "\(found)")
  }

  @Test(arguments: [
    "", "x", "- a\n", "5", "plan: [", "\u{7F}ELF\u{0}", "null", "plan: &a x\nas-of: *a",
  ])
  func `include what is no plan`(text: String) throws {
    #expect(try !PlanReading.problems(text).isEmpty)
  }

  @Test func `stay few when everything is wrong`() throws {
    let units = String(repeating: "x,", count: 200_000)
    let text =
      "plan: x\nrules: [shanting-2021]\nsites: [{id: a, start: 'http://a/'}]\nunits: [\(units)x]\n"
    let found = try PlanReading.problems(text)
    #expect(found.count == 201)
    #expect(found.last?.hasSuffix("… and 199801 more problems") == true, "\(found.suffix(2))")
  }

  @Test func `of a pack are named in the pack's file`() throws {
    let text = PlanReading.full.replacing(
      "[shanting-2021]", with: "[\(Fixtures.root)/Package.swift.yaml]")
    #expect(try PlanReading.problems(text).first?.contains("no rule pack at") == true)
  }
}
