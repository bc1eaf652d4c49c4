import ArgumentParser
import Audit
import Foundation
import Report
import Texts

/// A variable of the environment that stands for a flag: the flag wins, the plan comes last.
///
/// An empty variable counts as one that is not set.
enum Setting: String, CaseIterable {
  case lang = "MINGCHA_LANG"
  case rulesPath = "MINGCHA_RULES_PATH"
  case out = "MINGCHA_OUT"
  case format = "MINGCHA_FORMAT"
  case keep = "MINGCHA_KEEP"
  case maxPages = "MINGCHA_MAX_PAGES"
  case rate = "MINGCHA_RATE"
  case failUnder = "MINGCHA_FAIL_UNDER"
  case failOn = "MINGCHA_FAIL_ON"
  case progress = "MINGCHA_PROGRESS"
  case color = "MINGCHA_COLOR"

  /// The flag that it stands for; nil when there is none.
  var flag: String? {
    switch self {
    case .lang: "--lang"
    case .rulesPath: nil
    case .out: "--out"
    case .format: "--format"
    case .keep: "--keep"
    case .maxPages: "--max-pages"
    case .rate: "--rate"
    case .failUnder: "--fail-under"
    case .failOn: "--fail-on"
    case .progress: "--progress"
    case .color: "--color"
    }
  }

  /// What it decides, and for which commands.
  var meaning: Bilingual {
    switch self {
    case .lang: Bilingual(zh: "消息和报告的语言，所有命令", en: "language of messages and reports, all commands")
    case .rulesPath:
      Bilingual(
        zh: "最先查找规则包的文件夹，用冒号分开", en: "folders searched first for rule packs, apart by colons")
    case .out: Bilingual(zh: "审核的报告文件夹（audit）", en: "the report's folder (audit)")
    case .format: Bilingual(zh: "报告格式（audit、report）", en: "report formats (audit, report)")
    case .keep: Bilingual(zh: "保留多少次审核（audit）", en: "how many runs are kept (audit)")
    case .maxPages:
      Bilingual(zh: "每个站点最多抓取的页数（audit、gather）", en: "pages for each site (audit, gather)")
    case .rate:
      Bilingual(
        zh: "每个主机每秒的请求数（audit、gather）", en: "requests a second and host (audit, gather)")
    case .failUnder: Bilingual(zh: "达标线（audit）", en: "the bar in per cent (audit)")
    case .failOn:
      Bilingual(zh: "哪种轻重的失分项使退出码为 1（audit）", en: "which severity ends with 1 (audit)")
    case .progress:
      Bilingual(zh: "进度的样子（audit、gather）", en: "how progress is shown (audit, gather)")
    case .color: Bilingual(zh: "颜色（audit、explain）", en: "colours (audit, explain)")
    }
  }

  /// What a value has to be.
  var expected: Bilingual {
    switch self {
    case .lang: Self.oneOf(Language.allCases.map(\.rawValue))
    case .rulesPath:
      Bilingual(
        zh: "含规则包的文件夹，如 /srv/mingcha/Rules", en: "folders of packs, such as /srv/mingcha/Rules")
    case .out: Bilingual(zh: "文件夹", en: "a folder")
    case .format:
      Bilingual(
        zh: "用逗号分开的 \(FormatList.allValueStrings.joined(separator: "、"))",
        en: "apart by commas: \(FormatList.allValueStrings.joined(separator: ", "))")
    case .keep, .maxPages: Bilingual(zh: "正整数", en: "a whole number of at least 1")
    case .rate: Bilingual(zh: "大于 0 的数", en: "a number above 0")
    case .failUnder: Bilingual(zh: "0 到 100 的数", en: "a number from 0 to 100")
    case .failOn: Self.oneOf(GateOptions.Mildest.allCases.map(\.rawValue))
    case .progress: Self.oneOf(ProgressStyle.allCases.map(\.rawValue))
    case .color: Self.oneOf(ColorOptions.Choice.allCases.map(\.rawValue))
    }
  }

  /// What the environment says; nil when it says nothing.
  var text: String? {
    let text = ProcessInfo.processInfo.environment[rawValue] ?? ""
    return text.isEmpty ? nil : text
  }

  /// What the environment says, as the flag's own type; nil when it says nothing or nonsense, of
  /// which `check` complains before a command runs.
  func value<Value: ExpressibleByArgument>() -> Value? { text.flatMap { Value(argument: $0) } }

  /// Throws `UsageFault` naming every variable whose value makes no sense.
  static func check() throws {
    let faults = allCases.compactMap { setting -> String? in
      guard let text = setting.text, !setting.accepts(text) else { return nil }
      let expected = setting.expected
      return "\(setting.rawValue): 环境变量“\(Shown.text(text))”应为\(expected.zh) / "
        + "must be \(expected.en); correct it or unset it"
    }
    if !faults.isEmpty { throw UsageFault(faults.joined(separator: "\n")) }
  }

  private func accepts(_ text: String) -> Bool {
    switch self {
    case .lang: Language(rawValue: text) != nil
    case .rulesPath:
      text.split(separator: ":").allSatisfy { RulesFolders.isRules(String($0)) }
    case .out: true
    case .format: FormatList(argument: text) != nil
    case .keep, .maxPages: Int(text).map { $0 > 0 } ?? false
    case .rate: Double(text).map { $0 > 0 && $0.isFinite } ?? false
    case .failUnder: Double(text).map { (0...100).contains($0) } ?? false
    case .failOn: GateOptions.Mildest(rawValue: text) != nil
    case .progress: ProgressStyle(rawValue: text) != nil
    case .color: ColorOptions.Choice(rawValue: text) != nil
    }
  }

  private static func oneOf(_ words: [String]) -> Bilingual {
    Bilingual(
      zh: "\(words.joined(separator: "、")) 之一", en: "one of \(words.joined(separator: ", "))")
  }
}
