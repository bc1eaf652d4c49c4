import ArgumentParser
import Audit
import Dates
import Foundation
import Rules
import Texts
import Web
import YAML

extension Language: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  package init?(argument: String) { self.init(argument) }
}

/// What `audit` and `gather` have in common: the plan and what overrides it.
struct PlanOptions: ParsableArguments {
  @Argument(
    help: Help.said(
      "审核方案（YAML 文件），或一个 http(s) 地址。", "The plan (a YAML file), or an http(s) address."),
    completion: .file(extensions: ["yaml", "yml"]))
  var plan: String

  @Option(
    help: Help.said("单位名称（只给地址、不用方案时）。", "The unit's name (with an address in place of a plan)."))
  var unit: String?

  @Option(
    parsing: .upToNextOption,
    help: Help.said(
      "规则包：名称或路径，可多个；覆盖方案里的 rules。", "Rule packs, by name or path; overrides the plan's rules."),
    completion: PackShelf.completion)
  var rules: [String] = []

  @Option(
    help: Help.said(
      "在这一天判断是否逾期（YYYY-MM-DD）；覆盖方案里的 as-of。",
      "The day on which lateness is judged (YYYY-MM-DD); overrides the plan's as-of."))
  var asOf: CivilDate?

  @Option(help: Help.said("每个站点最多抓取的页数；覆盖方案。", "The most pages of a site; overrides the plan."))
  var maxPages: Int?

  @Option(help: Help.said("每个主机每秒的请求数；覆盖方案。", "Requests a second and host; overrides the plan."))
  var rate: Double?

  /// Reads plan and packs; throws `UsageFault` with every problem at its place.
  func run() throws -> AuditRun {
    let folders = RulesFolders.all()
    let context = PlanContext(
      finder: PackFinder(folders: folders), today: Clock.today, asOf: asOf,
      rules: rules.isEmpty ? nil : rules)
    do {
      var plan = try read(context)
      try override(&plan)
      return try AuditRun(plan: plan, calendar: try Self.calendar(folders))
    } catch let problems as YAMLProblems {
      throw UsageFault(problems.description)
    }
  }

  private var isAddress: Bool {
    plan.lowercased().hasPrefix("http://") || plan.lowercased().hasPrefix("https://")
  }

  private func read(_ context: PlanContext) throws -> AuditPlan {
    guard isAddress else {
      if unit != nil {
        throw UsageFault(
          "--unit: 只与地址一起用；方案里用 units / goes with an address; a plan has its units")
      }
      return try AuditPlan.read(try InputFile.read(plan), file: plan, context: context)
    }
    guard let unit else {
      throw UsageFault("--unit: 只给地址时要写单位名称 / needed with an address: the unit's name")
    }
    return try AuditPlan.single(address: plan, unit: unit, context: context)
  }

  private func override(_ plan: inout AuditPlan) throws {
    if let maxPages = maxPages ?? Setting.maxPages.value() {
      guard maxPages > 0 else {
        throw UsageFault("--max-pages: \(maxPages) 应为正整数 / must be a positive number")
      }
      plan.limits.maxPages = maxPages
    }
    if let rate = rate ?? Setting.rate.value() {
      guard (0.01...10_000).contains(rate) else {
        throw UsageFault("--rate: \(rate) 应在 0.01 与 10000 之间 / must be between 0.01 and 10000")
      }
      plan.limits.rate = rate
    }
  }

  /// The working-day calendar beside the rule packs.
  static func calendar(_ folders: [String]) throws -> WorkCalendar {
    for folder in folders {
      let path = "\(folder)/calendar/workdays.csv"
      guard InputFile.kind(of: path) == .file else { continue }
      do throws(WorkCalendar.Problem) {
        let text = String(decoding: (try? InputFile.read(path)) ?? [], as: UTF8.self)
        return try WorkCalendar(csv: text)
      } catch {
        throw UsageFault("\(path): \(error)")
      }
    }
    throw UsageFault(
      "找不到 Rules/calendar/workdays.csv：请在含 Rules 的文件夹里运行，或设 MINGCHA_RULES_PATH / "
        + "no Rules folder: run beside one or set MINGCHA_RULES_PATH")
  }
}

/// The wall clock; read nowhere else but in Crawl.
enum Clock {
  static var now: Timestamp {
    Timestamp(secondsSince1970: Int64(Date().timeIntervalSince1970))
  }

  /// Today in Beijing.
  static var today: CivilDate { now.beijingDay }
}
