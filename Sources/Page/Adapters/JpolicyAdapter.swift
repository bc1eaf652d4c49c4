import Web

/// jpaas-jpolicy, policy search pages: `…/front/info/list` answers JSON, rows at
/// `data.bean.results` with `infoid` in the place of an address (facts: cms.md §1).
let jpolicyAdapter = CMSAdapter(
  name: "jpaas-jpolicy", fills: ["jpaas-jpolicy"],
  requests: { page, scripts in
    ScriptRequests(page: page, scripts: scripts)
      .requests { ByteSearch.find(Array("front/info/list".utf8), in: $0) != nil }
      .compactMap { request in
        var request = request
        // `list?titles=&pageNum=1`: the address may say the page itself.
        let named = request.address.split { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") }
          .map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) }
        let names = named.dropFirst() + request.parameters.map(\.name)
        if !names.contains(where: ScriptRequests.isPageName) {
          request.parameters.append(("pageNo", Array("1".utf8)))
        }
        return request.url(base: page.base)
      }
  },
  answer: AnswerForm(
    paths: ["jpolicy-web-server/front/info/list"],
    keys: .usual(dates: ["publishdate"]),
    detail: { url in
      guard let end = url.path.range(of: "/list") else { return nil }
      return "\(url.path[..<end])/detail?iid="
    }))

extension String {
  /// Where a word begins; nil when it is not there.
  fileprivate func range(of word: String) -> String.Index? { firstRange(of: word)?.lowerBound }
}
