import Archive
import ArgumentParser
import Audit
import Report
import Score
import Texts

/// `mingcha report`: render the reports of a finished audit again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Help.text("由 audit.json 重新生成报告。", "Render the reports of an audit.json again."),
    discussion: Help.page(
      """
      mingcha report Reports/latest/audit.json --format html,csv --out /tmp/report
      mingcha report Reports/latest/audit.json --format html --lang en --out /tmp/report-en
      mingcha report Reports/latest/audit.json --archive Reports/latest/archive --out /tmp/report
      """))

  @Argument(
    help: Help.said("审核结果 audit.json。", "The audit.json of an audit."),
    completion: .file(extensions: ["json"]))
  var audit: String

  @Option(help: Help.said("报告格式，用逗号分开。", "Report formats, apart by commas."))
  var format: FormatList = .preset

  @Option(help: Help.said("报告文件夹。", "The report's folder."), completion: .directory)
  var out: String = "Reports/report"

  @Option(
    help: Help.said(
      "审核所用的存档；给出后，网页报告的证据可以打开存档页面。",
      "The audit's archive: with it, evidence in the HTML report opens archived pages."))
  var archive: String?

  @Flag(name: .shortAndLong, help: Help.said("不说报告写到了哪里。", "Do not say where the report is."))
  var quiet = false

  @Option(
    help: Help.said(
      "报告的语言：zh-Hans 或 en（默认与审核相同）。",
      "Language of the report: zh-Hans or en (unless given, the audit's)."))
  var lang: Language?

  func run() throws {
    let audit = try AuditInput.read(audit)
    let language = lang ?? Setting.lang.value() ?? audit.language
    let folder = try OutputFolder(out)
    let exhibits = try exhibits(audit, language, into: folder)
    for reporter in format.reporters {
      for file in try reporter.render(audit, with: exhibits, in: language) {
        try folder.write(file.path, file.bytes)
      }
    }
    let place = try folder.publish()
    if quiet { return }
    Terminal.print(Bilingual(zh: "报告：\(place)\n", en: "Report: \(place)\n").text(language))
  }

  /// The archived pages, when an archive was named and a format links to them.
  private func exhibits(
    _ audit: AuditResult, _ language: Language, into folder: OutputFolder
  ) throws -> Exhibits? {
    guard let archive, format.reporters.contains(where: { $0 == HTMLReporter.self }) else {
      return nil
    }
    guard InputFile.kind(of: archive) != .nothing else {
      throw UsageFault("--archive: \(archive) 不存在 / does not exist")
    }
    do {
      return try ExhibitRun(audit, in: language).write(from: archive) {
        try folder.write($0.path, $0.bytes)
      }
    } catch let error as ArchiveError {
      throw UsageFault("--archive: \(error)")
    }
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
