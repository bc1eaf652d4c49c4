import JSON
import Markup
import Web

/// Hanweb jpaas: a block of the page carries what its script asks
/// `…/jpaas-publish-server/front/page/build/unit` for, in the attribute `querydata` or in an object
/// of the script; the answer is JSON with the rows as markup in `data.html` (facts: cms.md §3).
let jpaasAdapter = CMSAdapter(
  name: "Hanweb jpaas", fills: ["page/build/unit", "jpaas-publish-server", "querydata"],
  requests: JpaasBlocks.requests,
  answer: AnswerForm(paths: ["/front/page/build/unit"], isSizeOurs: true),
  printsFirstPage: true)

/// The blocks of a jpaas page.
private enum JpaasBlocks {
  private static let endpoint = "/api-gateway/jpaas-publish-server/front/page/build/unit"
  private static let mark = Array("page/build/unit".utf8)
  private static let listWords = Phrases(["列表", "信息", "list", "List", "文件", "分页"])
  /// What tells that a block has pages.
  private static let pagers = ["paramJson", "pageNo", "rows", "pageSize"]

  static func requests(_ page: ListPage, _ scripts: PageScripts) -> [WebURL] {
    var blocks = marked(page)
    let made = ScriptRequests(page: page, scripts: scripts).requests {
      ByteSearch.find(mark, in: $0) != nil
    }
    blocks += made.map { ($0, true) }
    let lists = blocks.filter { $0.isList }
    let chosen = lists.isEmpty && blocks.count == 1 ? blocks : lists
    return chosen.prefix(4).compactMap { paged($0.request).url(base: page.base) }
  }

  /// Blocks with the attribute, outside the menus and the foot.
  private static func marked(_ page: ListPage) -> [(request: ScriptRequest, isList: Bool)] {
    var found: [(request: ScriptRequest, isList: Bool)] = []
    for node in 0..<page.document.count where page.document.isElement(node) {
      guard let data = page.document.attribute(node, "querydata"),
        let object = object(Array(data))
      else { continue }
      switch page.regions.part(of: node) {
      case .main, .pager, .related: break
      case .crumb, .menu, .header, .footer, .friends, .side: continue
      }
      let address = page.document.attribute(node, "url").map { Array($0) } ?? Array(endpoint.utf8)
      var request = ScriptRequest(address: address)
      object.forEachMember { name, value in
        guard request.parameters.count < 40, let text = value.written else { return }
        request.parameters.append((String(decoding: name, as: UTF8.self), text))
      }
      let isList = request.parameters.contains { parameter in
        pagers.contains(parameter.name)
          || parameter.name == "tagId" && listWords.occur(in: parameter.value)
      }
      found.append((request, isList))
    }
    return found
  }

  /// The attribute's object; most templates write it with single quotes.
  private static func object(_ data: [UInt8]) -> JSONValue? {
    if let object = JSONValue(data), object.kind == .object { return object }
    guard !data.contains(0x22), let object = JSONValue(data.map { $0 == 0x27 ? 0x22 : $0 }),
      object.kind == .object
    else { return nil }
    return object
  }

  /// The same request with the number of its page, which the answer's other pages are made of.
  private static func paged(_ request: ScriptRequest) -> ScriptRequest {
    var request = request
    let names = request.parameters.map(\.name)
    let address = String(decoding: request.address, as: UTF8.self)
    guard !names.contains("paramJson"), !names.contains("pageNo"), !address.contains("pageNo")
    else { return request }
    let rows = request.parameters.first { $0.name == "rows" || $0.name == "pageSize" }?.value
    let size = rows.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 15
    request.parameters.append(
      ("paramJson", Array("{\"pageNo\":1,\"pageSize\":\(min(max(size, 1), 500))}".utf8)))
    return request
  }
}
