import Foundation
import Texts

/// The argument parser's own words in Chinese: headings of its help, its mistakes of use.
///
/// The parser has them in English only. Each is known by its whole shape, so that a text of ours is
/// never taken for one of its; what is not known stays as it was said.
enum ParserWords {
  /// A help page or a message of the parser, line by line, in the reader's language.
  static func said(_ message: String) -> String {
    guard Help.language == .chinese else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { inChinese(String($0)) }.joined(separator: "\n")
  }

  /// A completion script whose descriptions of the parser's own flags are the reader's.
  static func inScript(_ script: String) -> String {
    guard Help.language == .chinese else { return script }
    return script.replacingOccurrences(of: "Show the version.", with: "显示版本。")
      .replacingOccurrences(of: "Show help information.", with: "显示说明。")
      .replacingOccurrences(of: "Show subcommand help information.", with: "显示子命令的说明。")
  }

  private static func inChinese(_ line: String) -> String {
    if let heading = headings.first(where: { line == $0.en || line.hasPrefix($0.en + " ") }) {
      return heading.zh + line.dropFirst(heading.en.count).drop { $0 == " " }
    }
    var words = line
    if words.hasPrefix("Error: ") { words = "错误：" + mistake(String(words.dropFirst(7))) }
    for (shape, form) in phrases { words = replacing(shape, in: words, by: form) }
    return words
  }

  /// What was wrong with the words of the command line.
  private static func mistake(_ said: String) -> String {
    for (shape, form) in mistakes {
      let told = replacing("^\(shape)$", in: said, by: form)
      if told != said { return replacing("' or '|' and '|', '", in: told, by: "、") }
    }
    return said
  }

  private static func replacing(_ shape: String, in text: String, by form: String) -> String {
    text.replacingOccurrences(of: shape, with: form, options: .regularExpression)
  }

  private static let headings: [(en: String, zh: String)] = [
    ("OVERVIEW:", "概要："), ("USAGE:", "用法："), ("Usage:", "用法："), ("Help:", "说明："),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
  ]

  /// Pieces of a line that the parser wrote; the rest of the line is ours.
  private static let phrases: [(String, String)] = [
    ("^( +--version +)Show the version\\.$", "$1显示版本。"),
    ("^( +-h, --help +)Show help information\\.$", "$1显示说明。"),
    ("^( +)Show subcommand help information\\.$", "$1显示子命令的说明。"),
    ("^  See '(.+)' for detailed help\\.$", "  详见：$1"),
    ("^  See '(.+)' for more information\\.$", "  详见：$1"),
    (" \\(values: (.+); default: (.*)\\)$", "（可用值：$1；默认：$2）"),
    (" \\(values: (.+)\\)$", "（可用值：$1）"),
    (" \\(default: (.*)\\)$", "（默认：$1）"),
  ]

  private static let mistakes: [(String, String)] = [
    ("Missing expected argument '(.+)'", "缺少参数 $1"),
    ("Missing one of: '(.+)'", "缺少其中之一：$1"),
    ("Missing value for '(.+)'", "$1 缺少值"),
    ("Missing required subcommand\\.", "缺少子命令。"),
    ("Unknown option '(.+)'\\. Did you mean '(.+)'\\?", "没有选项 $1。是不是 $2？"),
    ("Unknown option '(.+)'", "没有选项 $1"),
    ("Invalid option: (.+)", "选项无效：$1"),
    ("Unexpected argument '(.+)'", "多余的参数 $1"),
    ("([0-9]+) unexpected arguments: '(.+)'", "多余的 $1 个参数：$2"),
    (
      "The option '(.+)' does not take any value, but '(.*)' was specified\\.",
      "选项 $1 不带值，却写了“$2”。"
    ),
    (
      "The value '(.*)' is invalid for '(.+)'\\. Please provide one of the following:",
      "$2 的值“$1”无效，可用的是："
    ),
    (
      "The value '(.*)' is invalid for '(.+)'\\. Please provide one of '(.+)'\\.",
      "$2 的值“$1”无效，可用的是 $3。"
    ),
    ("The value '(.*)' is invalid for '(.+)': (.+)", "$2 的值“$1”无效：$3"),
    ("The value '(.*)' is invalid for '(.+)'", "$2 的值“$1”无效"),
  ]
}
