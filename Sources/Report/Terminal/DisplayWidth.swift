/// How many columns text takes on a terminal, where Chinese signs take two.
enum DisplayWidth {
  /// The columns of one scalar: 0, 1 or 2 (after Unicode's East Asian Width, wide and full-width).
  static func columns(_ scalar: UnicodeScalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0...0x1F, 0x7F...0x9F: 0
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F,
      0xFEFF, 0xE0100...0xE01EF:
      0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// The columns of a text.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// Foreign text without what could steer a terminal: control and direction signs become spaces.
  static func tame(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: out.append(" ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The text cut to at most `width` columns, with `…` where it was cut.
  static func cut(_ text: String, to width: Int) -> String {
    if columns(text) <= width { return text }
    var out = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let next = columns(scalar)
      if used + next > width - 1 { break }
      out.append(scalar)
      used += next
    }
    return String(out) + "…"
  }

  /// The text with spaces behind it up to `width` columns.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  /// The text with spaces before it up to `width` columns.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns(text))) + text
  }
}
