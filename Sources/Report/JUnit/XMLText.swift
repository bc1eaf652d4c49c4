/// Text made fit for XML 1.0.
enum XMLText {
  /// The text escaped for content and for attributes in double quotes.
  ///
  /// Scalars that XML 1.0 §2.2 does not allow become U+FFFD; line ends and tabs stay, as references
  /// in attributes, where a parser would else turn them into spaces.
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n": out += "&#10;"
      case "\r": out += "&#13;"
      case "\t": out += "&#9;"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
