import Audit
import Crawl
import Dates
import Support
import Testing

/// What a plan and its packs tell the crawler.
struct `Crawl of a plan` {
  private func run(_ crawl: String = "{}") throws -> AuditRun {
    let text = PlanReading.full.replacing(
      "  max-pages: 100", with: "  contact: \(crawl)\n  max-pages: 100")
    let plan = try PlanReading.plan(crawl == "{}" ? PlanReading.full : text)
    let days = StaticFolder.contents(of: Fixtures.root + "/Rules/calendar/workdays.csv") ?? []
    return try AuditRun(
      plan: plan, calendar: WorkCalendar(csv: String(decoding: days, as: UTF8.self)))
  }

  @Test func `names program, purpose and contact in every request`() throws {
    #expect(try run().crawlPlan().userAgent.hasSuffix("; government disclosure audit)"))
    #expect(
      try run("\"0632-8811234\"").crawlPlan().userAgent
        .hasSuffix("; government disclosure audit; +0632-8811234)"))
    // Nothing that ends a comment, a field or a line gets out; other scripts are encoded.
    let odd = try run("'a) b(c\\d;e@ 电'").crawlPlan().userAgent
    #expect(odd.hasSuffix("; +a%29 b%28c%5Cd%3Be@ %E7%94%B5)"))
    #expect(odd.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  }

  @Test(arguments: ["区政府办公室 0632-8811234", "www.example.gov.cn", "zwgk@example.gov.cn", "'12345'"])
  func `takes a contact by which someone is reached`(_ contact: String) throws {
    #expect(throws: Never.self) { try run(contact) }
  }

  @Test(arguments: ["\"\"", "\"a@\\nb\"", "\"a@\\u0000b\"", "[x]", "区政府办公室", "科室123"])
  func `refuses a contact that is no line or reaches nobody`(_ contact: String) {
    #expect(throws: (any Error).self) { try run(contact) }
  }

  @Test func `looks for the packs' columns, titles and units`() throws {
    let crawl = try run().crawlPlan()
    #expect(crawl.soughtWords.contains("区财政局"))
    #expect(crawl.soughtWords.contains("工作动态"))
    #expect(crawl.freshColumns.contains("工作动态"))
    let sought = try #require(crawl.soughtTitle)
    #expect(sought("2020年政府信息公开工作年度报告") != nil)
    #expect(sought("今天天气很好") == nil)
    #expect(crawl.horizon == CivilDate("2020-01-01"))
    // The pack takes some documents of any age, wherever they stand.
    #expect(crawl.looksBack(["工作动态"]))
    #expect(crawl.readsSitemaps && crawl.probesMissing)
  }
}
