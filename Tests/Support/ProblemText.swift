/// Compares the text of a problem, which is in two languages, with what a test expects of it.
package enum ProblemText {
  /// Says whether `text` stands at the expected place and holds the expected words.
  ///
  /// `expected` is `place: words`: the place leads the text, the words follow somewhere after it.
  package static func matches(_ text: String, _ expected: String) -> Bool {
    guard let colon = expected.firstRange(of: ": ") else { return text.contains(expected) }
    let place = expected[..<colon.upperBound]
    return text.hasPrefix(place)
      && text.dropFirst(place.count).contains(expected[colon.upperBound...])
  }
}
