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

  private static let folder = "/gkmlpt/"

  /// A link to the first rows of each column, or to where the tree sends its reader instead.
  static func columns(_ page: ListPage, _ scripts: PageScripts) -> [Link]? {
    guard let url = page.url,
      let site = GkmlptConfiguration.value(of: "SID", scripts)?.written, site.count <= 12,
      site.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let tree = GkmlptConfiguration.value(of: "TREE", scripts)
    guard let root = upToFolder(url) ?? loaded(by: page, scripts) ?? below(url, tree, scripts)
    else { return nil }
    let sid = String(decoding: site, as: UTF8.self)
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

  /// An address up to the system's folder, which the interface lies in; nil where it names none.
  private static func upToFolder(_ url: WebURL) -> String? {
    url.path.firstRange(of: folder).map { url.origin + url.path[..<$0.upperBound] }
  }

  /// The folder that the page loads its scripts and styles from, or that its own script names: a
  /// catalogue may be served as a site's front page.
  private static func loaded(by page: ListPage, _ scripts: PageScripts) -> String? {
    let document = page.document
    for node in 0..<document.count {
      let reference: ArraySlice<UInt8>?
      switch document.tag(node) {
      case .script: reference = document.attribute(node, "src")
      case .link: reference = document.attribute(node, "href")
      default: continue
      }
      if let reference, let found = own(Array(reference), page) { return found }
    }
    let word = Array(folder.utf8)
    for script in scripts.scripts {
      guard let hit = ByteSearch.find(word, in: script.text),
        let open = script.text[..<hit].suffix(200).lastIndex(where: { $0 == 0x22 || $0 == 0x27 })
      else { continue }
      let literal = script.text[(open + 1)..<(hit + word.count)]
      if let found = own(Array(literal), page) { return found }
    }
    return nil
  }

  private static func own(_ reference: [UInt8], _ page: ListPage) -> String? {
    WebURL(reference, base: page.base).flatMap { target in
      target.origin == page.url?.origin ? upToFolder(target) : nil
    }
  }

  /// The folder below a front page that names its tree and nothing of where it lies; a document's
  /// page lies deeper and says nothing of it.
  private static func below(
    _ url: WebURL, _ tree: JSONValue?, _ scripts: PageScripts
  ) -> String? {
    let hasColumns = (tree?.elements ?? []).contains {
      $0["id"]?.number != nil && $0["name"]?.textBytes != nil
    }
    guard hasColumns, GkmlptConfiguration.value(of: "DETAIL", scripts) == nil,
      let end = url.path.lastIndex(of: "/")
    else { return nil }
    return url.origin + url.path[..<end] + folder
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
