import Web

/// Suzhou's szinf: `POST …/interfacesWebZcwj/loadData?pageSize=15` with `pageIndex` and
/// `channel_id`; rows at `data.list`, names in capitals (facts: cms.md §1).
let szinfAdapter = CMSAdapter(
  name: "szinf", fills: ["/szinf/", "interfacesWeb", "loadData?"],
  requests: { page, scripts in
    let reader = ScriptRequests(page: page, scripts: scripts)
    return reader.requests { text in
      ByteSearch.find(Array("/szinf/".utf8), in: text) != nil
        && ByteSearch.find(Array("loadData".utf8), in: text) != nil
    }.compactMap { request in
      var request = request
      if !request.parameters.contains(where: { $0.name == "pageIndex" }) {
        request.parameters.insert(("pageIndex", Array("1".utf8)), at: 0)
      }
      if !request.parameters.contains(where: { $0.name == "channel_id" }),
        let channel = reader.value(of: "channel_id") ?? reader.value(of: "channelId")
      {
        request.parameters.append(("channel_id", channel))
      }
      return request.form(base: page.base)
    }
  },
  answer: AnswerForm(
    paths: ["/szinf/"],
    keys: .usual(titles: ["TITLE"], addresses: ["URL"], dates: ["PUBLISHED_TIME_FORMAT"])))
