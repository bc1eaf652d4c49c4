import Sites
import Texts
import Web

/// Tells addresses of sections, which lead to columns and units, from those of single columns.
///
/// An unread column hides its own rows. An unread section (政府信息公开, the list of the departments)
/// hides what nobody else links: columns, units, their trees.
struct UnreadSections {
  /// The addresses of columns that other columns stand beneath.
  private var trunks: Set<String> = []
  /// The names that stand in the middle of the way to a column.
  private var steps: Set<FoldedName> = []

  init(_ columns: [Column]) {
    var folders: Set<String> = []
    for column in columns {
      for name in column.path.dropFirst().dropLast() { steps.insert(FoldedName(name)) }
      var above = ColumnBranches.above(column.url.folder)
      // What is known stands in all folders above as well.
      while let folder = above, folders.insert(folder).inserted {
        above = ColumnBranches.above(folder)
      }
    }
    for column in columns where column.url.query == nil && folders.contains(column.url.folder) {
      trunks.insert(column.url.string)
    }
  }

  /// The address was not read, and may lead to columns that nothing else names.
  func contains(_ address: UnreadAddress) -> Bool {
    switch address.outcome.family {
    case .fetched, .notFound, .truncated: return false
    case .blocked, .disallowed, .unreachable, .error: break
    }
    guard !address.isEntry else { return false }
    if trunks.contains(address.url.string) { return true }
    return address.linkTexts.contains { text in
      if steps.contains(FoldedName(text)) { return true }
      let name = TitleText.normalize(text)
      guard name.count <= Self.longest else { return false }
      return Self.names.contains(name)
        || Self.endings.contains { ending in
          name.count >= ending.count && name.suffix(ending.count).elementsEqual(ending)
        }
    }
  }

  /// Twelve characters, in bytes.
  private static let longest = 36
  private static let names = Set(
    [
      "政务", "公开", "政府", "部门", "单位", "机构", "镇街", "乡镇", "街道", "镇办", "专题", "专栏", "专题专栏", "信息", "目录",
      "政府部门", "区直部门", "县直部门", "市直部门", "区直单位", "部门信息", "单位信息", "部门街道", "部门镇街", "镇街部门", "部门导航",
      "镇街信息", "乡镇信息", "公共企事业单位", "重点领域", "法定主动公开内容", "主动公开", "政府信息", "网站地图", "站点地图", "站点导航",
      "网站导航", "子站", "网站群", "走进部门", "政务信息",
    ].map { Array($0.utf8) })
  private static let endings = [
    "信息公开", "政务公开", "公开目录", "公开专栏", "公开平台", "公开内容", "部门公开", "镇街公开", "各部门", "各单位", "部门子站", "单位公开",
  ].map { Array($0.utf8) }
}
