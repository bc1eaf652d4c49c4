import Dates
import Markup
import Web

/// Decides what a page is for.
struct KindJudge {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let metas: PageMetas
  let part: MainPart
  let facts: PageFacts
  let lists: ListFacts

  func judge() -> PageKind {
    if isChallenge { return .challenge }
    if isError { return .error }
    if isHome { return .home }
    if isArticle { return articleKind }
    if facts.listState == .readable { return .column }
    if isOfferedFile { return .download }
    if isForm { return .form }
    if lists.isDirectory { return .directory }
    if facts.listState != .none { return .column }
    let title = ByteText.squeezed(facts.title ?? "")
    if isReport(title) { return .article }
    return ByteText.ends(title[...], with: Self.guide) ? .guide : .other
  }

  /// The report of a named year with its text, though the page shows no day.
  private func isReport(_ title: [UInt8]) -> Bool {
    Self.reports.contains { ByteText.ends(title[...], with: $0) }
      && title.contains { (0x30...0x39).contains($0) } && lines.weight(of: part.body) > 0
  }

  /// The page shows the particulars of an article beside a headline, or its metas name one.
  ///
  /// A page whose main list was read is one only when its particulars leave no doubt.
  var isArticle: Bool {
    // Its metas name an article whose headline the page does not show.
    if part.headline == nil, metas.articleTitle != nil, metas.publishDate != nil {
      // Files that it offers, one below the other, are no rows.
      if lists.state == .readable { return facts.listState == .none || offersFiles }
      return facts.listState == .none && lines.weight(of: part.body) > 0
    }
    guard part.headline != nil else { return false }
    if lists.state == .readable, !lists.looksLikeArticle {
      // The list was taken back already: this is an article.
      if facts.listState == .none { return true }
      return !isHeadlineInRows && hasPlainParticulars || offersFiles
    }
    let hasParticulars = part.head.contains { line in
      !lines.facts[line].dates.isEmpty && lines.facts[line].isInfo
        || lines.labels(of: line).contains { $0.role == .published || $0.role == .source }
    }
    if metas.articleTitle != nil { return true }
    return hasParticulars || facts.publishedOn != nil || isNumberedDocument || isUndatedNotice
  }

  /// A notice that shows no day: the title tag bears out its headline, which names its kind (…的通知) or stands
  /// in a column of notices, and running text follows.
  private var isUndatedNotice: Bool {
    guard lists.state == .none, !lists.isDirectory, let headline = part.headline,
      headline.score >= MainPart.certain, lines.weight(of: part.body) > 0,
      headline.lines.allSatisfy({ lines.flow.lines[$0].linkBytes == 0 })
    else { return false }
    let title = ByteText.squeezed(headline.text)
    guard title.count >= 24 else { return false }
    let steps = facts.breadcrumb.dropFirst().map { ByteText.squeezed($0.text) }
    let isNotice =
      Self.noticeEndings.contains { ByteText.ends(title[...], with: $0) }
      || steps.contains { $0 != title && ByteText.containsAny($0[...], of: Self.noticeColumns) }
    return isNotice && formFields < 4
  }

  /// A document's own number stands by the headline and its text below: some pages show no day.
  private var isNumberedDocument: Bool {
    facts.documentNumber != nil && lists.state == .none && lines.weight(of: part.body) > 0
  }

  /// The headline stands in a row of the main list: its particulars are the row's.
  private var isHeadlineInRows: Bool {
    guard let list = lists.mainList, let headline = part.headline,
      document.span(list).contains(headline.node)
    else { return false }
    var row = headline.node
    while row != 0, document.parent(of: row) != list { row = document.parent(of: row) }
    let titles = Set(facts.entries.map { ByteText.squeezed($0.title) })
    let own = Set(document.all(.a, in: row).map { ByteText.squeezed(document.text(of: $0)) })
    // An element that holds all entries is no row but what stands around the list.
    let shared = own.intersection(titles).count
    return shared > 0 && shared < titles.count
  }

  /// A day stands below the headline, and what reads like rows are files: attachments.
  private var offersFiles: Bool {
    let rows = facts.entries.filter { $0.url != nil }
    let isDated = metas.articleTitle != nil && metas.publishDate != nil || isDatedHead
    guard !rows.isEmpty, isDated else { return false }
    return rows.allSatisfy { entry in
      if AttachmentReader.isFile(Array(entry.title.utf8)[...]) { return true }
      guard let url = entry.url else { return false }
      return AttachmentReader.isFile(Array(url.path.utf8)[...])
        || AttachmentReader.isDownload(Array(url.string.utf8)[...])
    }
  }

  /// A line of particulars with a day, labelled or bare, stands below a headline that is no link,
  /// before any link.
  private var isDatedHead: Bool {
    guard let headline = part.headline,
      headline.lines.allSatisfy({ lines.flow.lines[$0].linkBytes == 0 })
    else { return false }
    for line in part.head {
      let found = lines.flow.lines[line]
      if found.linkBytes * 2 > found.range.count, found.range.count >= 12 { return false }
      guard found.linkBytes == 0, !lines.facts[line].dates.isEmpty else { continue }
      if lines.facts[line].isInfo || part.byline == line { return true }
    }
    return false
  }

  /// A publish date and another particular stand right below the headline.
  ///
  /// The date is labelled, or stands before a label of the source; beside a short list a line
  /// 发布日期 alone right below the headline is enough.
  private var hasPlainParticulars: Bool {
    var isDated = false
    var others = 0
    for line in part.head {
      let dates = lines.dates(of: line)
      for label in lines.labels(of: line) {
        switch label.role {
        case .published:
          if !dates.isEmpty, line == part.head.lowerBound, facts.entries.count < 5 { others += 1 }
          isDated = isDated || !dates.isEmpty
        case .dated: isDated = isDated || !dates.isEmpty
        case .source:
          isDated = isDated || (dates.first?.range.lowerBound ?? label.start) < label.start
          others += 1
        case .particular, .publisher: others += 1
        case .issued, .written, .documentNumber, .indexNumber, .other: break
        }
      }
    }
    return isDated && others > 0
  }

  private var isHome: Bool {
    guard !isArticle, facts.breadcrumb.count < 2, outline.links.count >= 10 else { return false }
    if saysHome || isWhereHomeLeads { return true }
    guard outline.links.count >= 20 else { return false }
    if let path = facts.url?.path.lowercased() {
      if path == "/" { return true }
      let segments = path.split(separator: "/")
      if segments.count == 1, let name = segments.first,
        name.hasPrefix("index.") || name.hasPrefix("default.") || name.hasPrefix("home.")
      {
        return true
      }
      return false
    }
    return metas.siteName.map { ByteText.squeezed($0) == ByteText.squeezed(metas.titleTag) }
      ?? false
  }

  /// 首页 is a part of the title tag: `首页-某县信用网`, at whatever address.
  private var saysHome: Bool {
    let parts = TitleParts.split(metas.titleTag)
    guard parts.count == 2, facts.listState != .readable else { return false }
    return parts.contains(where: Self.namesHome)
  }

  /// A link 首页 leads to this very page, which stands in no breadcrumb:
  /// `/web/index/index.html`.
  private var isWhereHomeLeads: Bool {
    guard facts.breadcrumb.isEmpty, metas.columnName == nil, let url = facts.url,
      url.path.utf8.count > 1
    else { return false }
    return outline.links.prefix(60).contains { link in
      let span = document.span(link)
      guard span.count <= 5,
        span.contains(where: { document.isText($0) && Self.isHomeName(document.content($0)) }),
        let href = document.attribute(link, "href"), href.contains(UInt8(ascii: "/"))
      else { return false }
      return WebURL(href, base: url) == url
    }
  }

  private static func isHomeName(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest.count <= 12 && homeNames.contains { rest.elementsEqual($0) }
  }

  private static let homeNames = ByteText.words("首页", "网站首页", "主页")

  /// The word for a site's first page, as title tags have it.
  static func namesHome(_ part: String) -> Bool { ["首页", "网站首页", "主页"].contains(part) }

  private var articleKind: PageKind {
    let title = ByteText.squeezed(facts.title ?? "")
    let column = ByteText.squeezed(facts.column ?? "")
    func names(_ text: [UInt8], _ words: WordSet) -> Bool { words.occurs(in: text[...]) }
    if isOfferedFile { return .download }
    if Self.formEndings.contains(where: { ByteText.ends(title[...], with: $0) }) { return .form }
    // 资金申报指南 among the notices is a document; 办事指南 is a guide wherever it stands.
    let isGuide =
      names(title, Self.certainGuides)
      || names(title, Self.guides) && names(column, Self.guidesAndServices)
    if isGuide || names(column, Self.guides) { return .guide }
    return !facts.attachments.isEmpty && names(title, Self.downloads) ? .download : .article
  }

  /// A file on a page that stands below 下载中心, 表格下载 and their like.
  private var isOfferedFile: Bool {
    guard !facts.attachments.isEmpty else { return false }
    let steps = facts.breadcrumb.dropFirst().map(\.text) + [facts.column].compactMap { $0 }
    return steps.contains { Self.downloads.occurs(in: ByteText.squeezed($0)[...]) }
  }

  /// A form to fill in: three fields or more that are no search, or a page that says so.
  private var isForm: Bool {
    let title = ByteText.squeezed(facts.title ?? "")
    if ByteText.containsAny(title[...], of: Self.forms) { return true }
    return formFields >= 4
  }

  /// The fields of the page's largest form: text areas, selects, inputs of text and choices.
  var formFields: Int {
    outline.forms.map { form in
      document.descendants(of: form).lazy.filter { isField($0) }.prefix(50).count
    }.max() ?? looseFields
  }

  /// The fields of a page without forms, which a script sends: some text is to be written.
  private var looseFields: Int {
    let fields = document.descendants(of: 0).filter { isField($0) }
    return fields.contains { document.tag($0) == .textarea } ? min(50, fields.count) : 0
  }

  private static let fieldTypes = ["text", "search", "radio"].map { Array($0.utf8) }

  private func isField(_ node: NodeIndex) -> Bool {
    switch document.tag(node) {
    case .textarea, .select: return true
    case .input:
      let kind = document.attribute(node, "type").map { ByteText.lowered($0) } ?? []
      return kind.isEmpty || Self.fieldTypes.contains { $0 == kind }
    default: return false
    }
  }

  private var isChallenge: Bool {
    let text = lines.flow.bytes
    guard text.count <= 3000 else { return false }
    if Self.refusals.occurs(in: text[...]) { return true }
    guard text.count <= 400 else { return false }
    return document.all(.script, in: 0).prefix(20).contains { script in
      document.descendants(of: script).first.map {
        ByteText.containsAny(document.content($0), of: Self.challengeScripts)
      } ?? false
    }
  }

  private var isError: Bool {
    guard lines.flow.bytes.count <= 2400, lines.weight(of: 0..<lines.facts.count) < 900,
      facts.publishedOn == nil
    else { return false }
    let tag = ByteText.squeezed(metas.titleTag)
    if Self.errorTitles.occurs(in: tag[...]) { return true }
    let isSmall = lines.flow.bytes.count <= 900
    if isSmall, ByteText.containsAny(tag[...], of: Self.closedTitles) { return true }
    return isSmall && Self.errorTexts.occurs(in: lines.flow.bytes[...])
  }

  private static let noticeEndings = ByteText.words(
    "通知", "公告", "公示", "通告", "通报", "公报", "启事", "简章", "决定", "批复", "意见", "办法", "细则", "方案")
  private static let noticeColumns = ByteText.words("通知", "公告", "公示", "通告")
  private static let guideWords = ByteText.words("指南", "办事流程", "办理流程", "办事须知", "服务事项")
  private static let guides = WordSet(guideWords)
  private static let certainGuides = WordSet(
    ByteText.words(
      "办事指南", "服务指南", "公开指南", "办理指南", "申请指南", "办事流程", "办理流程", "办事须知", "服务事项"))
  private static let guidesAndServices = WordSet(
    guideWords + ByteText.words("办事", "服务", "事项", "业务"))
  private static let guide = Array("指南".utf8)
  private static let reports = ByteText.words("年度报告", "工作年报", "公开年报")
  private static let forms = ByteText.words(
    "依申请公开", "申请表", "诉求", "在线申请", "我要写信", "我要留言", "在线投诉", "信箱", "在线咨询", "网上申请")
  private static let formEndings = ByteText.words("申请表", "登记表", "申报表", "审批表", "报名表")
  private static let downloads = WordSet(ByteText.words("下载", "表格"))
  private static let refusals = WordSet(
    ByteText.words(
      "当前访问疑似黑客攻击", "您的请求带有不合法参数", "网站防火墙", "D盾_拦截提示", "请求已被拦截", "访问被拦截",
      "您的访问被阻断", "安全狗", "云锁", "checking your browser", "Checking your browser", "疑似攻击", "创宇盾",
      "被拦截", "Access Denied", "访问禁止", "正在进行安全检查", "安全验证"))
  private static let challengeScripts = ByteText.words(
    "$_ts", "acw_sc__v", "__jsl_clearance", "_clearance_s", "C3VK", "FSSBB", "__jsluid", "arg1=",
    "_$jsvmprt")
  private static let errorTitles = WordSet(
    ByteText.words(
      "404", "页面不存在", "找不到", "无法访问", "NotFound", "系统提示", "出错了", "错误页", "访问出错", "页面没有找到",
      "502BadGateway", "503Service", "500Internal", "403Forbidden"))
  /// Titles of what stands in a whole site's place for a time.
  private static let closedTitles = ByteText.words(
    "网站维护", "系统维护", "网站升级", "系统升级", "网站关闭", "暂停访问", "暂停服务")
  private static let errorTexts = WordSet(
    ByteText.words(
      "页面不存在", "您访问的页面", "您要查看的页面", "页面找不到", "找不到页面", "Not Found", "已被删除", "无法找到该页",
      "页面没有找到", "文件不存在", "页面已删除", "访问的内容不存在", "VBScript 运行时错误", "VBScript 编译器错误", "服务器内部错误",
      "Server Error in", "Internal Server Error"))
}
