import Page
import Web

extension SiteRecords {
  /// What takes the place of a page's own content: the words of a fence, a fault, an unlock.
  private static let notice = Outcome(code: "page.notice", family: .truncated)
  /// A page with more text says something of its own, in characters.
  private static let longestNotice = 200
  /// A page with more links stands in a site's template.
  private static let mostLinks = 6
  /// A server's own first page is a picture that leads to its maker.
  private static let mostPictures = 2
  /// Longer lines are running text, in characters.
  private static let longestLine = 80

  /// What no line of a column's own says, and what scripts of a site answer in its template when
  /// they failed.
  private static let faults = [
    "请稍后再试", "请稍候再试", "请稍后重试", "请稍候重试", "请稍后访问", "请稍后再访问", "您无权", "您没有权限", "您没有访问",
    "无权访问", "没有权限访问", "没有访问权限", "没有查看权限", "服务器繁忙", "系统繁忙", "数据库连接", "连接数据库",
    "SQLException", "mysql_connect", "mysqli_connect", "SQLSTATE[", "OLE DB Provider",
    "Fatal error:", "Stack trace", "NullPointerException", "Uncaught exception",
    "VBScript 运行时错误",
  ]

  /// The records, with pages that show a few words in place of content taken for read in part.
  ///
  /// A fence, a fault or a lock often answers with a good status and words that nobody can list in
  /// full. Such a page is known by what it lacks: rows, days, particulars, and any link into its own
  /// site but to the front page, which pages of a site's template have. Within the template it is
  /// known by a line that tells of a fault; that one may pass a rule, and neither shows that something
  /// is missing.
  func settingNoticesAside() -> SiteRecords {
    let found = pages.indices.compactMap { index in sign(pages[index]).map { (index, $0) } }
    guard !found.isEmpty else { return self }
    // What a list's interface answered is the list's affair, and a script's file shows no page.
    let asked = Set(
      pages.flatMap { page in
        (page.page?.facts.requests ?? []) + (page.page?.facts.menuScripts ?? [])
      })
    var records = self
    for (index, sign) in found where !asked.contains(pages[index].url) {
      records.pages[index].outcome = Self.notice
      // Nothing on it is the site's: 域名出售 is no column.
      if sign == .lone { records.pages[index].facts = nil }
    }
    return records
  }

  /// How a notice is known.
  private enum Sign {
    case lone, fault
  }

  private func sign(_ page: PageRecord) -> Sign? {
    guard page.outcome.family == .fetched, let read = page.page else { return nil }
    if Self.isStrayAnswer(read.facts) { return .lone }
    guard Self.isBare(read.facts) else { return nil }
    if Self.isLone(read.facts, at: page.finalURL) { return .lone }
    return Self.tellsOfFault(read.facts) ? .fault : nil
  }

  /// Data without a row, where nobody asked for data: `{"code":500,"msg":"error"}`.
  private static func isStrayAnswer(_ facts: PageFacts) -> Bool {
    facts.isAnswer && facts.entries.isEmpty && facts.linkList.count == 0
      && (facts.listState == .unreadable || facts.listState == .none)
  }

  /// Nothing on the page marks it as content.
  private static func isBare(_ facts: PageFacts) -> Bool {
    guard facts.kind == .other || facts.kind == .column,
      facts.textLength > 0 || facts.bodyImages > 0 || facts.linkList.count > 0,
      facts.listState == .none || facts.listState == .empty, facts.publishedOn == nil,
      facts.documentNumber == nil, facts.redirect == nil,
      facts.formFields <= 2
    else { return false }
    return facts.entries.isEmpty && facts.attachments.isEmpty && facts.frames.isEmpty
      && facts.requests.isEmpty && facts.leaders.isEmpty && facts.guide.isEmpty
      && facts.questions.isEmpty && facts.letters.isEmpty && facts.tables.isEmpty
  }

  /// The page stands outside its site: a few words and no way on but to the front page.
  private static func isLone(_ facts: PageFacts, at url: WebURL) -> Bool {
    guard facts.kind == .other, facts.textLength < longestNotice, facts.breadcrumb.isEmpty,
      facts.bodyImages == 0 || facts.bodyImages <= mostPictures && facts.linkList.count > 0,
      facts.contacts.isEmpty, facts.fields.isEmpty, facts.identity?.icp == nil,
      facts.identity?.host == nil, facts.linkList.count <= mostLinks
    else { return false }
    return !facts.links.contains { link in
      link.url.isOnHost(of: url) && link.url.path != "/" && link.url != url
    }
  }

  private static func tellsOfFault(_ facts: PageFacts) -> Bool {
    guard facts.textBytes < 6000, facts.bodyImages == 0 else { return false }
    let text = facts.text
    guard faults.contains(where: text.contains) else { return false }
    return text.split(separator: "\n").contains { line in
      line.count <= longestLine && faults.contains { line.contains($0) }
    }
  }
}
