import Web

/// UCAP 开普: `GET /common/search/<channel>?page=…&_isJson=true`, and the tax offices'
/// `POST /getFileListByCodeId` (facts: cms.md §6).
let ucapAdapter = CMSAdapter(
  name: "UCAP", fills: ["/common/search/", "getFileListByCodeId", "getInfoList", "_isAgg="],
  requests: { page, scripts in
    let reader = ScriptRequests(page: page, scripts: scripts)
    let searches = reader.requests { ByteSearch.find(searchMark, in: $0) != nil }
      .compactMap { searched($0).url(base: page.base) }
    let files = reader.requests { ByteSearch.find(filesMark, in: $0) != nil }
      .compactMap { listed($0, reader)?.form(base: page.base) }
    return searches + files
  },
  answer: AnswerForm(
    paths: ["/common/search/", "getfilelistbycodeid"], keys: .usual(dates: ["publishedTimeStr"])))

private let searchMark = Array("/common/search/".utf8)
private let filesMark = Array("getFileListByCodeId".utf8)

/// The search with what makes it answer rows: JSON, a page's number and size.
private func searched(_ request: ScriptRequest) -> ScriptRequest {
  var request = request
  let address = String(decoding: request.address, as: UTF8.self)
  for (name, value) in [
    ("page", "1"), ("_pageSize", "15"), ("_isAgg", "true"), ("_isJson", "true"),
    ("_template", "index"),
  ] {
    let isGiven =
      request.parameters.contains { $0.name == name } || address.contains("?\(name)=")
      || address.contains("&\(name)=")
    if !isGiven { request.parameters.append((name, Array(value.utf8))) }
  }
  return request
}

/// The form of a tax office's list; nil without the channel, whose name in the address is a decoy.
private func listed(_ request: ScriptRequest, _ reader: ScriptRequests) -> ScriptRequest? {
  var request = request
  var form: [(name: String, value: [UInt8])] = []
  for (name, usual) in [("codeId", ""), ("channelId", nil), ("page", "1"), ("size", "15")] {
    let given = request.parameters.first { $0.name == name }?.value
    guard let value = given ?? reader.value(of: name) ?? usual.map({ Array($0.utf8) }) else {
      return nil
    }
    form.append((name, value))
  }
  request.parameters = form
  return request
}
