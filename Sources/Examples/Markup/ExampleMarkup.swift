import Dates

/// One manner in which the pages of an example are written down.
///
/// Government sites say the same in many markups; a rule must say the same of all of them.
package enum ExampleMarkup: String, Sendable, CaseIterable {
  /// `ul/li` lists, `h1` titles, label-value lines.
  case list
  /// Table layouts of older systems: rows and fields in nested tables.
  case table
  /// `div` cards with definition lists.
  case cards
}

/// Text made safe for markup.
func escaped(_ text: String) -> String {
  var out = ""
  for character in text.unicodeScalars {
    switch character {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    default: out.unicodeScalars.append(character)
    }
  }
  return out
}

/// A link of a menu or breadcrumb.
struct MenuLink: Sendable {
  var text: String
  var href: String
}

/// A row of a list as markup needs it.
struct ListRow: Sendable {
  var title: String
  /// Nil for a row without an address.
  var href: String?
  var date: CivilDate?
}

/// What surrounds every page: head, menu, breadcrumb, foot.
struct PageFrame: Sendable {
  var title: String
  var site = "示例区人民政府"
  var menu: [MenuLink] = []
  var crumbs: [MenuLink] = []

  /// The whole page around `main`.
  func page(_ main: String, _ markup: ExampleMarkup) -> String {
    let links = menu.map { "<a href=\"\($0.href)\">\(escaped($0.text))</a>" }
    let steps = crumbs.map { "<a href=\"\($0.href)\">\(escaped($0.text))</a>" }
    let nav: String
    let path: String
    switch markup {
    case .list, .cards:
      nav = "<div class=\"nav\"><ul>" + links.map { "<li>\($0)</li>" }.joined() + "</ul></div>"
      path =
        steps.isEmpty
        ? "" : "<div class=\"position\">当前位置：" + steps.joined(separator: " &gt; ") + "</div>"
    case .table:
      nav =
        "<table class=\"menu\" width=\"1000\"><tr>" + links.map { "<td>\($0)</td>" }.joined()
        + "</tr></table>"
      path =
        steps.isEmpty
        ? ""
        : "<table width=\"1000\"><tr><td class=\"dqwz\">您现在的位置："
          + steps.joined(separator: " &gt;&gt; ") + "</td></tr></table>"
    }
    return """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(escaped(title))-\(site)</title>
      </head><body><div class="header"><img src="/logo.png" alt="\(site)"></div>
      \(nav)
      \(path)
      \(main)
      <div class="footer"><p>主办单位：\(site)办公室</p><p>示例ICP备00000001号-1</p></div>
      </body></html>
      """
  }
}
