/// One thing that is wrong in a YAML document: where, what was seen, what is valid.
package struct YAMLProblem: Error, Sendable, Hashable, Comparable, CustomStringConvertible {
  package var file: String
  /// 1-based; 0 when the problem is the whole file's or an argument's.
  package var line: Int
  /// 1-based, in characters; 0 when `line` is.
  package var column: Int
  package var message: String

  package init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// One line, as compilers write it.
  ///
  /// For example `plan.yaml:3:5: unknown key "as_of"; did you mean "as-of"?`.
  package var description: String {
    line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
  }

  package static func < (left: YAMLProblem, right: YAMLProblem) -> Bool {
    (left.file, left.line, left.column, left.message)
      < (right.file, right.line, right.column, right.message)
  }
}

/// All that is wrong in one or more documents, in the order of the text.
package struct YAMLProblems: Error, Sendable, CustomStringConvertible {
  package var all: [YAMLProblem]

  package init(_ all: [YAMLProblem]) { self.all = all.sorted() }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}
