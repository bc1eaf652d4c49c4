import ArgumentParser
import Report
import Score
import Texts

extension AuditDiff.Format: ExpressibleByArgument {}

/// `mingcha diff`: what got better, worse, new and fixed between two audits.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: Help.text(
      "比较两次审核：新增、已改、变差、变好、不再可见。", "Compare two audits: new, fixed, worse, better, unseen."),
    discussion: Help.page(
      """
      mingcha diff 2021Q3/audit.json 2021Q4/audit.json --format markdown
      mingcha diff 2021Q3/audit.json 2021Q4/audit.json --format html > diff.html
      """))

  @Argument(
    help: Help.said("较早的 audit.json。", "The earlier audit.json."),
    completion: .file(extensions: ["json"]))
  var old: String

  @Argument(
    help: Help.said("较晚的 audit.json。", "The later audit.json."),
    completion: .file(extensions: ["json"]))
  var new: String

  @Option(
    help: Help.said(
      "输出的样子：text、json、markdown 或 html。", "The form of the output: text, json, markdown or html."))
  var format: AuditDiff.Format = .text

  @Option(
    help: Help.said(
      "语言：zh-Hans 或 en（默认与较晚的一次相同）。",
      "Language: zh-Hans or en (unless given, that of the later audit)."))
  var lang: Language?

  @OptionGroup var colors: ColorOptions

  func run() throws {
    let newer = try AuditInput.read(new)
    let diff = AuditDiff(from: try AuditInput.read(old), to: newer)
    let language = lang ?? Setting.lang.value() ?? newer.language
    let output = diff.render(format, in: language, style: colors.style())
    Terminal.print(String(decoding: output, as: UTF8.self))
  }
}
