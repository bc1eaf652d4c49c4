import Rules
import Testing
import YAML

struct `Unit name` {
  @Test(arguments: [
    ("区财政局", "区财政局"), ("区财政局", "山亭区财政局"), ("区财政局", "枣庄市山亭区财政局"),
    ("区财政局", "财政局"), ("区财政局", " 区 财政　局"), ("山亭区财政局", "财政局"),
    ("区市场监管局", "山亭区市场监管局"), ("区市场监管局", "市场监管局"), ("县统计局", "滕县统计局"),
    ("区城市管理局", "薛城区城市管理局"), ("市财政局", "枣庄市财政局"), ("开发区管委会", "开发区管委会"),
    ("ＡＢ公司", "AB公司"), ("区民政局", "市中区民政局"),
  ])
  func `matches the spellings of one unit`(left: String, right: String) {
    #expect(UnitName(left).matches(UnitName(right)))
    #expect(UnitName(right).matches(UnitName(left)))
  }

  @Test(arguments: [
    ("区财政局", "市财政局"), ("区财政局", "枣庄市财政局"), ("区财政局", "区民政局"),
    ("区财政局", "开发区财政局"), ("区管委会", "开发区管委会"), ("市市场监管局", "区市场监管局"),
    ("区财政局", "县财政局"), ("", ""), ("区", "县"), ("区财政局", "区财政局预算科"),
  ])
  func `keeps different units apart`(left: String, right: String) {
    #expect(!UnitName(left).matches(UnitName(right)))
    #expect(!UnitName(right).matches(UnitName(left)))
  }

  @Test(arguments: [
    ("区统计局", [], UnitKind.institution, "A.10", true),
    ("统计调查队", ["山亭区统计局"], .institution, "A.10", true),
    ("区财政局", [], .department, "A.10", false),
    ("区财政局", [], .department, "A.9", true),
    ("北庄镇人民政府", [], .town, "A.9", false),
  ])
  func `binds by name, alias or kind`(
    name: String, aliases: [String], kind: UnitKind, clause: String, expected: Bool
  ) throws {
    let pack = try PackLoader.load(Array(goodPack.utf8), file: "p.yaml")
    let rule = try #require(pack.rules.first { $0.id.clause == clause })
    #expect(pack.binds(rule, unitName: name, aliases: aliases, kind: kind) == expected)
  }
}
