import Texts

/// Search and filter over the items of one part of a page; hidden until the script shows it.
///
/// An item bears `data-k`, and for each further choice an attribute of its name: `data-s`, `data-d`.
struct FilterForm {
  /// One list to choose from.
  struct Choice {
    /// The attribute's letter: `k`, `s`, `d`.
    let name: String
    let label: String
    let options: [(value: String, text: String)]
  }

  /// The id of the element that holds the items.
  let target: String
  let label: String
  let choices: [Choice]
  let language: Language

  func write(_ html: inout HTMLWriter) {
    html.tag(
      "form", ["class": "filter", "data-for": target, "hidden": "", "role": "search"]
    ) { html in
      html.tag("label") {
        $0.text(label)
        $0.void("input", ["type": "search", "autocomplete": "off"])
      }
      for choice in choices where choice.options.count > 1 {
        html.tag("label") { html in
          html.text(choice.label)
          html.tag("select", ["name": choice.name]) { html in
            html.tag("option", ["value": ""], HeadWord.all.text(language))
            for option in choice.options {
              html.tag("option", ["value": option.value], option.text)
            }
          }
        }
      }
      html.tag("button", ["type": "reset"], HeadWord.clear.text(language))
      html.tag("output", ["aria-live": "polite"], "")
    }
    html.raw("\n")
  }
}
