import ArgumentParser
import Audit
import Checks
import Dates
import Report
import Rules
import Texts

/// What a command says on the terminal, and how.
struct TalkOptions: ParsableArguments {
  @Option(
    help: Help.said("报告和消息的语言：zh-Hans 或 en。", "Language of report and messages: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  @Flag(name: .shortAndLong, help: Help.said("不显示进度和小结。", "No progress and no summary."))
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: Help.said(
      "多说一些（在 stderr）：规则包、站点和单位的数目、写出的文件。",
      "Say more (on stderr): packs, how many sites and units, files written."))
  var verbose = false

  @Option(
    help: Help.said(
      "进度的样子：auto（终端上为一行）、plain（逐行）、none。",
      "How progress looks: auto (one line on a terminal), plain (line by line), none."))
  var progress: ProgressStyle = Setting.progress.value() ?? .auto

  func validate() throws {
    if quiet, verbose {
      throw ValidationError("--quiet 和 --verbose 只能用一个 / exclude each other: give one")
    }
  }

  /// Says something on stderr when `--verbose` was given.
  func detail(_ message: @autoclosure () -> Bilingual) {
    if verbose { Terminal.say(message().text(lang) + "\n") }
  }

  /// Says what a run is about to do.
  func describe(_ run: AuditRun) {
    for book in run.books {
      let pack = book.pack
      detail(
        Bilingual(
          zh: "规则包 \(pack.id)：\(pack.rules.count) 条规则，SHA-256 \(pack.sha256.prefix(12))",
          en: "rule pack \(pack.id): \(pack.rules.count) rules, SHA-256 \(pack.sha256.prefix(12))"))
    }
    detail(
      Bilingual(
        zh: "方案：\(run.plan.sites.count) 个站点，\(run.plan.units.count) 个单位，"
          + "基准日 \(run.plan.asOf)",
        en: "plan: \(run.plan.sites.count) sites, \(run.plan.units.count) units, "
          + "as of \(run.plan.asOf)"))
  }
}

/// How progress is shown.
enum ProgressStyle: String, CaseIterable, ExpressibleByArgument { case auto, plain, none }

/// The formats of a report, as `--format` names them.
struct FormatList: ExpressibleByArgument {
  let reporters: [any Reporter.Type]

  /// json and html.
  static let usual = FormatList(
    reporters: allReporters.filter { ["json", "html"].contains($0.format) })

  init(reporters: [any Reporter.Type]) { self.reporters = reporters }

  /// Reads words apart by commas; nil when one is unknown, and the parser names the valid ones.
  init?(argument: String) {
    var found: [any Reporter.Type] = []
    for word in argument.split(separator: ",") {
      guard let reporter = allReporters.first(where: { $0.format == word }) else { return nil }
      if !found.contains(where: { $0.format == word }) { found.append(reporter) }
    }
    guard !found.isEmpty else { return nil }
    reporters = found
  }

  var defaultValueDescription: String { reporters.map { $0.format }.joined(separator: ",") }

  static var allValueStrings: [String] { allReporters.map { $0.format } }

  /// What the environment says, else json and html.
  static var preset: FormatList { Setting.format.value() ?? .usual }
}
