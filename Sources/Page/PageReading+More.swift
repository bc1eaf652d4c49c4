import Markup

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
}
