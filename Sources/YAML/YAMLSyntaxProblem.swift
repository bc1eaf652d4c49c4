import Texts
import Yams

/// Says in a person's words what libyaml found wrong, and where.
enum YAMLSyntaxProblem {
  static func problem(_ error: YamlError, file: String) -> YAMLProblem {
    func place(_ line: Int, _ column: Int, _ zh: String, _ en: String) -> YAMLProblem {
      YAMLProblem(file: file, line: line, column: column, message: Bilingual(zh: zh, en: en))
    }
    switch error {
    case .reader(let problem, let offset, _, let yaml):
      let (line, column) = Self.place(of: offset, in: yaml)
      return place(
        line, column, "此字符不能出现在YAML中，文件是否为二进制文件？",
        "this character may not stand in YAML (\(problem)); is the file binary?")
    case .scanner(let context, let problem, let mark, let yaml),
      .parser(let context, let problem, let mark, let yaml),
      .composer(let context, let problem, let mark, let yaml):
      let message = words(problem, context: context?.text, at: mark, in: yaml)
      return place(mark.line, mark.column, message.zh, message.en)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
      return place(
        context.mark.line, context.mark.column, "同一层有重复的键 \(keys)，只能留一个",
        "this mapping has a key twice: \(keys); keep one")
    case .memory:
      return place(1, 1, "内存不足，无法读取", "not enough memory to read this")
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return place(1, 1, "不是可读的YAML", "not readable as YAML")
    @unknown default:
      return place(1, 1, "不是可读的YAML", "not readable as YAML")
    }
  }

  /// The place of a character offset; Yams gives reader errors no mark.
  private static func place(of offset: Int?, in yaml: String) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for character in yaml.prefix(offset ?? 0) {
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }

  private static func words(
    _ problem: String, context: String?, at mark: Mark, in yaml: String
  ) -> Bilingual {
    let isTab = character(at: mark, in: yaml) == "\t"
    if isTab || problem.contains("tab character") {
      return Bilingual(
        zh: "此处是制表符，YAML只能用空格缩进", en: "a tab stands where spaces must; YAML indents with spaces")
    }
    for (sign, message) in known where problem.contains(sign) { return message }
    let what = context.map { " \($0)" } ?? ""
    return Bilingual(
      zh: "不是可读的YAML，请检查此处之前的括号、引号和缩进",
      en: "not readable as YAML\(what): \(problem); look for an open bracket, an open quote "
        + "or a wrong indentation before this place")
  }

  /// What libyaml says, and what a person should read.
  private static let known: [(String, Bilingual)] = [
    (
      "cannot start any token",
      Bilingual(
        zh: "值不能以此字符开头，请给文字加引号",
        en: "this character cannot begin a value; put the text in quotes")
    ),
    (
      "mapping values are not allowed",
      Bilingual(
        zh: "此处不能出现冒号，请给文字加引号或改正缩进",
        en: "a \":\" stands where none may; put the text in quotes or mend the indentation")
    ),
    (
      "Maximum nesting level",
      Bilingual(zh: "嵌套过深（1000层）", en: "nested too deep (1000 levels)")
    ),
    (
      "another document",
      Bilingual(zh: "出现第二个文档（---），只能有一个", en: "a second document (---); one is read")
    ),
    (
      "could not find expected ':'",
      Bilingual(
        zh: "键后面缺少冒号，或缩进有误",
        en: "a \":\" is missing after the key, or the indentation is wrong")
    ),
    (
      "undefined alias",
      Bilingual(
        zh: "以 * 开头的值要加引号",
        en: "a value that begins with * needs quotes (it reads as an undefined alias)")
    ),
  ]

  private static func character(at mark: Mark, in yaml: String) -> Unicode.Scalar? {
    var line = 1
    var column = 1
    for scalar in yaml.unicodeScalars {
      if line == mark.line && column == mark.column { return scalar }
      if line > mark.line { return nil }
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return nil
  }
}
