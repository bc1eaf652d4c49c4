import Markup
import Web

/// Hanweb's old catalogue of information: a form with `infotypeId`, `jdid`, `area`, `currpage` … that
/// is posted to `/module/xxgk/search.jsp`, which answers rows as markup (facts: cms.md §8).
let hanwebSearchAdapter = CMSAdapter(
  name: "Hanweb xxgk search", fills: ["xxgk/search.jsp"], requests: HanwebSearch.requests)

/// The form of the page.
private enum HanwebSearch {
  private static let mark = Array("xxgk/search.jsp".utf8)
  private static let names: Set<String> = [
    "infotypeid", "jdid", "area", "divid", "vc_title", "vc_number", "sortfield", "currpage",
    "vc_filenumber", "vc_all", "texttype", "fbtime", "standardxxgk", "webid",
  ]

  static func requests(_ page: ListPage, _ scripts: PageScripts) -> [WebURL] {
    let document = page.document
    for form in 0..<document.count where document.tag(form) == .form {
      guard let action = document.attribute(form, "action"),
        ByteSearch.find(mark, in: action) != nil
      else { continue }
      var request = ScriptRequest(address: Array(action), isPost: true)
      for field in document.all(.input, in: form) {
        guard let name = document.attribute(field, "name") else { continue }
        let word = String(decoding: name, as: UTF8.self)
        guard names.contains(word.lowercased()) else { continue }
        request.parameters.append((word, Array(document.attribute(field, "value") ?? [])))
      }
      return [paged(request)].compactMap { $0.form(base: page.base) }
    }
    return ScriptRequests(page: page, scripts: scripts)
      .requests { ByteSearch.find(mark, in: $0) != nil }
      .filter { !$0.parameters.isEmpty }.compactMap { paged($0).form(base: page.base) }
  }

  private static func paged(_ request: ScriptRequest) -> ScriptRequest {
    var request = request
    request.parameters.removeAll { $0.name.lowercased() == "currpage" }
    request.parameters.append(("currpage", Array("1".utf8)))
    return request
  }
}
