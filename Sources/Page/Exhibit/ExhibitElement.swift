import Markup

/// What becomes of an element of an archived page.
enum ExhibitElement: Equatable {
  /// It goes, with all that is in it.
  case dropped
  /// Its tags go, its content stays.
  case opened
  /// It stays, under a name of ours.
  case kept(StaticString)
  /// A break or rule: no content.
  case void(StaticString)
  /// Its alternative text stands for it.
  case picture

  static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.dropped, .dropped), (.opened, .opened), (.picture, .picture): true
    case (.kept(let left), .kept(let right)), (.void(let left), .void(let right)):
      left.description == right.description
    default: false
    }
  }

  /// Elements without a tag of their own that are dropped whole; all others are opened.
  private static let droppedNames: Set<String> = [
    "svg", "math", "template", "canvas", "audio", "applet", "portal", "noembed", "noframes",
    "track", "bgsound", "map", "dialog", "slot", "fencedframe",
  ]

  static func of(_ document: Document, _ node: NodeIndex) -> ExhibitElement {
    switch document.tag(node) {
    case .script, .style, .noscript, .iframe, .frame, .frameset, .object, .embed, .param, .source,
      .video, .link, .meta, .base, .title, .head, .select, .optgroup, .option, .textarea, .input,
      .area:
      .dropped
    case .html, .body, .tbody: .opened
    case .img: .picture
    case .br: .void("br")
    case .hr: .void("hr")
    case .other:
      droppedNames.contains(
        String(decoding: document.slice(document.nodes[Int(node)].content), as: UTF8.self))
        ? .dropped : .opened
    default: kept(document.tag(node))
    }
  }

  private static func kept(_ tag: Tag) -> ExhibitElement {
    switch tag {
    case .address, .article, .aside, .center, .fieldset, .figure, .footer, .form, .header, .main,
      .nav, .section, .div, .marquee:
      .kept("div")
    case .p, .legend, .figcaption: .kept("p")
    case .h1, .h2: .kept("h2")
    case .h3: .kept("h3")
    case .h4, .h5, .h6: .kept("h4")
    case .blockquote: .kept("blockquote")
    case .pre: .kept("pre")
    case .ul: .kept("ul")
    case .ol: .kept("ol")
    case .li: .kept("li")
    case .dl: .kept("dl")
    case .dt: .kept("dt")
    case .dd: .kept("dd")
    case .table: .kept("table")
    case .caption: .kept("caption")
    case .thead: .kept("thead")
    case .tfoot: .kept("tfoot")
    case .tr: .kept("tr")
    case .th: .kept("th")
    case .td: .kept("td")
    case .b, .strong: .kept("strong")
    case .i, .em, .cite: .kept("em")
    case .sub: .kept("sub")
    case .sup: .kept("sup")
    case .code: .kept("code")
    case .del, .s: .kept("del")
    case .u, .ins: .kept("u")
    case .q: .kept("q")
    case .small: .kept("small")
    case .a, .abbr, .big, .button, .font, .label, .span, .time: .kept("span")
    default: .opened
    }
  }
}
