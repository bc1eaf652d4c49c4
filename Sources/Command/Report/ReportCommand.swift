import ArgumentParser
import Audit
import Report
import Score
import Texts

/// `mingcha report`: render the reports of a finished audit again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "由 audit.json 重新生成报告。",
    discussion: """
      例：
        mingcha report Reports/latest/audit.json --format html,csv --out /tmp/report
        mingcha report Reports/latest/audit.json --format html --lang en --out /tmp/report-en
      """)

  @Argument(help: "审核结果 audit.json。", completion: .file(extensions: ["json"]))
  var audit: String

  @Option(help: "报告格式，用逗号分开。")
  var format: FormatList = .preset

  @Option(help: "报告文件夹。", completion: .directory)
  var out: String = "Reports/report"

  @Flag(name: .shortAndLong, help: "不说报告写到了哪里。")
  var quiet = false

  @Option(help: "报告的语言：zh-Hans 或 en（默认与审核相同）。")
  var lang: Language?

  func run() throws {
    let audit = try AuditInput.read(audit)
    let language = lang ?? Setting.lang.value() ?? audit.language
    let folder = try OutputFolder(out)
    for reporter in format.reporters {
      for file in try reporter.render(audit, in: language) {
        try folder.write(file.path, file.bytes)
      }
    }
    let place = try folder.publish()
    if quiet { return }
    Terminal.print(Bilingual(zh: "报告：\(place)\n", en: "Report: \(place)\n").text(language))
  }
}

/// Reads the result of an audit that a caller names.
enum AuditInput {
  static func read(_ path: String) throws -> AuditResult {
    let bytes = try InputFile.read(path)
    do {
      return try AuditFile.read(bytes)
    } catch {
      throw UsageFault("\(path): \(error.message(.chinese)) / \(error.message(.english))")
    }
  }
}
