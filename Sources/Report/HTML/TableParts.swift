import Findings
import Score
import Texts

/// How a cell is set: the class names of the style sheet.
enum CellStyle: String {
  case text = "t"
  case number = "num"
  /// Left out on narrow screens.
  case optional = "opt"
  case optionalNumber = "num opt"
}

extension PageShell {
  /// The head of a table; a word that is a number's heading is set to the right.
  func tableHead(_ words: [(TableWord, CellStyle)], _ html: inout HTMLWriter) {
    tableHead(words.map { ($0.text(language), $1) }, &html)
  }

  /// The same with headings that are no fixed words.
  func tableHead(_ words: [(String, CellStyle)], _ html: inout HTMLWriter) {
    html.tag("thead") {
      $0.tag("tr") { html in
        for (word, style) in words {
          html.tag("th", ["scope": "col", "class": style.rawValue], word)
        }
      }
    }
  }

  /// A caption for those who do not see the heading above the table.
  func caption(_ text: String, _ html: inout HTMLWriter) {
    html.tag("caption", ["class": "hide"], text)
  }

  func cell(_ text: String, _ style: CellStyle, _ html: inout HTMLWriter) {
    html.tag("td", ["class": style.rawValue], text)
  }

  func badge(_ verdict: Verdict, _ html: inout HTMLWriter) {
    html.tag("span", ["class": "badge \(verdict.rawValue)"], VerdictWord(verdict).text(language))
  }

  func badge(_ status: Status, _ html: inout HTMLWriter) {
    let word = StatusWord(status)
    html.tag("span", ["class": "badge \(status.rawValue)"], word.sign + " " + word.text(language))
  }
}
