import ArgumentParser
import Archive
import Audit
import Crawl
import Dates
import Foundation
import Notify
import Page
import Report
import Score
import Texts
import Web
import YAML

/// `mingcha audit`: gather, read, check, score, report.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: Help.text(
      "审核：采集 → 读取 → 判定 → 计分 → 出报告。", "Audit: gather → read → judge → score → report."),
    discussion: Help.page(
      """
      mingcha audit plan.yaml
      mingcha audit plan.yaml --archive Reports/latest/archive     # 只判定存档，不联网 | judge the archive, no network
      mingcha audit http://www.example.gov.cn/ --unit 区财政局 --rules shanting-2021
      mingcha audit plan.yaml --format json,sarif --fail-on must --baseline accepted/audit.json
      mingcha audit plan.yaml --quiet --keep 30                    # 定时运行：留最近 30 次 | nightly: keep 30 runs
      """,
      zh:
        "退出码：0 全部达标 · 1 有单位不达标（用 --fail-on、--baseline 时：有它们所指的失分项）· 2 参数、方案或规则有误 · 3 有未能判定 · 4 输出被占用 · 70 程序故障",
      en:
        "Exit status: 0 every unit passes · 1 a unit fails (with --fail-on, --baseline: there is a fault that they mean) · 2 arguments, plan or pack are wrong · 3 something is undetermined · 4 another run holds the output · 70 a fault of the program"
    ))

  @OptionGroup var options: PlanOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var render: RenderOptions

  @Option(
    help: Help.said("重新判定这个存档，不发任何网络请求。", "Judge this archive again, without one request."),
    completion: .directory)
  var archive: String?

  @Option(
    help: Help.said(
      "报告文件夹（默认 Reports/<运行编号>，并使 Reports/latest 指向它）。",
      "The report's folder (Reports/<run> unless given, and Reports/latest points at it)."),
    completion: .directory)
  var out: String?

  @Option(help: Help.said("报告格式，用逗号分开。", "Report formats, apart by commas."))
  var format: FormatList = .preset

  @Option(
    help: ArgumentHelp(
      Help.text(
        "只保留同一方案最近 N 次的报告（同一上级文件夹里）；含 .keep 文件的不删。",
        "Keep the N newest runs of this plan beside each other; one with a file .keep stays."),
      valueName: "N"))
  var keep: Int?

  @OptionGroup var gating: GateOptions
  @OptionGroup var colors: ColorOptions

  @Option(
    parsing: .upToNextOption,
    help: Help.said("只报告这些单位（编号、名称或别名）。", "Report on these units only (ids, names or aliases)."))
  var units: [String] = []

  func run() throws {
    let browser = try render.program()
    if browser != nil, archive != nil {
      throw UsageFault(
        "--render: 只与采集一起用，重新判定存档时不联网 / goes with gathering; an archive is judged offline")
    }
    let gate = try gating.gate()
    let keep = try kept()
    var run = try options.run()
    run = try narrowed(run)
    talk.describe(run)
    let out = out ?? Setting.out.text
    if out?.isEmpty == true {
      throw UsageFault("--out：没有写文件夹的名称 / names no folder")
    }
    let folder = try OutputFolder(out ?? AuditOutput.working(run.plan.title))
    let startedAt = Clock.now
    let records = try gather(run, into: folder, browser: browser)
    let audit = run.judge(
      records, startedAt: startedAt, finishedAt: Clock.now, language: talk.lang)
    if out == nil { try folder.rename(to: "\(AuditOutput.home)/\(audit.id)") }
    let earlier = run.plan.notify.isEmpty ? nil : AuditOutput.earlier(audit, at: folder.path)
    let exhibits = try exhibits(audit, into: folder)
    for reporter in format.reporters {
      for file in try reporter.render(audit, with: exhibits, in: talk.lang) {
        try folder.write(file.path, file.bytes)
        talk.detail(
          Bilingual(
            zh: "写出 \(file.path)：\(file.bytes.count) 字节",
            en: "wrote \(file.path): \(file.bytes.count) bytes"))
      }
    }
    let place = try folder.publish()
    if out == nil { try folder.pointLatest() }
    if let keep { AuditOutput.prune(place, plan: audit.plan, keeping: keep, talk) }
    if !talk.quiet {
      let summary = TerminalSummary(language: talk.lang, style: colors.style())
      Terminal.print(
        summary.text(audit, reportAt: AuditOutput.first(in: place), baseline: gate.baseline))
    }
    tell(run, audit, earlier)
    Remains(records: records, audit: audit).leave()
    throw ExitCode(gate.status(audit).rawValue)
  }

  /// The records of all sites: from the archive that was named, or from the network.
  private func gather(
    _ run: AuditRun, into folder: OutputFolder, browser: String?
  ) throws -> [SiteRecords] {
    guard let archive else {
      return try Gathering(run: run, talk: talk, browser: browser)
        .gather(into: "\(folder.staging)/archive")
    }
    guard InputFile.kind(of: archive) != .nothing else {
      throw UsageFault("--archive: \(archive) 不存在 / does not exist")
    }
    do {
      return try run.replay(archive)
    } catch let error as ArchiveError {
      throw UsageFault("--archive: \(error)")
    }
  }

  /// The archived pages that the web report opens from its evidence.
  private func exhibits(_ audit: AuditResult, into folder: OutputFolder) throws -> Exhibits? {
    guard format.reporters.contains(where: { $0 == HTMLReporter.self }) else { return nil }
    let exhibits = try ExhibitRun(audit, in: talk.lang)
      .write(from: archive ?? "\(folder.staging)/archive") { try folder.write($0.path, $0.bytes) }
    talk.detail(
      Bilingual(
        zh: "证据：附上 \(exhibits.records.count) 个存档页面",
        en: "evidence: \(exhibits.records.count) archived pages beside the report"))
    return exhibits
  }

  private func narrowed(_ run: AuditRun) throws -> AuditRun {
    var narrowed = run
    if let failUnder = gating.bar {
      guard (0...100).contains(failUnder) else {
        throw UsageFault("--fail-under: \(failUnder) 应在 0 到 100 之间 / must lie within 0 and 100")
      }
      narrowed.setBar(failUnder)
    }
    let plan = run.plan
    for word in units {
      guard
        let unit = plan.units.first(where: {
          $0.id.text == word || $0.name == word || $0.aliases.contains(word)
        })
      else {
        let known = plan.units.flatMap { [$0.id.text, $0.name] }
        let near = NearestWord.to(word, in: known).map { "；是不是 \($0)？" } ?? ""
        throw UsageFault(
          "--units: 方案里没有“\(word)”\(near) / no such unit in the plan: "
            + plan.units.map(\.name).joined(separator: "、"))
      }
      narrowed.only.insert(unit.id)
    }
    return narrowed
  }

  /// How many runs are kept; nil for all.
  private func kept() throws -> Int? {
    if let keep, keep < 1 {
      throw UsageFault("--keep: \(keep) 应为正整数 / must be a whole number of at least 1")
    }
    return keep ?? Setting.keep.value()
  }

  /// Tells the plan's channels what changed; what fails is said, and changes no exit status.
  private func tell(_ run: AuditRun, _ audit: AuditResult, _ earlier: AuditResult?) {
    guard !run.plan.notify.isEmpty else { return }
    guard units.isEmpty else {
      return talk.detail(
        Bilingual(zh: "用了 --units，不发通知", en: "no notification: --units was given"))
    }
    let notifier = Notifier(
      channels: run.plan.notify, environment: ProcessInfo.processInfo.environment, now: Clock.now)
    for (channel, outcome) in notifier.tell(from: earlier, to: audit) {
      let name = "\(channel.place): \(channel.service.rawValue)"
      switch outcome {
      case .sent: talk.detail(Bilingual(zh: "\(name)：已通知", en: "\(name): told"))
      case .nothingNew:
        talk.detail(Bilingual(zh: "\(name)：没有变化，不通知", en: "\(name): nothing new to tell"))
      case .failed(let reason):
        let message = Bilingual(
          zh: "\(name)：通知没有发出：\(reason.zh)", en: "\(name): not told: \(reason.en)")
        Terminal.say(message.text(talk.lang) + "\n")
      }
    }
  }
}

/// What an audit held in memory when it was over.
///
/// To free a district's pages one by one takes a tenth of a second, and the system takes a
/// process's memory back at once.
private final class Remains {
  private let records: [SiteRecords]
  private let audit: AuditResult

  init(records: [SiteRecords], audit: AuditResult) {
    self.records = records
    self.audit = audit
  }

  /// Leaves all of it to the system.
  func leave() { _ = unsafe Unmanaged.passRetained(self) }
}
