import Markup
import Web

extension PageReading {
  /// The facts that only some kinds of pages have; each reader leaves other pages after one look.
  func fillMore(_ facts: inout PageFacts) {
    if facts.kind != .article { facts.hidden = HiddenPartsReader(document: document).read() }
    let content = values.filter(isContent)
    let subject = self.subject(facts)
    let isOwn: (Int) -> Bool = { [lines, lists, outline] line in
      !lines.facts[line].isFoot && lists.part(of: lines.flow.lines[line].block) != .footer
        && !outline.isInFrame(lines.flow.lines[line].node)
    }
    let tables =
      outline.tables.isEmpty ? [] : TableReader(document: document, outline: outline).read()
    facts.credits = CreditReader(
      source: SourceReader(document: document, lines: lines, values: values), part: part
    ).read()
    facts.keywords = KeywordReader.read(metas, facts.fields)
    facts.marks = DocumentMarksReader(lines: lines, values: content, part: part).read()
    facts.namedFiles = NamedFileReader(
      document: document, lines: lines, outline: outline, part: part,
      attachments: facts.attachments
    ).read()
    facts.contacts = ContactReader(lines: lines, values: content, tables: tables, isOwn: isOwn)
      .read()
    facts.leaders = LeaderReader(
      document: document, lines: lines, outline: outline, tables: tables, base: base,
      subject: subject, isOwn: isOwn
    ).read()
    facts.guide = GuideReader(lines: lines, part: part, tables: tables, isOwn: isOwn).read()
    // A page with the elements of a guide is one, whatever its title.
    if facts.kind == .other, Set(facts.guide.map(\.element)).count >= Self.leastElements {
      facts.kind = .guide
    }
    if facts.kind == .other, facts.isRegister { facts.kind = .directory }
    facts.questions = QuestionReader(
      document: document, lines: lines, part: part, subject: subject, isOwn: isOwn
    ).read()
    facts.letters = LetterReader(
      document: document, lines: lines, values: content, tables: tables, title: facts.title,
      url: url, base: base, fetchedAt: fetchedAt, isOwn: isOwn
    ).read()
    facts.identity = SiteIdentityReader(
      document: document, lines: lines, outline: outline, values: values, base: base,
      isFooter: isFooter
    ).read()
    // A list of links in cells is no table of data.
    facts.tables = facts.kind == .home || facts.kind == .column ? [] : tables
  }

  /// How many classes of elements make a page without particulars a service guide.
  private static let leastElements = 5

  /// The line lies in the page's `<footer>` or what is named as one.
  func isFooter(_ line: Int) -> Bool {
    lists.part(of: lines.flow.lines[line].block) == .footer
  }

  /// The texts that say what the page is about: title, column, breadcrumb.
  private func subject(_ facts: PageFacts) -> [UInt8] {
    let texts = [facts.title, facts.column].compactMap { $0 } + facts.breadcrumb.map(\.text)
    return Array(texts.map { ByteText.squeezed($0) }.joined(separator: [0x0A]))
  }

  /// The rows of the main list are the files of the text above them: `相关附件：` stands over them.
  func listsAttachments(_ facts: PageFacts) -> Bool {
    guard let list = lists.mainList, !facts.entries.isEmpty,
      facts.entries.allSatisfy({ entry in
        guard entry.date == nil, let url = entry.url else { return false }
        return AttachmentReader.isFile(Array(url.path.utf8)[...])
          || AttachmentReader.isDownload(Array(url.string.utf8)[...])
      }),
      let first = lines.flow.lines(in: list, of: document)
        .first(where: { lines.flow.lines[$0].linkBytes > 0 }), first > 0
    else { return false }
    let above = ByteText.squeezed(lines.flow.text(first - 1))
    return above.count <= 36 && ByteText.contains(above[...], Self.attachment)
      && lines.weight(of: 0..<first) >= 150
  }

  /// The rows are files, and no rows any more.
  func takeAttachments(_ facts: inout PageFacts) {
    let known = Set(facts.attachments.map(\.url))
    for entry in facts.entries {
      guard let url = entry.url, !known.contains(url) else { continue }
      facts.attachments.append(Link(url: url, text: entry.title, role: .attachment))
    }
    withdrawList(&facts)
  }

  private static let attachment = Array("附件".utf8)
}
