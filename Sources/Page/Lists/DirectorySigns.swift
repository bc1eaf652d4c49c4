import Markup

/// Recognises pages that list units or columns: 工作机构, 部门列表, 乡镇街道, leaders.
struct DirectorySigns {
  let page: ListPage

  init(_ page: ListPage) { self.page = page }

  private static let unitEndings = Phrases([
    "局", "委", "办", "办公室", "委员会", "中心", "院", "镇", "乡", "街道", "街道办", "办事处", "厅", "处", "所", "站", "队",
    "馆", "社",
    "会", "公司", "集团", "学校", "医院", "政府", "管委会", "法院", "检察院", "银行", "支队", "大队", "分局", "联合会", "部",
  ])

  /// Short links make up most of the main part's text, and there are six of them at least.
  func isDirectory(_ facts: ListFacts) -> Bool {
    guard facts.state == .none, !facts.looksLikeArticle, facts.previews == 0 else { return false }
    if holds(of: [.main, .side], after: 0) { return true }
    // A tree of columns, which is named like a menu: all that stands below the breadcrumb.
    let crumbs = (0..<page.document.count).last { page.regions.part(of: $0) == .crumb }
    return crumbs.map { holds(of: [.main, .side, .menu], after: $0) } ?? false
  }

  private func holds(of parts: [Regions.Part], after start: NodeIndex) -> Bool {
    let document = page.document
    var links = 0
    var units = 0
    var linkText = 0
    var text = 0
    for node in start..<document.count where parts.contains(page.regions.part(of: node)) {
      if document.isText(node), !page.sums.silent[Int(node)] {
        let span = node..<(node + 1)
        text += page.sums.text(span)
        linkText += page.sums.linkText(span)
      } else if document.tag(node) == .a, page.sums.text(document.span(node)) > 0 {
        let name = ByteSearch.squeezed(page.folded(document.span(node))[...])
        guard name.count <= 60 else { continue }
        links += 1
        if Self.unitEndings.end(name) { units += 1 }
      }
    }
    guard links >= 6, linkText * 10 >= text * 6 else { return false }
    return units * 5 >= links * 2 || linkText <= links * 8
  }
}
