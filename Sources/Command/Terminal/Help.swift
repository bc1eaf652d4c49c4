import ArgumentParser
import Foundation
import Texts

/// The words that the program says of itself, in the reader's language.
///
/// The language is that of `--lang` on the command line, else of `MINGCHA_LANG`, else Chinese.
enum Help {
  static let language: Language = {
    let words = CommandLine.arguments
    for (place, word) in words.enumerated() {
      if word.hasPrefix("--lang="), let found = Language(rawValue: String(word.dropFirst(7))) {
        return found
      }
      if word == "--lang", place + 1 < words.count, let found = Language(rawValue: words[place + 1])
      {
        return found
      }
    }
    return Setting.lang.value() ?? .chinese
  }()

  /// One text of the two.
  static func text(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  /// One text of the two, as the help of an option or an argument.
  static func said(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(text(zh, en)) }

  /// A command's page: examples, a line each, then what else there is to say.
  ///
  /// A comment behind an example has both languages: `# 中文 | English`.
  static func page(_ examples: String, zh: String = "", en: String = "") -> String {
    let lines = examples.split(separator: "\n").map { line in
      let parts = line.split(separator: " # ", maxSplits: 1)
      guard parts.count == 2, let bar = parts[1].firstRange(of: " | ") else { return "  \(line)" }
      let comment =
        language == .chinese ? parts[1][..<bar.lowerBound] : parts[1][bar.upperBound...]
      return "  \(parts[0]) # \(comment)"
    }
    let rest = text(zh, en)
    return ([text("例：", "Examples:")] + lines).joined(separator: "\n")
      + (rest.isEmpty ? "" : "\n\n\(rest)")
  }
}
