import Audit
import Dates
import Rules
import Support
import Testing
import Web
import YAML

struct `Single plan` {
  @Test func `has one site and one department`() throws {
    let context = try PlanReading.context(asOf: "2021-12-31", rules: ["shanting-2021"])
    let plan = try AuditPlan.single(
      address: "http://127.0.0.1:8080/zwgk/", unit: "区财政局", context: context)
    #expect(plan.sites.map(\.id) == [SiteID("site")])
    #expect(plan.sites.first?.hosts.map(\.description) == ["127.0.0.1:8080"])
    #expect(plan.units.map(\.id) == [UnitID("unit")])
    #expect(plan.units.first?.kind == .department)
    #expect(plan.period.description == "2021-01-01..2021-12-31")
    #expect(plan.failUnder == 60)
    #expect(plan.packs.map(\.pack.id) == ["shanting-2021"])
  }

  @Test(arguments: [
    ("127.0.0.1", "区财政局", ["shanting-2021"], "URL: expected an address that begins with http"),
    ("ftp://a/", "区财政局", ["shanting-2021"], "URL: only http:// and https://"),
    ("http://u@a/", "区财政局", ["shanting-2021"], "URL: an address may not hold a user name"),
    ("http://a/", "  ", ["shanting-2021"], "--unit: expected the unit's name"),
    ("http://a/", "区财政局", [], "--rules: name at least one rule pack"),
    ("http://a/", "区财政局", ["shating-2021"], "--rules: unknown rule pack \"shating-2021\"; did"),
  ])
  func `says which argument is wrong`(
    address: String, unit: String, rules: [String], expected: String
  ) throws {
    let context = try PlanReading.context(rules: rules)
    do {
      _ = try AuditPlan.single(address: address, unit: unit, context: context)
      Issue.record("no problem was found")
    } catch {
      #expect(ProblemText.matches(error.all.first?.description ?? "", expected), "\(error)")
    }
  }
}
