import Markup

/// Chooses a page's title from headline, metas, title tag and breadcrumb.
struct PageTitle {
  let lines: PageLines
  let metas: PageMetas
  let headline: TitleFinder.Candidate?
  let breadcrumb: [Crumb]
  let siteName: String?
  /// Says whether an element lies in the page's head, menus or foot.
  var isInFrame: (NodeIndex) -> Bool = { _ in false }
  /// What stands like a headline where nothing else names the page.
  var soleHeading: () -> TitleFinder.Candidate? = { nil }
  /// The heading right over the rows of the main list; nil on a page without one.
  var listHeading: () -> String? = { nil }

  /// The title of an article: what its metas name, if the page shows it, else its headline.
  func ofArticle() -> String? {
    guard let named = metas.articleTitle else { return headline?.text ?? ofColumn() }
    guard let headline else { return named }
    let own = ByteText.squeezed(named)
    let isSite = own == ByteText.squeezed(siteName ?? "")
    if isSite { return headline.text }
    let shown = ByteText.squeezed(headline.text)
    // A headline that goes on where the meta was cut, or that the title tag bears out.
    if shown.count > own.count, shown.starts(with: own), named.hasSuffix("...") {
      return headline.text
    }
    let tag = ByteText.squeezed(metas.titleTag)
    let isBorneOut = tag.starts(with: shown) && !tag.starts(with: own)
    return isBorneOut && shown.count >= 12 ? headline.text : named
  }

  /// The name of a list's column, where the whole title tag is one name that no heading shows: the site's.
  func besideSite() -> String? {
    let tag = ByteText.squeezed(metas.titleTag)
    guard TitleParts.split(metas.titleTag).count == 1, !isHeading(tag) else { return nil }
    guard let step = breadcrumb.dropFirst().last(where: isColumn) else {
      return breadcrumb.isEmpty ? listHeading() : nil
    }
    return ByteText.contains(tag[...], ByteText.squeezed(step.text)) ? nil : step.text
  }

  /// The step is neither the home page nor a template's word such as 列表.
  private func isColumn(_ step: Crumb) -> Bool {
    !BreadcrumbReader.isHome(step.text) && !ColumnName.isGeneric(ByteText.squeezed(step.text))
  }

  /// A line outside the page's frame and its foot says this and nothing else.
  private func isHeading(_ name: [UInt8]) -> Bool {
    lines.flow.lines.indices.contains { index in
      let line = lines.flow.lines[index]
      return line.range.count < name.count + 16 && line.linkBytes == 0
        && !lines.facts[index].isFoot && !isInFrame(line.block)
        && ByteText.squeezed(lines.flow.bytes[line.range]) == name
    }
  }

  /// The title of a list, a directory or another page without particulars.
  func ofColumn() -> String? {
    let site = ByteText.squeezed(siteName ?? "")
    let steps = breadcrumb.map { ByteText.squeezed($0.text) }
    let parts = TitleParts.split(metas.titleTag).filter { part in
      let bytes = ByteText.squeezed(part)
      return bytes != site && !(site.count >= 9 && ByteText.contains(site[...], bytes))
    }
    if let own = ownName(parts, steps) ?? borneOut(parts, steps) { return own }
    if let step = breadcrumb.last(where: isColumn),
      parts.contains(where: { ByteText.squeezed($0) == ByteText.squeezed(step.text) })
        || isWord(of: metas.titleTag, step.text)
    {
      return step.text
    }
    let own = parts.filter { !SiteNameReader.looksLikeSite(ByteText.squeezed($0)) }
    if let headline,
      own.contains(where: { ByteText.squeezed($0) == ByteText.squeezed(headline.text) })
    {
      return headline.text
    }
    // What the title tag names stands above the page's own column: `某交易网-某分中心` over 通知公告.
    let above = breadcrumb.dropLast().filter { $0.url != nil }.map { ByteText.squeezed($0.text) }
    // Beside it the tag may name the site in a form that the page shows nowhere: `中国某市_公开`.
    if let step = breadcrumb.last(where: isColumn),
      parts.contains(where: { above.contains(ByteText.squeezed($0)) }),
      parts.allSatisfy({ part in
        let name = ByteText.squeezed(part)
        return above.contains(name) || name.count <= 24 && !isHeading(name)
      })
    {
      return step.text
    }
    if own.count == 1 || !own.isEmpty && steps.isEmpty { return own.first }
    if let first = own.first(where: { !steps.contains(ByteText.squeezed($0)) }) ?? own.last {
      return first
    }
    if parts.count == 1 { return parts.first }
    if let step = breadcrumb.last(where: isColumn) { return step.text }
    if let column = metas.columnName { return column }
    return headline?.text ?? listHeading() ?? soleHeading()?.text
      ?? (metas.titleTag.isEmpty ? nil : metas.titleTag)
  }

  /// The headline that the title tag names behind the column: `招标公告--某项目`.
  private func borneOut(_ parts: [String], _ steps: [[UInt8]]) -> String? {
    guard parts.count >= 2, let headline else { return nil }
    let name = TitleFinder.withoutKind(ByteText.squeezed(headline.text))
    guard name.count >= 12, !steps.contains(name), !SiteNameReader.looksLikeSite(name) else {
      return nil
    }
    return parts.contains { ByteText.squeezed($0) == name } ? headline.text : nil
  }

  /// What the title tag names before the column and the page shows in a line of its own: the name of
  /// a service, of a person, of a letter, on a page whose breadcrumb ends with its column.
  private func ownName(_ parts: [String], _ steps: [[UInt8]]) -> String? {
    guard parts.count >= 2, let first = parts.first else { return nil }
    let name = ByteText.squeezed(first)
    guard name.count >= 6, let column = steps.last, !steps.contains(name),
      parts.dropFirst().contains(where: { ByteText.squeezed($0) == column })
    else { return nil }
    let isShown = lines.flow.lines.contains { line in
      line.linkBytes == 0 && line.range.count < name.count + 16
        && ByteText.squeezed(lines.flow.bytes[line.range]) == name
    }
    return isShown ? first : nil
  }

  /// The tag begins or ends with the name, which a blank parts from the rest: `某县人民政府 通知公告`;
  /// or it begins with it and two dashes.
  private func isWord(of tag: String, _ name: String) -> Bool {
    if tag.hasPrefix(name + "——") { return true }
    let words = tag.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" })
    guard words.count >= 2, let first = words.first, let last = words.last else { return false }
    return first == name || last == name
  }

  /// The first row of the first table, where one cell spans it: sheets that were saved as pages.
  func ofTable(_ document: Document, _ outline: PageOutline) -> String? {
    guard let table = outline.tables.first else { return nil }
    for row in document.all(.tr, in: table).prefix(3) {
      let cells = document.children(of: row).filter {
        document.tag($0) == .td || document.tag($0) == .th
      }
      let filled = cells.filter { !document.text(of: $0).isEmpty }
      guard let first = filled.first else { continue }
      guard filled.count == 1, cells.count == 1 || document.attribute(first, "colspan") != nil
      else {
        return nil
      }
      let text = document.text(of: first)
      return text.utf8.count <= 300 ? text : nil
    }
    return nil
  }

  /// The title of a home page: the whole title tag.
  func ofHome() -> String? {
    metas.titleTag.isEmpty ? siteName : metas.titleTag
  }
}
