import Dates
import Markup
import Web

/// One page while it is read: the tree, its lines, and what was found so far.
///
/// A reference: closures of a dozen readers hold it, and nothing of it changes.
final class PageReading {
  let document: Document
  let url: WebURL?
  /// The address against which links are resolved: `<base href>`, else the page's own.
  let base: WebURL?
  let fetchedAt: Timestamp?
  let outline: PageOutline
  let metas: PageMetas
  let lines: PageLines
  let values: [LabelledValue]
  let breadcrumb: [Crumb]
  let titles: TitleFinder
  let part: MainPart
  let lists: ListFacts

  init(_ document: Document, url: WebURL?, fetchedAt: Timestamp?) {
    self.document = document
    self.url = url
    self.fetchedAt = fetchedAt
    base = Self.base(of: document, url: url)
    let names = PageNames(document)
    outline = PageOutline(document, names: names)
    metas = PageMetas(document)
    // Before the lines: the figures that tell lists are gone by then.
    var lists = ListReader.read(document, names: names, url: url, fetchedAt: fetchedAt)
    let words = lists.takeWords()
    self.lists = lists
    lines = PageLines(
      FlowBuilder.flow(of: document), of: document, words: words, readAt: fetchedAt)
    values = FieldReader(document: document, lines: lines).read()
    breadcrumb = BreadcrumbReader(
      document: document, lines: lines, outline: outline, base: base
    ).read()
    let finder = TitleFinder(
      document: document, lines: lines, outline: outline, metas: metas,
      siteName: SiteNameReader(lines: lines, metas: metas).provisional(),
      columns: Self.columns(breadcrumb))
    titles = finder
    part = MainPart(
      document, lines, outline, headline: finder.headline() ?? finder.named(by: values))
  }

  /// All steps but a last one that is as long as a title and no link.
  private static func columns(_ breadcrumb: [Crumb]) -> Set<[UInt8]> {
    let linked = breadcrumb.enumerated().filter {
      $1.url != nil || $0 + 1 < breadcrumb.count || $1.text.utf8.count < 24
    }
    return Set(linked.map { ByteText.squeezed($1.text) })
  }

  private static func base(of document: Document, url: WebURL?) -> WebURL? {
    guard let node = document.first(.base, in: 0), let href = document.attribute(node, "href")
    else {
      return url
    }
    return WebURL(href, base: url) ?? url
  }

  private var publishDate: PublishDate {
    PublishDate(
      document: document, lines: lines, values: values, part: part, metas: metas, url: url,
      fetchedAt: fetchedAt)
  }

  func dateCandidates() -> [DateCandidate] { publishDate.candidates() }

  /// Fills in what the tree tells.
  func fill(_ facts: inout PageFacts, _ depth: PageReader.Depth) {
    facts.metas = metas.all
    facts.breadcrumb = breadcrumb
    facts.redirect = RedirectReader(document: document, lines: lines, metas: metas, base: base)
      .read()
    facts.frames = lists.frames
    facts.menuScripts = lists.menuScripts
    facts.feeds = FeedReader(document: document, base: base).read()
    facts.links = lists.links
    facts.listState = lists.state
    facts.entries = lists.entries
    facts.nextPages = lists.nextPages
    facts.statedPages = lists.statedPages
    facts.statedEntries = lists.statedEntries
    facts.requests = lists.requests
    facts.leadsOn = lists.leadsOn
    facts.blindLinks = lists.blindLinks
    facts.awaitsRelated = lists.awaitsRelated
    fillDate(&facts, depth)
    let body = BodyFacts(document: document, lines: lines, outline: outline, part: part)
    fillBody(&facts, body)
    if depth == .judging {
      fillParticulars(&facts)
      fillBodyMore(&facts, body)
    }
    fillIdentity(&facts, body)
    if depth == .judging { fillMore(&facts) }
  }

  /// Day and number: what tells a page with a content of its own from a notice.
  private func fillDate(_ facts: inout PageFacts, _ depth: PageReader.Depth) {
    let dates = dateCandidates()
    if let date = dates.first {
      facts.publishedOn = date.date
      facts.publishedOnSource = date.source
      if depth == .judging { facts.dateConflicts = DateConflict.among(dates) }
    }
    facts.documentNumber =
      DocumentNumber(document: document, lines: lines, values: values, part: part).read()
  }

  /// Source, publisher, numbers: what the line of particulars and tables say.
  private func fillParticulars(_ facts: inout PageFacts) {
    facts.writtenOn = WrittenDate(document: document, lines: lines, values: values, part: part)
      .read()
    let short = SourceReader(document: document, lines: lines, values: values)
    let source = short.value(of: .source, in: part)
    facts.source =
      source.text
      ?? (source.shown || part.headline == nil && metas.articleTitle == nil
        ? nil : metas.contentSource)
    facts.publisher = short.value(of: .publisher, in: part).text
    facts.indexNumber = short.value(of: .indexNumber, in: part).text
      .flatMap { $0.utf8.contains { (0x30...0x39).contains($0) } ? $0 : nil }
    facts.fields = fields()
  }

  private func fields() -> [Field] {
    FieldReader(document: document, lines: lines).fields(values.filter(isContent))
  }

  /// Not in the page's foot or breadcrumb: what stands there is the site's own, the same on every page.
  func isContent(_ value: LabelledValue) -> Bool {
    let part = lists.part(of: lines.flow.lines[value.line].block)
    return part != .footer && part != .crumb
  }

  private func fillBody(_ facts: inout PageFacts, _ body: BodyFacts) {
    facts.textLength = body.length()
    facts.attachments = AttachmentReader(
      document: document, lines: lines, outline: outline, part: part, base: base
    ).read()
  }

  /// Headings, pictures, documents that go with it.
  private func fillBodyMore(_ facts: inout PageFacts, _ body: BodyFacts) {
    facts.headings = body.headings()
    facts.bodyImages = body.images()
    facts.relatedDocuments = RelatedDocumentReader(
      document: document, lines: lines, outline: outline, part: part, base: base
    ).read()
  }

  /// Kind, title, site and column; what does not fit the kind is taken back.
  private func fillIdentity(_ facts: inout PageFacts, _ body: BodyFacts) {
    func judge() -> KindJudge {
      KindJudge(
        document: document, lines: lines, outline: outline, metas: metas, part: part, facts: facts,
        lists: lists)
    }
    let isArticle = judge().isArticle
    if isArticle { withdrawList(&facts) }
    facts.keepText(isArticle ? body.text() : wholeText(&facts) ?? body.text())
    if !isArticle, listsAttachments(facts) { takeAttachments(&facts) }
    let site = SiteNameReader(lines: lines, metas: metas, isFooter: isFooter)
    let first = judge().judge()
    facts.siteName = site.read(
      headline: isArticle ? part.headline?.text : nil, breadcrumb: facts.breadcrumb,
      isHome: first == .home)
    let title = PageTitle(
      lines: lines, metas: metas, headline: part.headline, breadcrumb: facts.breadcrumb,
      siteName: facts.siteName, isInFrame: outline.isInFrame, soleHeading: titles.soleHeading,
      listHeading: listHeading)
    let beside = first == .column ? title.besideSite() : nil
    facts.title =
      beside
      ?? (first == .home || first == .error
        ? title.ofHome() : isArticle ? title.ofArticle() : title.ofColumn())
    if facts.title == nil { facts.title = title.ofTable(document, outline) }
    if !isArticle, facts.title == facts.siteName { facts.title = matter(facts) ?? facts.title }
    facts.column = ColumnName.read(
      breadcrumb: facts.breadcrumb, metas: metas, title: facts.title, isArticle: isArticle,
      isList: facts.listState != .none && facts.title != facts.siteName)
    let last = judge()
    facts.kind = last.judge()
    facts.formFields = last.formFields
    if facts.kind == .other || facts.kind == .directory, facts.listState == .none,
      facts.textLength < 60
    {
      fillLoneMedia(&facts, body)
    }
    if facts.kind == .home, facts.breadcrumb.isEmpty { facts.column = metas.columnName }
    if !isArticle { withdrawParticulars(&facts) }
    // The blocks of a home page are previews: no list of its own.
    if facts.kind == .home, facts.listState == .elsewhere { withdrawList(&facts) }
  }

  /// Pictures and files that are all that a page shows beside its name.
  private func fillLoneMedia(_ facts: inout PageFacts, _ body: BodyFacts) {
    let isMain = { [lists] (node: NodeIndex) in lists.part(of: node) == .main }
    if facts.bodyImages == 0 { facts.bodyImages = body.loneImages(isMain) }
    guard facts.attachments.isEmpty else { return }
    facts.attachments = AttachmentReader(
      document: document, lines: lines, outline: outline, part: part, base: base
    ).readLoose(isMain)
  }

  /// The name of the matter that a service guide's fields give, where the title tag names the site alone.
  private func matter(_ facts: PageFacts) -> String? {
    guard facts.listState == .none else { return nil }
    let elements = fields().filter { GuideWords.element(of: $0.label) != nil }
    guard elements.count >= 4 else { return nil }
    return elements.first { GuideWords.element(of: $0.label) == .itemName }?.value
  }

  /// The heading right over the main list's rows, with no link between it and them.
  private func listHeading() -> String? {
    guard let list = lists.mainList,
      let first = lines.flow.lines(in: list, of: document)
        .first(where: { lines.flow.lines[$0].linkBytes > 0 })
    else { return nil }
    if let legend = legend(over: list) { return legend }
    let near = outline.headings.last { node in
      let run = lines.flow.lines(in: node, of: document)
      return run.count == 1 && run.upperBound <= first && run.lowerBound + 6 >= first
    }
    guard let near else { return nil }
    let run = lines.flow.lines(in: near, of: document)
    guard (run.upperBound..<first).allSatisfy({ lines.flow.lines[$0].linkBytes == 0 }) else {
      return nil
    }
    let text = lines.flow.joined(run)
    let name = ByteText.squeezed(text)
    if TitleFinder.isEnumerated(name) { return nil }
    let isLink = lines.flow.lines[run.lowerBound].linkBytes > 0
    if isLink, Self.siteServices.contains(name) { return nil }
    return (6...60).contains(name.count) && !Self.buttons.contains(name) ? text : nil
  }

  /// The name that the `fieldset` around a list gives it.
  private func legend(over list: NodeIndex) -> String? {
    guard let set = document.ancestor(of: list, tagged: .fieldset),
      let legend = document.children(of: set).first(where: { document.tag($0) == .legend })
    else { return nil }
    let text = lines.flow.joined(lines.flow.lines(in: legend, of: document))
    let name = ByteText.squeezed(text)
    return (6...60).contains(name.count) && !Self.buttons.contains(name) ? text : nil
  }

  /// Links to a site's own pages: over the rows of another page they name no list.
  private static let siteServices = Set(
    ByteText.words(
      "网站地图", "站点地图", "本站地图", "联系我们", "关于我们", "网站声明", "设为首页", "加入收藏", "收藏本站"))
  /// What stands on buttons: it heads no list.
  private static let buttons = Set(
    ByteText.words("搜索", "搜一搜", "检索", "查询", "站内搜索", "高级搜索", "登录", "注册", "提交", "返回"))

  /// What a page without particulars says: everything but its frame.
  ///
  /// A page that is frame and nothing else keeps what was taken for its text: nil.
  private func wholeText(_ facts: inout PageFacts) -> KeptText? {
    let body = BodyFacts(document: document, lines: lines, outline: outline, part: part).whole {
      [lines, lists] line in
      if lines.facts[line].isFoot { return true }
      switch lists.part(of: lines.flow.lines[line].block) {
      case .main, .side, .related, .header, .menu, .friends, .pager: return false
      case .crumb, .footer: return true
      }
    }
    let length = body.length()
    guard length > 0 else { return nil }
    facts.textLength = length
    return body.text()
  }

  /// The rows of an article are its table or its neighbours: no list of the site.
  func withdrawList(_ facts: inout PageFacts) {
    let asked = Set(facts.requests)
    if !asked.isEmpty { facts.links.removeAll { $0.role == .pager && asked.contains($0.url) } }
    facts.entries = []
    facts.listState = .none
    facts.nextPages = []
    facts.requests = []
    facts.statedPages = nil
    facts.statedEntries = nil
    facts.leadsOn = false
  }

  /// A list or a home page has no publish date, source or attachments of its own.
  private func withdrawParticulars(_ facts: inout PageFacts) {
    facts.publishedOn = nil
    facts.publishedOnSource = .none
    facts.dateConflicts = []
    facts.source = nil
    if facts.listState == .readable {
      facts.documentNumber = nil
      facts.indexNumber = nil
    }
    switch facts.kind {
    case .other, .form, .download: break
    // Beside a menu of columns a page may offer its content as a file.
    case .directory where facts.textLength < 60 && facts.listState == .none: break
    default: facts.attachments = []
    }
  }
}
