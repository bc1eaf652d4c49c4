package import Texts

/// One thing that is wrong in a YAML document: where, what was seen, what is valid.
package struct YAMLProblem: Error, Sendable, Hashable, Comparable, CustomStringConvertible {
  package var file: String
  /// 1-based; 0 when the problem is the whole file's or an argument's.
  package var line: Int
  /// 1-based, in characters; 0 when `line` is.
  package var column: Int
  package var message: Bilingual

  package init(file: String, line: Int, column: Int, message: Bilingual) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// One line, as compilers write it, Chinese before English.
  ///
  /// `plan.yaml:3:5: 没有“as_of”这个键，是否应为“as-of”？ / unknown key "as_of"; did you mean "as-of"?`.
  package var description: String {
    let text = message.zh == message.en ? message.en : "\(message.zh) / \(message.en)"
    return line == 0 ? "\(file): \(text)" : "\(file):\(line):\(column): \(text)"
  }

  package static func < (left: YAMLProblem, right: YAMLProblem) -> Bool {
    (left.file, left.line, left.column, left.message.en)
      < (right.file, right.line, right.column, right.message.en)
  }
}

/// All that is wrong in one or more documents, in the order of the text.
package struct YAMLProblems: Error, Sendable, CustomStringConvertible {
  package var all: [YAMLProblem]

  package init(_ all: [YAMLProblem]) { self.all = all.sorted() }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}
