import Web

/// The entries of menus that a page keeps as data for a script to draw:
/// `var zNodes = [{id: 1, name: "年报", url: "/nb/"}]`.
enum TreeLinks {
  private static let marks = Phrases([
    "zNodes", "zTree", "treeNodes", "treeData", "treedata", "menuData", "menudata", "menuList",
    "navData", "navList",
  ])
  private static let names = ["name", "title", "text", "label"]
  private static let addresses = ["url", "href", "link", "path"]
  private static let most = 1000

  static func links(in script: PageScripts.Script, _ page: ListPage) -> [ScriptLinks.Written] {
    guard script.text.count <= 400_000, marks.occur(in: script.text) else { return [] }
    let tokens = ScriptTokens(script.text)
    var found: [ScriptLinks.Written] = []
    for (place, token) in tokens.tokens.enumerated()
    where token == .mark("{") && tokens.partner[place] > place && found.count < most {
      guard let (name, address) = members(place, tokens), !name.isEmpty,
        let url = WebURL(address, base: page.base)
      else { continue }
      found.append(
        .init(
          node: script.node, url: url, text: String(decoding: name, as: UTF8.self), isListed: true))
    }
    return found
  }

  /// The name and the address among an object's own members, both literals.
  private static func members(
    _ open: Int, _ tokens: ScriptTokens
  ) -> (name: [UInt8], address: [UInt8])? {
    var name: [UInt8]?
    var address: [UInt8]?
    var place = open + 1
    while place + 2 < tokens.partner[open] {
      let key: String
      switch tokens.tokens[place] {
      case .name(let text): key = text
      case .string(let text): key = String(decoding: text, as: UTF8.self)
      case .mark, .number:
        // What lies within is another object's.
        place = max(place, tokens.partner[place]) + 1
        continue
      }
      if tokens.tokens[place + 1] == .mark(":"), case .string(let value) = tokens.tokens[place + 2]
      {
        if names.contains(key.lowercased()) { name = name ?? value }
        if addresses.contains(key.lowercased()) { address = address ?? value }
        place += 3
      } else {
        place += 1
      }
    }
    guard let name, let address, !address.isEmpty else { return nil }
    return (name, address)
  }
}
