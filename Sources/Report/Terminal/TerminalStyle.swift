/// Whether a text carries colours for a terminal.
package enum TerminalStyle: Sendable {
  case plain, colored

  /// Codes of ECMA-48 §8.3.117 (SGR).
  enum Tint: String { case bold = "1", dim = "2", red = "31", green = "32", yellow = "33" }

  /// The text in a tint, or as it stands.
  func paint(_ text: String, _ tint: Tint) -> String {
    switch self {
    case .plain: text
    case .colored: "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m"
    }
  }
}
