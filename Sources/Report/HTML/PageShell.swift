import Texts

/// What every page of ours is made of: head with policy and styles, skip link, masthead, main part,
/// foot and script.
struct PageShell {
  let language: Language

  /// What a page may load besides its own styles and script.
  enum Policy {
    /// Nothing.
    case closed
    /// The sandboxed frame with an archived page, from beside it.
    case frame

    fileprivate var text: String {
      let own =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.digest)'; "
        + "base-uri 'none'; form-action 'none'"
      return switch self {
      case .closed: own
      // A page that was opened from a disk has no origin, so 'self' does not name its folder.
      case .frame: own + "; frame-src 'self' file:"
      }
    }
  }

  /// A whole page.
  func page(
    title: String, policy: Policy = .closed, masthead: (inout HTMLWriter) -> Void,
    main: (inout HTMLWriter) -> Void, foot: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var html = HTMLWriter(capacity: 65_536)
    html.raw("<!DOCTYPE html>\n")
    html.tag("html", ["lang": language.rawValue]) { html in
      head(title, policy, &html)
      html.raw("\n")
      html.tag("body") { html in
        html.tag("a", ["class": "skip", "href": "#main"], HeadWord.skip.text(language))
        html.raw("\n")
        html.tag("header", ["class": "masthead"]) { $0.tag("div", ["class": "wrap"], masthead) }
        html.raw("\n")
        html.tag("main", ["class": "wrap", "id": "main"], main)
        html.raw("\n")
        html.tag("footer", ["class": "wrap"], foot)
        html.raw("\n<script>\(PageScript.text)</script>\n")
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private func head(_ title: String, _ policy: Policy, _ html: inout HTMLWriter) {
    html.tag("head") { html in
      html.raw("\n")
      html.void("meta", ["charset": "utf-8"])
      html.raw("\n")
      html.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy.text])
      html.raw("\n")
      html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.raw("\n")
      html.void("meta", ["name": "referrer", "content": "no-referrer"])
      html.raw("\n")
      html.tag("title", title)
      html.raw("\n<style>\n\(stylesheet)</style>\n")
    }
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

  /// A part that scrolls sideways on narrow screens and can be reached by keyboard.
  func scroll(_ label: String, _ html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void) {
    html.tag(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": label], body)
  }
}
