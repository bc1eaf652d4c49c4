import Rules
import Support
import Testing
import Texts
import YAML

/// A pack of several files, with words that packs share.
@Suite("Pack folder") struct PackFolderTests {
  private static let head = """
    pack: folded
    title: {zh: 示例, en: Example}
    issuer: {zh: 示例区, en: Example}
    year: 2021
    scheme: hundred-minus-deductions
    grades: [{name: {zh: 优秀, en: excellent}, from: 90}, {name: {zh: 其他, en: other}, from: 0}]
    bonus: {gate: 60, most: 5}
    dimensions:
      - {id: "1", title: {zh: 一, en: one}, why: {zh: 因为, en: because}}
      - {id: "1.1", parent: "1", title: {zh: 一之一, en: one one}}
    roster: [{name: 区直各部门, kinds: [department]}]
    clauses:
      - {id: "1.1-a", article: 一, observable: auto, requirement: {zh: 甲, en: a}}
      - {id: "1.1-b", article: 一, observable: offline, requirement: {zh: 乙, en: b}}
    """
  private static func rule(_ clause: String, _ columns: String, dimension: String = "1.1") -> String
  {
    """
    rules:
      - id: "\(clause)"
        article: 一
        title: {zh: 事项, en: thing}
        fix: {zh: 改, en: mend}
        dimension: "\(dimension)"
        scope: each
        units: [区直各部门]
        points: 5
        severity: must
        deduct: {each: 1, most: 3}
        check: {kind: column, columns: \(columns)}
    """
  }
  private static let words = """
    vocabulary: columns
    sets:
      年报: [公开年报, 年度报告]
      报告: [$columns/年报, 工作报告]
    """

  private func load(_ part: String, words: String = words) throws -> Pack {
    let folder = try TemporaryFolder()
    try folder.write("Rules/folded/pack.yaml", Self.head)
    try folder.write("Rules/folded/01.yaml", part)
    try folder.write("Rules/vocabulary/columns.yaml", words)
    let finder = PackFinder(folders: [folder.path + "/Rules"])
    return try finder.load(try finder.locate("folded").get())
  }

  @Test func `puts the words of a set in its place`() throws {
    let pack = try load(Self.rule("1.1-a", "[$columns/报告, 通知公告]"))
    let rule = try #require(pack.rules.first)
    let log = YAMLProblemLog()
    #expect(rule.requirement.strings("columns", log: log) == ["公开年报", "年度报告", "工作报告", "通知公告"])
    #expect(rule.why.zh == "因为")
    #expect(rule.deduction == Deduction(each: 1, most: 3))
    #expect(pack.scoring.scheme == .deductions && pack.scoring.grades.count == 2)
  }

  @Test func `the digest changes with every file`() throws {
    let one = try load(Self.rule("1.1-a", "[通知公告]"))
    let two = try load(Self.rule("1.1-a", "[通知公告]"), words: Self.words + "\n  别的: [甲]")
    #expect(one.sha256 != two.sha256)
  }

  @Test func `names the clauses that no rule answers`() throws {
    let coverage = ClauseCoverage(try load(Self.rule("1.1-a", "[通知公告]")))
    #expect(coverage.unanswered.map(\.id) == ["1.1-b"])
    #expect(coverage.count(.auto, answeredBy: .auto) == 1)
  }

  @Test(arguments: [
    ("1.1-a", "[$columns/年抱]", "1.1", "$columns/年报"),
    ("1.1-c", "[通知公告]", "1.1", "1.1-c"),
    ("1.1-a", "[通知公告]", "1.2", "1.2"),
  ])
  func `says what is wrong and where`(
    _ clause: String, _ columns: String, _ dimension: String, _ word: String
  ) throws {
    let error = #expect(throws: YAMLProblems.self) {
      try load(Self.rule(clause, columns, dimension: dimension))
    }
    let text = try #require(error?.description)
    #expect(text.contains("01.yaml:") && text.contains(word))
  }
}
