import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// The notice to one unit (整改通知书): its result, what to put right, what is open, how to object.
struct NoticeLetter {
  let audit: AuditResult
  let reasons: ReasonText
  let language: Language

  func document(for unit: UnitResult) throws(DocumentError) -> [UInt8] {
    let faults = unit.findings.filter { $0.finding.status.isFault }
    let open = unit.findings.filter {
      $0.finding.status == .undetermined || $0.finding.status == .manual
    }
    let title: DocumentWord = faults.isEmpty ? .cleanNotice : .notice
    var document = try WordDocument(
      title: "\(title.text(language)) \(unit.name)", creator: audit.office ?? audit.tool,
      created: audit.finishedAt, in: language)
    document.paragraph(.title, title.text(language))
    document.paragraph(.addressee, unit.name + Phrases.colon.text(language))
    document.paragraph(.body, opening.text(language))
    result(unit, &document)
    problems(faults, &document)
    if !open.isEmpty { self.open(open, &document) }
    demand(faults, open, &document)
    document.section(DocumentWord.objection.text(language))
    document.paragraph(.bodyKept, DocumentWord.objectionText.text(language))
    document.paragraph(.signature, audit.office ?? DocumentWord.office.text(language))
    document.paragraph(.date, Figures.day(of: audit.finishedAt, language))
    return try document.finished()
  }

  private var opening: Bilingual {
    func both(_ text: (Language) -> String) -> Bilingual {
      Bilingual(zh: text(.chinese), en: text(.english))
    }
    let packs = Bilingual(
      zh: audit.packs.map { "《\($0.title.zh)》" }.joined(separator: "、"),
      en: audit.packs.map { "“\($0.title.en)”" }.joined(separator: ", "))
    return DocumentPhrases.opening(
      packs: packs, period: both { Figures.span(audit.period, $0) },
      asOf: both { Figures.day(audit.asOf, $0) }, plan: audit.plan)
  }

  // MARK: Result

  private func result(_ unit: UnitResult, _ document: inout WordDocument) {
    let score = unit.score
    document.section(DocumentWord.result.text(language))
    let division = Phrases.division(score).text(language)
    var sentences = [division.hasSuffix(stop) ? division : division + stop]
    if score.bonus > 0 {
      sentences.append(DocumentPhrases.bonus(Figures.points(score.bonus)).text(language))
    }
    sentences.append(
      DocumentPhrases.verdict(VerdictWord(score.verdict).words, grade: score.grade).text(language))
    if let rank = score.rank {
      sentences.append(
        Phrases.rank(rank, of: score.ranked, kind: unit.kind, language).text(language) + stop)
    }
    if !score.vetoes.isEmpty {
      let clauses = score.vetoes.map(\.clause).joined(separator: Phrases.comma.text(language))
      sentences.append(DocumentPhrases.vetoes(clauses).text(language))
    }
    if score.open > 0 { sentences.append(Phrases.open(score).text(language)) }
    document.paragraph(.body, sentences.joined(separator: language == .chinese ? "" : " "))
    dimensions(unit, &document)
  }

  private var stop: String { language == .chinese ? "。" : "." }

  private func dimensions(_ unit: UnitResult, _ document: inout WordDocument) {
    var rows: [[WordDocument.Cell]] = []
    for pack in unit.score.packs {
      let title = audit.packs.first { $0.id == pack.pack }?.title.text(language) ?? pack.pack
      for dimension in pack.dimensions where dimension.level == 1 {
        rows.append(
          line(
            title, dimension.title.text(language), dimension.earned, dimension.possible,
            dimension.open))
      }
      rows.append(
        line(
          title, DocumentWord.wholePack.text(language), pack.earned, pack.possible, pack.open))
    }
    if rows.isEmpty { return }
    document.table(
      UnitWord.dimensions.text(language),
      [
        (TableWord.document.text(language), 62), (TableWord.dimension.text(language), 48),
        (DocumentWord.earnedPossible.text(language), 28), (TableWord.openPoints.text(language), 18),
      ], rows)
  }

  private func line(
    _ pack: String, _ title: String, _ earned: Double, _ possible: Double, _ open: Double
  ) -> [WordDocument.Cell] {
    [
      .text(pack), .text(title),
      .centred("\(Figures.points(earned)) / \(Figures.points(possible))"),
      .centred(Figures.points(open)),
    ]
  }

  // MARK: Lists

  private func problems(_ faults: [ScoredFinding], _ document: inout WordDocument) {
    document.section(DocumentWord.problems.text(language))
    if faults.isEmpty {
      return document.paragraph(.body, DocumentWord.noProblems.text(language))
    }
    let lost = faults.reduce(0) { $0 + max(0, $1.points.possible - $1.points.earned) }
    let sum = DocumentPhrases.problems(faults.count, lost: Figures.points(lost))
    document.paragraph(.bodyKept, sum.text(language))
    let deadline = audit.repairBy?.description ?? ""
    let rows = faults.enumerated().map { number, scored -> [WordDocument.Cell] in
      let finding = scored.finding
      let evidence = finding.evidence.first
      return [
        .centred(String(number + 1)), .text(clause(scored)), .text(finding.message.text(language)),
        .page(title: evidence?.title ?? "", url: evidence?.url ?? ""),
        .text(finding.fix?.text(language) ?? ""), .centred(deadline),
        .centred(Figures.points(max(0, scored.points.possible - scored.points.earned))),
      ]
    }
    document.table(
      DocumentWord.problems.text(language),
      [
        (SheetWord.number.text(language), 9), (TableWord.clause.text(language), 31),
        (TableWord.problem.text(language), 36), (DocumentWord.place.text(language), 30),
        (TableWord.fix.text(language), 26), (SheetWord.deadline.text(language), 14),
        (TableWord.lost.text(language), 10),
      ], rows)
  }

  private func clause(_ scored: ScoredFinding) -> String {
    scored.finding.rule.clause + " " + scored.title.text(language)
  }

  private func open(_ findings: [ScoredFinding], _ document: inout WordDocument) {
    document.section(DocumentWord.open.text(language))
    document.paragraph(.bodyKept, DocumentWord.openIntro.text(language))
    let rows = findings.enumerated().map { number, scored -> [WordDocument.Cell] in
      let reason = OpenReason(scored.finding, reasons, language)
      let why = reason.reasons.joined(separator: Phrases.comma.text(language))
      let found = scored.finding.message.text(language)
      return [
        .centred(String(number + 1)), .text(clause(scored)),
        .text(why.isEmpty ? found : found + (language == .chinese ? "" : " ") + why + stop),
        page(scored.finding),
        .text(reason.advice.joined(separator: language == .chinese ? "" : " ")),
      ]
    }
    document.table(
      DocumentWord.open.text(language),
      [
        (SheetWord.number.text(language), 9), (TableWord.clause.text(language), 36),
        (TableWord.reason.text(language), 46), (DocumentWord.place.text(language), 34),
        (DocumentWord.needed.text(language), 31),
      ], rows)
  }

  /// The first page that could not be read, else the first that a person has to judge.
  private func page(_ finding: Finding) -> WordDocument.Cell {
    if let gap = finding.coverage.gaps.first { return .page(title: "", url: gap.url) }
    let evidence = finding.evidence.first
    return .page(title: evidence?.title ?? "", url: evidence?.url ?? "")
  }

  private func demand(
    _ faults: [ScoredFinding], _ open: [ScoredFinding], _ document: inout WordDocument
  ) {
    if faults.isEmpty && open.isEmpty { return }
    document.section(DocumentWord.demand.text(language))
    if !faults.isEmpty {
      let day = audit.repairBy.map {
        Bilingual(zh: Figures.day($0, .chinese), en: Figures.day($0, .english))
      }
      document.paragraph(.body, DocumentPhrases.demand(by: day).text(language))
    }
    if !open.isEmpty { document.paragraph(.body, DocumentWord.openDemand.text(language)) }
  }
}
