/// Names the column in which a page stands.
enum ColumnName {
  /// The last breadcrumb step; 正文, the page's own title and 首页 are no columns.
  ///
  /// Without a breadcrumb that names one: meta ColumnName, then a list's own title.
  static func read(
    breadcrumb: [Crumb], metas: PageMetas, title: String?, isArticle: Bool, isList: Bool
  )
    -> String?
  {
    var steps = breadcrumb[...]
    let own = ByteText.squeezed(title ?? "")
    while let last = steps.last {
      let bytes = ByteText.squeezed(last.text)
      let isBody = isGeneric(bytes)
      let isTitle = isArticle && last.url == nil && steps.count > 1 && bytes == own
      guard isBody || isTitle else { break }
      steps = steps.dropLast()
    }
    if let last = steps.last, !BreadcrumbReader.isHome(last.text) { return last.text }
    return metas.columnName ?? (isList ? title : nil)
  }

  /// A step that says what kind of page this is and names no column, as templates write it.
  static func isGeneric(_ step: [UInt8]) -> Bool { generic.contains(step) }

  private static let generic = Set(
    ByteText.words(
      "正文", "内容", "详情", "文章正文", "内容页", "查看", "浏览文章", "详细内容", "文章内容", "信息内容", "列表", "列表页", "信息列表",
      "文章列表", "栏目列表", "栏目页", "图片详情", "新闻详情", "信息详情", "文章详情", "视频详情", "公告详情", "详情页"))
}
