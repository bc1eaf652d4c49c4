import Page
import Texts

/// What can be said of a page's content.
enum PageContent {
  /// Text shorter than this (characters, white space not counted) is a caption, not a content.
  static let caption = 30

  /// There is a text, a picture, an attachment, or labelled values beyond those of every page.
  static func holdsSomething(_ facts: PageFacts) -> Bool {
    (facts.textLength > 0 && !Placeholder.isPlaceholder(facts.textStart(Placeholder.enough))
      && !isNameAlone(facts))
      || facts.bodyImages > 0
      || !facts.attachments.isEmpty
      || facts.textLength == 0 && facts.fields.contains(where: isContent)
  }

  /// A page that is no article shows its name, the way to it, menus, and words of any page.
  private static func isNameAlone(_ facts: PageFacts) -> Bool {
    switch facts.kind {
    case .other, .column, .directory: if facts.textLength >= 300 { return false }
    default: return false
    }
    var names = Set([facts.title, facts.column].compactMap { $0.map(TitleText.normalize) })
    // A directory's links are what it holds.
    if facts.kind != .directory {
      for link in facts.links
      where (link.role == .menu || link.role == .breadcrumb) && link.text.utf8.count <= 60 {
        names.insert(TitleText.normalize(link.text))
      }
    }
    // Headings of menus.
    var headings = 0
    return facts.text.split(separator: "\n").allSatisfy { line in
      let words = TitleText.normalize(String(line))
      if words.isEmpty || names.contains(words) || Placeholder.isPlaceholder(String(line))
        || fixtures.contains(where: { words.starts(with: $0) })
      {
        return true
      }
      headings += 1
      return headings <= mostHeadings && words.count <= longestHeading
        && words.allSatisfy { $0 >= 0x80 }
    }
  }

  private static let mostHeadings = 2
  /// Six characters, in bytes.
  private static let longestHeading = 18

  /// How lines begin that any page may have beside its content.
  private static let fixtures = [
    "当前位置", "您的位置", "您现在的位置", "所在位置", "首页", "返回", "打印", "【打印", "关闭", "【关闭", "分享", "收藏", "上一页",
    "下一页", "浏览次数", "点击数", "加载中", "正在加载", "数据加载", "敬请期待", "内容更新中", "暂无", "此栏目暂无", "该栏目暂无",
    "本栏目暂无", "网站首页",
  ].map { Array($0.utf8) }

  /// What stands about any page: when, by whom, how often read, under which number.
  private static let about = [
    "位置", "时间", "日期", "来源", "出处", "作者", "编辑", "审核", "校对", "录入", "浏览", "点击", "阅读", "访问", "人气",
    "字体", "字号", "字大小", "分享", "打印", "关闭", "索引", "文号", "机构", "机关", "单位", "主题", "分类", "类别", "组配",
    "有效", "状态", "关键", "标题", "名称", "栏目", "上一", "下一", "扫一扫", "责任",
  ].map { Array($0.utf8) }

  /// How the names of offices and sites end, which menus show above what they hold.
  private static let offices = ["局", "委", "府", "办", "室", "会", "镇", "街道", "中心", "网", "站", "公司"]
    .map { Array($0.utf8) }

  private static func isContent(_ field: Field) -> Bool {
    let label = TitleText.normalize(field.label)
    return !label.isEmpty && !Placeholder.isPlaceholder(field.value)
      && !about.contains { label.place(of: $0) != nil }
      && !offices.contains { label.count >= $0.count && label.suffix($0.count).elementsEqual($0) }
  }

  /// What it says stands in a picture, an attachment or another page's frame, where it can't be read.
  static func isOutOfSight(_ facts: PageFacts) -> Bool {
    facts.textLength < 2 * caption
      && (facts.bodyImages > 0 || !facts.attachments.isEmpty
        || !facts.frames.isEmpty && facts.listState == .none && facts.entries.isEmpty)
  }

  /// Where the content of a page is that is out of sight.
  static func whereabouts(_ facts: PageFacts, _ filesAreRead: Bool) -> Bilingual {
    facts.bodyImages == 0 && (filesAreRead || facts.attachments.isEmpty)
      ? Wording.text("内容在嵌入的网页中，无法读取", "its content is in the frame of another page")
      : Wording.text("内容在图片或附件中，无法读取", "its content is a picture or an attachment")
  }

  /// It offers documents and says less than a screen of text itself.
  static func leavesMuchToFiles(_ facts: PageFacts) -> Bool {
    !facts.attachments.isEmpty && facts.textLength < 500
  }

  /// Why a page can't show that something is not on it; nil when it can.
  ///
  /// `files` are the page's documents where these were looked at, too.
  static func doubt(_ facts: PageFacts, _ files: PageFiles? = nil) -> Bilingual? {
    if let doubt = files?.doubts.first { return doubt }
    let isRead = files.map { !$0.read.isEmpty } ?? false && facts.bodyImages == 0
    if !isRead, isOutOfSight(facts) || !facts.attachments.isEmpty {
      return facts.bodyImages == 0 && facts.attachments.isEmpty
        ? whereabouts(facts, false)
        : Wording.text("内容可能在图片或附件中，未能读取", "it may stand in a picture or an attachment")
    }
    if isCut(facts) { return Wording.text("页面未能读全", "the page was not read to its end") }
    if facts.listState == .unreadable {
      return Wording.text("内容由脚本生成，无法读取", "a script fills the page")
    }
    return nil
  }

  /// The page's text goes on beyond what was kept or received.
  static func isCut(_ facts: PageFacts) -> Bool {
    // Documents say themselves when they were cut.
    facts.isTruncated || facts.kind != .download && facts.textBytes >= 65_000
  }
}
