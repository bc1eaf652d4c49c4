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
        let address = String(decoding: request.address, as: UTF8.self)
        let isPaged =
          request.parameters.contains { ScriptRequests.isPageName($0.name) }
          || address.contains("pageNo=") || address.contains("page=")
        if !isPaged { request.parameters.append(("pageNo", Array("1".utf8))) }
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
