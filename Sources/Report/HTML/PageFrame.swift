import Dates
import Findings
import Score
import Texts
import Web

/// What the overview and every unit's page have in common.
struct PageFrame {
  let audit: AuditResult
  let digest: AuditDigest
  let reasons: ReasonText
  let paths: UnitPaths
  let language: Language

  /// A whole page: head, body, foot.
  func page(
    title: String, masthead: (inout HTMLWriter) -> Void, main: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var html = HTMLWriter(capacity: 65_536)
    html.raw("<!DOCTYPE html>\n")
    html.tag("html", ["lang": language.rawValue]) { html in
      head(title, &html)
      html.raw("\n")
      html.tag("body") { html in
        html.tag("a", ["class": "skip", "href": "#main"], HeadWord.skip.text(language))
        html.raw("\n")
        html.tag("header", ["class": "masthead"]) { $0.tag("div", ["class": "wrap"], masthead) }
        html.raw("\n")
        html.tag("main", ["class": "wrap", "id": "main"], main)
        html.raw("\n")
        html.tag("footer", ["class": "wrap"]) { foot(&$0) }
        html.raw("\n<script>\(PageScript.text)</script>\n")
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private func head(_ title: String, _ html: inout HTMLWriter) {
    html.tag("head") { html in
      html.raw("\n")
      html.void("meta", ["charset": "utf-8"])
      html.raw("\n")
      html.void(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content":
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.digest)'; base-uri 'none'; form-action 'none'",
        ])
      html.raw("\n")
      html.void(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.raw("\n")
      html.void("meta", ["name": "referrer", "content": "no-referrer"])
      html.raw("\n")
      html.tag("title", title)
      html.raw("\n<style>\n\(stylesheet)</style>\n")
    }
  }

  private func foot(_ html: inout HTMLWriter) {
    html.tag(
      "p",
      Phrases.produced(
        tool: audit.tool, run: audit.id, from: Figures.moment(audit.startedAt),
        to: Figures.moment(audit.finishedAt)
      ).text(language))
  }

  /// A titled section; `id` is its anchor.
  func section(
    _ id: String, _ title: String, _ html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    html.tag("section", ["id": id, "aria-labelledby": "h-\(id)"]) { html in
      html.tag("h2", ["id": "h-\(id)"], title)
      body(&html)
    }
    html.raw("\n")
  }

  /// The head of a table; a word that is a number's heading is set to the right.
  func tableHead(_ words: [(TableWord, CellStyle)], _ html: inout HTMLWriter) {
    html.tag("thead") {
      $0.tag("tr") { html in
        for (word, style) in words {
          html.tag("th", ["scope": "col", "class": style.rawValue], word.text(language))
        }
      }
    }
  }

  /// How a cell is set: the class names of the style sheet.
  enum CellStyle: String {
    case text = "t"
    case number = "num"
    /// Left out on narrow screens.
    case optional = "opt"
    case optionalNumber = "num opt"
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

  /// A bar from 0 to 100 with a mark at the bar that a unit needs to pass.
  func bar(_ score: Scorecard, _ html: inout HTMLWriter) {
    let width = min(max(score.percent ?? 0, 0), 100)
    let mark = min(max(audit.bar, 0), 100)
    html.tag(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      html.tag(
        "rect",
        [
          "class": "v \(score.verdict.rawValue)", "width": Figures.decimal(width), "height": "10",
        ], "")
      html.tag("path", ["class": "b", "d": "M\(Figures.decimal(mark)) 0v10"], "")
    }
  }

  /// Search and filter; hidden until the script shows it.
  func filter(
    _ label: String, _ kinds: [(value: String, text: String)], _ html: inout HTMLWriter
  ) {
    html.tag("form", ["id": "filter", "class": "filter", "hidden": "", "role": "search"]) { html in
      html.tag("label") {
        $0.text(label)
        $0.void("input", ["id": "q", "type": "search", "autocomplete": "off"])
      }
      html.tag("label") { html in
        html.text(HeadWord.filter.text(language))
        html.tag("select", ["id": "k"]) { html in
          html.tag("option", ["value": ""], HeadWord.all.text(language))
          for kind in kinds { html.tag("option", ["value": kind.value], kind.text) }
        }
      }
      html.tag("output", ["id": "shown", "for": "q k", "aria-live": "polite"], "")
    }
  }
}
