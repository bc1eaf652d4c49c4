import JSON
import Markup
import Web

/// gkmlpt, Guangdong's catalogue of government information: `window._CONFIG` holds the site's number
/// and the tree of columns, `/gkmlpt/api/all/<column>?page=…&sid=…` the rows (facts: cms.md §5).
let gkmlptAdapter = CMSAdapter(
  name: "gkmlpt", fills: ["gkmlpt/api", "window._CONFIG", "SERVICE_AREA_ID"],
  columns: GkmlptCatalogue.columns,
  answer: AnswerForm(
    paths: ["/gkmlpt/api/"],
    keys: .usual(
      addresses: ["url", "post_url"], dates: ["display_publish_time", "created_at", "create_time"]))
)

/// Reads `_CONFIG`.
private enum GkmlptCatalogue {
  /// The most columns of a tree.
  private static let most = 1000

  /// A link to the first rows of each column, or to where the tree sends its reader instead.
  static func columns(_ page: ListPage, _ scripts: PageScripts) -> [Link]? {
    guard let url = page.url, let end = url.path.firstRange(of: "/gkmlpt/"),
      let site = GkmlptConfiguration.value(of: "SID", scripts)?.written, site.count <= 12,
      site.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let root = url.origin + url.path[..<end.upperBound]
    let sid = String(decoding: site, as: UTF8.self)
    let tree = GkmlptConfiguration.value(of: "TREE", scripts)
    var found: [Link] = []
    var open = (tree?.elements ?? []).reversed() as [JSONValue]
    while let node = open.popLast(), found.count < most {
      let name = node["name"]?.textBytes.map { DataText.title($0) } ?? []
      let text = String(decoding: name, as: UTF8.self)
      if let jump = node["jump_url"]?.textBytes, !jump.isEmpty {
        if let target = WebURL(jump, base: page.base), !FormRequest.isKey(target) {
          found.append(Link(url: target, text: text, role: .menu))
        }
        continue
      }
      if let id = node["id"]?.number, id >= 0,
        let target = WebURL("\(root)api/all/\(id)?page=1&sid=\(sid)")
      {
        found.append(Link(url: target, text: text, role: .menu))
      }
      open += (node["children"]?.elements ?? []).prefix(most).reversed()
    }
    if found.isEmpty, let all = WebURL("\(root)api/all/0?page=1&sid=\(sid)") {
      found = [Link(url: all, text: "", role: .menu)]
    }
    return found
  }
}

/// The members of `window._CONFIG = {…}`, each read for itself: the object is a script's, and one
/// member that is no literal must not hide the others.
enum GkmlptConfiguration {
  static func value(of name: String, _ scripts: PageScripts) -> JSONValue? {
    let word = Array(name.utf8)
    for script in scripts.scripts
    where ByteSearch.find(Array("_CONFIG".utf8), in: script.text) != nil {
      let text = Array(script.text)
      var from = 0
      while let hit = ByteSearch.find(word, in: text, from: from) {
        from = hit + word.count
        var index = from
        if index < text.count, text[index] == 0x22 || text[index] == 0x27 { index += 1 }
        while index < text.count, text[index] <= 0x20 { index += 1 }
        guard index < text.count, text[index] == 0x3A else { continue }
        if let found = JSONValue.read(text, from: index + 1)?.value { return found }
      }
    }
    return nil
  }
}
