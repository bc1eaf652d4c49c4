import Dates
import Rules
import Support
import Testing
import Texts
import YAML

struct `Shipped pack` {
  private func load(_ name: String) throws -> Pack {
    let finder = PackFinder(folders: [Fixtures.root + "/Rules"])
    return try finder.load(finder.locate(name).get())
  }

  @Test func `loads every pack without a problem`() throws {
    for location in PackFinder(folders: [Fixtures.root + "/Rules"]).all() {
      let pack = try load(location.name)
      #expect(!pack.rules.isEmpty)
      for rule in pack.rules {
        #expect(rule.title.zh != rule.title.en, "\(rule.id) lacks a language")
        #expect(rule.why.zh.hasSuffix("。") && rule.why.en.hasSuffix("."), "\(rule.id)")
        #expect(rule.fix.zh.hasSuffix("。") && rule.fix.en.hasSuffix("."), "\(rule.id)")
      }
    }
  }

  @Test func `answers every row of the table of shanting-2021`() throws {
    let pack = try load("shanting-2021")
    let rows = pack.rules.map(\.id.clause).filter { $0.hasPrefix("A.") }
    #expect(rows == (1...22).map { "A.\($0)" })
    #expect(pack.effective == CivilDate("2021-04-01"))
  }

  /// A unit with the points that the rules binding it make together.
  static let expectedPoints: [(String, UnitKind, Double)] = [
    ("区财政局", .department, 110), ("区统计局", .department, 115), ("区民政局", .department, 120),
    ("区司法局", .department, 110), ("区发改局", .department, 115),
    ("枣庄市生态环境局山亭分局", .department, 110), ("山亭区教育和体育局", .department, 100),
    ("城头镇人民政府", .town, 15), ("区自来水公司", .enterprise, 10),
    ("区国资事务服务中心", .institution, 10), ("区大数据中心", .institution, 0),
  ]

  @Test(arguments: expectedPoints)
  func `binds to each unit what the document asks of it`(
    name: String, kind: UnitKind, points: Double
  ) throws {
    let pack = try load("shanting-2021")
    let table = pack.rules.filter {
      $0.id.clause.hasPrefix("A.") || ["1.1-b", "1.1-c", "1.1-d"].contains($0.id.clause)
    }
    let bound = table.filter { pack.binds($0, unitName: name, aliases: [], kind: kind) }
    #expect(bound.reduce(0) { $0 + $1.points } == points)
  }

  @Test func `scores what two clauses see once`() throws {
    let pack = try load("shanting-2021")
    let shown = pack.rules.filter { $0.sameAs?.clause == "A.1" }
    #expect(shown.map(\.id.clause) == ["1.1-b", "1.1-d"])
    #expect(shown.allSatisfy { $0.points == 0 })
  }

  @Test func `answers every clause of every document`() throws {
    let finder = PackFinder(folders: [Fixtures.root + "/Rules"])
    let packs = try finder.all().map { try finder.load($0) }
    #expect(
      packs.map(\.id) == [
        "hedong-2019", "longcheng-2019", "shanting-2021", "tinghu-2018", "yibin-2017",
      ])
    #expect(packs.map(\.clauses.count) == [329, 173, 197, 167, 119])
    for pack in packs {
      let coverage = ClauseCoverage(pack)
      #expect(coverage.unanswered.isEmpty, "\(pack.id)")
      // What a program can decide is decided by one.
      #expect(
        coverage.count(.auto, answeredBy: .auto) == pack.clauses.count { $0.observable == .auto })
    }
  }
}
