import ArgumentParser
import Audit
import Report
import Texts

/// What a command says on the terminal, and how.
struct TalkOptions: ParsableArguments {
  @Option(help: "报告和消息的语言：zh-Hans 或 en。")
  var lang: Language = .chinese

  @Flag(name: .shortAndLong, help: "不显示进度和小结。")
  var quiet = false

  @Option(help: "进度的样子：auto（终端上为一行）、plain（逐行）、none。")
  var progress: ProgressStyle = .auto
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
}
