import Foundation
import Glibc

/// Breaks the long lines of a help page by the columns that they take on a terminal.
///
/// The argument parser counts characters, and a Chinese one takes two columns. Examples are never
/// broken: they are there to be copied.
enum HelpLayout {
  /// A page whose lines are as long as they like, broken for a terminal.
  static func broken(_ page: String, columns: Int) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0), columns: columns) }.joined(separator: "\n")
  }

  /// How many columns the reader's terminal has; 80 where there is none.
  static func terminalColumns() -> Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return max(Int(size.ws_col), 40)
  }

  /// How many columns a text takes: two for a character of the East Asian blocks.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func line(_ line: String, columns: Int) -> String {
    guard width(line) > columns, let margin = margin(of: line) else { return line }
    var lines: [String] = []
    var held = String(line.prefix(margin.characters))
    var taken = width(held)
    for piece in pieces(line.dropFirst(margin.characters)) {
      let size = width(piece)
      if taken + size > columns, taken > margin.columns {
        lines.append(trimmed(held))
        held = String(repeating: " ", count: margin.columns)
        taken = margin.columns
        if piece == " " { continue }
      }
      held += piece
      taken += size
    }
    return (lines + [held]).joined(separator: "\n")
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Where the text of a line begins; nil for a line that is an example.
  ///
  /// The parser gives labels 26 columns. A line with two blanks before it and no label is an
  /// example, or the parser's hint.
  private static func margin(of line: String) -> (characters: Int, columns: Int)? {
    let blanks = line.prefix { $0 == " " }.count
    if blanks == 0 || blanks > 2 { return (blanks, blanks) }
    let label = line.prefix(labelColumns)
    let isOption = label.dropFirst(blanks).first.map { "-<".contains($0) } ?? false
    let isName = !label.dropFirst(blanks).drop { $0 != " " }.contains { $0 != " " }
    guard label.last == " ", isOption || isName else { return nil }
    return (labelColumns, width(label))
  }

  private static let labelColumns = 26

  /// The pieces between which a line may break: words, blanks, single Chinese characters with the
  /// marks that may not begin a line.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    var mayJoin = false
    for character in text {
      let scalar = character.unicodeScalars.first ?? " "
      if character == " " {
        pieces.append(" ")
        mayJoin = false
      } else if closing.contains(character), let last = pieces.last, last != " " {
        pieces[pieces.count - 1].append(character)
        mayJoin = false
      } else if isWide(scalar) {
        if let last = pieces.last?.last, opening.contains(last) {
          pieces[pieces.count - 1].append(character)
        } else {
          pieces.append(String(character))
        }
        mayJoin = opening.contains(character)
      } else if mayJoin {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
        mayJoin = true
      }
    }
    return pieces
  }

  private static let closing = Set("，。、；：？！）》】”’…")
  private static let opening = Set("（《【“‘")
}
