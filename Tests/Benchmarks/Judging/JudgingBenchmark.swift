import Checks
import Dates
import Findings
import Foundation
import Page
import Rules
import Sites
import Web
import YAML

/// The judging benchmark: a made-up district of 120 units and 20,000 pages against 200 rules.
///
///     judging-benchmark RULES-FOLDER
///
/// The rules are those of shanting-2021, repeated, each judged for every unit. Prints the CPU
/// seconds of this thread for building the index and for judging, and how many findings came out.
@main
enum JudgingBenchmark {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { exit(2) }
    let folder = CommandLine.arguments[1]
    let text = try TextFile.bytes(at: "\(folder)/calendar/workdays.csv")
    let calendar = try WorkCalendar(csv: String(decoding: text, as: UTF8.self))
    let pack = try pack(folder)
    let book = try RuleBook(pack)
    let district = District(units: 120, rows: 16, columns: District.names)
    guard let first = CivilDate("2021-01-01"), let last = CivilDate("2021-12-31"),
      let period = DateSpan(from: first, to: last)
    else { exit(70) }
    let start = seconds()
    let index = SurveyIndex(sites: [district.site], units: district.units)
    let built = seconds()
    let survey = Survey(
      asOf: last, period: period, calendar: calendar, index: index, pack: pack)
    let findings = book.judge(survey)
    let judged = seconds()
    let count = findings.reduce(0) { $0 + $1.count }
    print(
      "pages \(district.site.records.pages.count) units \(district.units.count)",
      "rules \(book.rules.count) findings \(count)",
      "index \(built - start) s, judge \(judged - built) s of CPU;",
      "ratio to the bound of 1 s: \(judged - start)")
    var statuses: [String: Int] = [:]
    for finding in findings.joined() { statuses[finding.status.rawValue, default: 0] += 1 }
    print(
      statuses.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
  }

  private static func pack(_ folder: String) throws -> Pack {
    let finder = PackFinder(folders: [folder])
    var pack = try finder.load(try finder.locate("shanting-2021").get())
    // A rule that is put together from others names their clauses, which get numbers here.
    pack.rules.removeAll { $0.kind == "composite" }
    var rules: [Rule] = []
    for number in 0..<200 {
      var rule = pack.rules[number % pack.rules.count]
      rule.id = RuleID(pack: pack.id, clause: "\(rule.id.clause).\(number)")
      rule.scope = .each
      rule.units = ["区直各部门"]
      rules.append(rule)
    }
    pack.rules = rules
    return pack
  }

  private static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A district on one host: each unit has the same columns with rows over the year.
struct District {
  static let names = [
    "工作动态", "政策文件", "政策解读", "政府信息公开年报", "权责清单", "统计数据", "规划计划", "财政收支", "空气质量",
    "社会福利",
  ]

  private(set) var units: [UnitProfile] = []
  let site: Site

  init(units count: Int, rows: Int, columns names: [String]) {
    var pages = [PageRecord]()
    var columns: [Column] = []
    var publications: [Publication] = []
    let home = District.record("/", .home, "青岚区人民政府", nil)
    pages.append(home)
    for number in 0..<count {
      let id = UnitID("u\(1000 + number)")
      let name = "区第\(number)事务局"
      units.append(
        UnitProfile(
          id: id, name: name, aliases: ["青岚\(name)"], kind: "department", site: SiteID("portal"),
          scope: [District.url("/\(id)/")]))
      let owner = Attribution(unit: id, reason: .scope)
      for (position, column) in names.enumerated() {
        let path = "/\(id)/c\(position)/"
        var folded = Column(name: column, url: District.url(path))
        folded.owner = owner
        folded.state = .complete
        for row in 0..<rows {
          let date = CivilDate(ordinal: 18_628 + (row * 365 / rows + position) % 365)
          let title = District.title(column, name, row, date)
          let address = "\(path)\(1000 + row).html"
          pages.append(District.record(address, .article, title, date))
          folded.entries.append(
            ColumnEntry(title: title, url: District.url(address), listDate: date, page: nil))
          publications.append(
            Publication(
              title: title, url: District.url(address), date: date, listDate: nil, owner: owner,
              columns: [number * names.count + position], page: nil, outcome: .ok))
        }
        pages.append(District.record(path, .column, column, nil))
        columns.append(folded)
      }
    }
    pages.sort { $0.url < $1.url }
    publications.sort { $0.url < $1.url }
    var places: [String: Int] = [:]
    for (place, page) in pages.enumerated() { places[page.url.string] = place }
    for index in publications.indices {
      publications[index].page = places[publications[index].url.string]
    }
    let owners = pages.map { page -> Attribution? in
      let parts = page.url.path.split(separator: "/")
      return parts.first.map { Attribution(unit: UnitID(String($0)), reason: .scope) }
    }
    site = Site(
      records: SiteRecords(
        site: SiteID("portal"), start: [home.url], hosts: [], pages: pages, stopped: nil,
        requests: pages.count, bytes: 0), columns: columns.sorted { $0.url < $1.url },
      publications: publications, owners: owners, unread: [])
  }

  private static func title(_ column: String, _ unit: String, _ row: Int, _ date: CivilDate)
    -> String
  {
    switch column {
    case "政策文件": "\(unit)关于印发第\(row)号管理办法实施细则的通知"
    case "政策解读": "《第\(row)号管理办法实施细则》政策解读"
    case "政府信息公开年报": "\(unit)\(2005 + row)年政府信息公开工作年度报告"
    case "统计数据": "2021年\(row % 12 + 1)月全区统计月报"
    case "财政收支": "2021年\(row % 12 + 1)月财政收支情况"
    case "空气质量": "2021年\(row % 12 + 1)月环境空气质量情况通报"
    case "社会福利": "2021年第\(row % 4 + 1)季度孤儿基本生活费发放情况公示"
    default: "\(unit)组织开展第\(row)次\(column)专项工作推进情况（\(date)）"
    }
  }

  private static func url(_ path: String) -> WebURL {
    guard let url = WebURL("http://www.example.gov.cn\(path)") else {
      preconditionFailure("no address: \(path)")
    }
    return url
  }

  private static func record(
    _ path: String, _ kind: PageKind, _ title: String, _ date: CivilDate?
  ) -> PageRecord {
    var facts = PageFacts()
    facts.kind = kind
    facts.title = title
    facts.publishedOn = date
    facts.documentNumber = title.hasSuffix("通知") ? "青发〔2021〕3号" : nil
    facts.text = String(repeating: "各单位要认真贯彻落实，发放人数12人，金额3000元。\n", count: 30)
    facts.textLength = 700
    return PageRecord(
      url: url(path), finalURL: url(path), outcome: .ok, status: 200, facts: facts, capture: nil,
      via: nil, detail: nil)
  }
}
