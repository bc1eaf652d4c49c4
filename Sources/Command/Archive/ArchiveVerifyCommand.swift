import ArgumentParser
import Archive
import JSON
import Texts
import Web

/// `mingcha archive verify`: every record held against its digests, its place and the index.
struct ArchiveVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Help.text(
      "核验存档：压缩是否完整、摘要是否相符、记录次序、索引。",
      "Verify an archive: compression, digests, order of records, index."),
    discussion: Help.page(
      """
      mingcha archive verify archive/2021Q4
      mingcha archive verify archive/2021Q4 --json
      """,
      zh: """
        每个问题一行：文件:位置: 说明。
        退出码：0 完好 · 1 有损坏或改动 · 2 参数有误或没有存档 · 3 没有损坏，但采集未完成（可接着采集），或缺少未变网页所在的旧存档
        """,
      en: """
        A line a problem: file:place: what is wrong.
        Exit status: 0 sound · 1 damaged or altered · 2 arguments are wrong or there is no archive · 3 sound, but gathering is unfinished (go on with gather), or an older archive with unchanged pages is missing
        """))

  @OptionGroup var options: ArchiveOptions

  @Flag(help: Help.said("输出 JSON，供程序读取。", "Print JSON, for programs."))
  var json = false

  func run() throws {
    let report = try options.open().verify()
    let faults = report.problems.filter { $0.code != .tornTail }
    Terminal.print(json ? Self.json(report) : text(report))
    if !faults.isEmpty { throw ExitCode(1) }
    let isWhole = report.problems.isEmpty && report.unfinished.isEmpty && report.missing.isEmpty
    if !isWhole { throw ExitCode(3) }
  }

  private func text(_ report: VerifyReport) -> String {
    var text = ""
    for problem in report.problems {
      let place = problem.offset.map { "\(problem.file):\($0)" } ?? problem.file
      text += Shown.text("\(place): \(problem.message.text(options.lang))") + "\n"
    }
    for site in report.unfinished {
      text +=
        Bilingual(
          zh: "\(site)：采集未完成", en: "\(site): the crawl did not come to its end"
        ).text(options.lang) + "\n"
    }
    for folder in report.missing {
      text +=
        Shown.text(
          Bilingual(
            zh: "\(folder)：打不开；未变的网页存在其中，缺少时这些网页按未读取处理",
            en: "\(folder): can't be opened; unchanged pages are in it and count as not read"
          ).text(options.lang)) + "\n"
    }
    let end = Bilingual(
      zh: "\(report.records) 条记录，\(report.digests) 个摘要，\(report.indexLines) 行索引，"
        + "\(report.problems.count) 个问题",
      en: "\(report.records) records, \(report.digests) digests, \(report.indexLines) index lines, "
        + "\(report.problems.count) problems")
    return text + end.text(options.lang) + "\n"
  }

  private static func json(_ report: VerifyReport) -> String {
    var writer = JSONWriter(.indented)
    writer.object { root in
      root.member("schema", "mingcha.archive.verify/1")
      root.member("records", report.records)
      root.member("digests", report.digests)
      root.member("indexLines", report.indexLines)
      root.array("unfinished", report.unfinished.map(\.text))
      root.array("missing", report.missing)
      root.array("problems", report.problems) { object, problem in
        object.member("code", problem.code.rawValue)
        object.member("file", problem.file)
        object.member("offset", problem.offset)
        object.member("zh", problem.message.zh)
        object.member("en", problem.message.en)
      }
    }
    return String(decoding: writer.finished(), as: UTF8.self)
  }
}
