import Yams

/// Says in a person's words what libyaml found wrong, and where.
enum YAMLSyntaxProblem {
  static func problem(_ error: YamlError, file: String) -> YAMLProblem {
    switch error {
    case .reader(let problem, let offset, _, let yaml):
      let (line, column) = place(of: offset, in: yaml)
      return YAMLProblem(
        file: file, line: line, column: column,
        message: "this character may not stand in YAML (\(problem)); is the file binary?")
    case .scanner(let context, let problem, let mark, let yaml),
      .parser(let context, let problem, let mark, let yaml),
      .composer(let context, let problem, let mark, let yaml):
      let message = words(problem, context: context?.text, at: mark, in: yaml)
      return YAMLProblem(file: file, line: mark.line, column: mark.column, message: message)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
      return YAMLProblem(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "this mapping has a key twice: \(keys); keep one")
    case .memory:
      return YAMLProblem(file: file, line: 1, column: 1, message: "not enough memory to read this")
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return YAMLProblem(file: file, line: 1, column: 1, message: "not readable as YAML")
    @unknown default:
      return YAMLProblem(file: file, line: 1, column: 1, message: "not readable as YAML")
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
  ) -> String {
    let isTab = character(at: mark, in: yaml) == "\t"
    if isTab || problem.contains("tab character") {
      return "a tab stands where spaces must; YAML indents with spaces"
    }
    if problem.contains("cannot start any token") {
      return "this character cannot begin a value; put the text in quotes"
    }
    if problem.contains("mapping values are not allowed") {
      return "a \":\" stands where none may; put the text in quotes or mend the indentation"
    }
    if problem.contains("Maximum nesting level") { return "nested too deep (1000 levels)" }
    if problem.contains("another document") { return "a second document (---); one is read" }
    if problem.contains("could not find expected ':'") {
      return "a \":\" is missing after the key, or the indentation is wrong"
    }
    if problem.contains("did not find expected") || problem.contains("unexpected end of stream") {
      let what = context.map { " \($0)" } ?? ""
      return "not readable as YAML\(what): \(problem); look for an open bracket, an open quote "
        + "or a wrong indentation before this place"
    }
    return "not readable as YAML: \(problem)" + (context.map { " (\($0))" } ?? "")
  }

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
