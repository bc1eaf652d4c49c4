/// Pagers that a script plug-in draws from a variable: the number of pages is read, their
/// addresses are not known (`var countPage = 12`, `totalPage: 12`).
let pagePluginAdapter = CMSAdapter(name: "page plug-ins") { scripts in
  guard scripts.mention(pageCounts) else { return nil }
  for name in pageCountNames {
    guard let found = scripts.number(name), (1...100_000).contains(found.value) else { continue }
    return ScriptPager(node: found.node, total: found.value, current: nil, scheme: nil)
  }
  return nil
}

private let pageCountNames = [
  "countPage", "totalPage", "totalPages", "pageCount", "pageTotal", "allPage", "maxPage",
  "pagecount", "totalpage", "PageCount", "TotalPage",
]
private let pageCounts = Phrases(pageCountNames)
