/// Foreign text made fit for Markdown.
enum MarkdownText {
  /// The text on one line with all signs that mean something to Markdown or HTML escaped.
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A link where the address is http or https, else the text alone.
  static func link(_ text: String, _ url: String) -> String {
    guard let target = LinkTarget.safe(url) else { return escaped(text) }
    return "[\(escaped(text))](<\(target)>)"
  }
}
