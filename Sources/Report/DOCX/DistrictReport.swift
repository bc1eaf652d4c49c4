import Findings
import Rules
import Score
import Texts
import Web

/// The district's evaluation report (评估报告): summary, method, results, problems, advice, annex.
struct DistrictReport {
  let audit: AuditResult
  let digest: AuditDigest
  let reasons: ReasonText
  let language: Language
  private static let mostFaults = 20
  private static let mostAdvice = 10

  func document() throws(DocumentError) -> [UInt8] {
    let name = DocumentWord.report.text(language)
    let title = audit.plan + (language == .chinese ? "" : " ") + name
    var document = try WordDocument(
      title: title, creator: audit.office ?? audit.tool, created: audit.finishedAt, in: language)
    document.paragraph(.title, title)
    document.paragraph(.body, Phrases.lead(audit, digest).text(language))
    subject(&document)
    method(&document)
    overall(&document)
    common(&document)
    undetermined(&document)
    advice(&document)
    document.paragraph(.signature, audit.office ?? DocumentWord.office.text(language))
    document.paragraph(.date, Figures.day(of: audit.finishedAt, language))
    annex(&document)
    return try document.finished()
  }

  private func subject(_ document: inout WordDocument) {
    document.section(DocumentWord.subject.text(language))
    let kinds = digest.rankings.map { ranking in
      DocumentPhrases.kind(
        Bilingual(
          zh: KindWord.text(ranking.kind, .chinese), en: KindWord.text(ranking.kind, .english)),
        ranking.units.count)
    }
    let list = Bilingual(
      zh: kinds.map(\.zh).joined(separator: "、"), en: kinds.map(\.en).joined(separator: ", "))
    let pages = audit.sites.reduce(0) { $0 + $1.pages }
    let reading = DocumentPhrases.reading(
      sites: audit.sites.count, pages: Figures.count(pages),
      complete: audit.sites.count { $0.complete })
    document.paragraph(.body, DocumentPhrases.units(audit.units.count, kinds: list).text(language))
    let stop = language == .chinese ? "。" : "."
    document.paragraph(.body, Phrases.dates(audit, language).text(language) + stop)
    document.paragraph(.body, Phrases.basis(audit).text(language) + stop)
    for pack in audit.packs {
      guard let notice = pack.notice else { continue }
      document.paragraph(
        .body, pack.title.text(language) + Phrases.colon.text(language) + notice.text(language))
    }
    document.paragraph(.body, reading.text(language))
    for site in audit.sites {
      for liberty in site.liberties {
        document.paragraph(
          .body,
          site.id.text + Phrases.colon.text(language) + LibertyWord.text(liberty, language) + stop)
      }
    }
  }

  private func method(_ document: inout WordDocument) {
    document.section(DocumentWord.method.text(language))
    document.paragraph(.body, Phrases.bar(audit.bar).text(language))
    for word in MethodWord.allCases { document.paragraph(.body, word.text(language)) }
    document.paragraph(.body, SumNote.deductions.text(language))
    document.paragraph(.body, SumNote.bonus.text(language))
  }

  // MARK: Results

  private func overall(_ document: inout WordDocument) {
    document.section(DocumentWord.overall.text(language))
    var number = 0
    func heading(_ word: DocumentWord, _ document: inout WordDocument) {
      number += 1
      document.paragraph(
        .heading2, WordNumber.item(number, language) + word.text(language))
    }
    let grades = DistrictFigures.grades(audit)
    if !grades.isEmpty {
      heading(.grades, &document)
      let all = grades.reduce(0) { $0 + $1.units }
      document.table(
        DocumentWord.grades.text(language),
        [
          (UnitWord.grade.text(language), 60), (TableWord.units.text(language), 48),
          (DocumentWord.share.text(language), 48),
        ],
        grades.map { grade in
          [
            .centred(grade.name.text(language)), .centred(String(grade.units)),
            .centred(Figures.percent(100 * Double(grade.units) / Double(max(1, all)))),
          ]
        })
    }
    heading(.rankings, &document)
    for ranking in digest.rankings { self.ranking(ranking, &document) }
    let headings = DistrictFigures.headings(audit)
    if headings.isEmpty { return }
    heading(.headings, &document)
    document.table(
      DocumentWord.headings.text(language),
      [
        (TableWord.document.text(language), 66), (TableWord.dimension.text(language), 40),
        (DocumentWord.earnedPossible.text(language), 30), (TableWord.percent.text(language), 20),
      ],
      headings.map { heading in
        [
          .text(audit.packs.first { $0.id == heading.pack }?.title.text(language) ?? heading.pack),
          .text(heading.title.text(language)),
          .centred("\(Figures.points(heading.earned)) / \(Figures.points(heading.possible))"),
          .centred(Figures.percent(heading.percent)),
        ]
      })
  }

  private func ranking(_ ranking: AuditDigest.Ranking, _ document: inout WordDocument) {
    let kind = KindWord.text(ranking.kind, language)
    document.table(
      kind,
      [
        (TableWord.rank.text(language), 14), (kind, 52),
        (DocumentWord.earnedPossible.text(language), 30), (TableWord.percent.text(language), 18),
        (UnitWord.grade.text(language), 18), (TableWord.verdict.text(language), 24),
      ],
      ranking.units.map { position in
        let unit = audit.units[position]
        let score = unit.score
        return [
          .centred(score.rank.map { String($0) } ?? "—"), .text(unit.name),
          .centred("\(Figures.points(score.earned)) / \(Figures.points(score.possible))"),
          .centred(Figures.percent(score.percent)),
          .centred(score.grade?.text(language) ?? "—"),
          .centred(Phrases.verdict(score).text(language)),
        ]
      })
  }

  // MARK: Problems

  private func common(_ document: inout WordDocument) {
    document.section(DocumentWord.common.text(language))
    if digest.faults.isEmpty {
      return document.paragraph(.body, OverviewWord.noFaults.text(language))
    }
    let shown = digest.faults.prefix(Self.mostFaults)
    document.paragraph(
      .bodyKept,
      DocumentPhrases.firstFaults(shown.count, of: digest.faults.count).text(language))
    document.table(
      DocumentWord.common.text(language),
      [
        (SheetWord.number.text(language), 11), (TableWord.clause.text(language), 22),
        (TableWord.requirement.text(language), 69), (TableWord.units.text(language), 18),
        (DocumentWord.share.text(language), 18), (TableWord.lost.text(language), 18),
      ],
      shown.enumerated().map { number, fault in
        [
          .centred(String(number + 1)), .text(fault.rule.id.clause),
          .text(fault.rule.title.text(language)), .centred(String(fault.units.count)),
          .centred(
            Figures.percent(100 * Double(fault.units.count) / Double(max(1, audit.units.count)))),
          .centred(Figures.points(fault.lost)),
        ]
      })
  }

  private func undetermined(_ document: inout WordDocument) {
    document.section(DocumentWord.undetermined.text(language))
    if digest.reasons.isEmpty {
      return document.paragraph(.body, OverviewWord.allDecided.text(language))
    }
    document.paragraph(.bodyKept, OverviewWord.undeterminedNote.text(language))
    document.table(
      DocumentWord.undetermined.text(language),
      [
        (TableWord.reason.text(language), 46), (TableWord.findings.text(language), 20),
        (TableWord.units.text(language), 18), (TableWord.openPoints.text(language), 20),
        (TableWord.advice.text(language), 52),
      ],
      digest.reasons.map { reason in
        [
          .text(
            reason.code.isEmpty
              ? OverviewWord.noGap.text(language) : reasons.detail(reason.code, language)),
          .centred(String(reason.findings)), .centred(String(reason.units.count)),
          .centred(Figures.points(reason.points)),
          .text(reasons.advice(reason.code, language)),
        ]
      })
  }

  private func advice(_ document: inout WordDocument) {
    let faults = digest.faults.prefix(Self.mostAdvice)
    let problems = audit.sites.flatMap { site in site.problems.map { (site.id.text, $0) } }
    if faults.isEmpty && problems.isEmpty { return }
    document.section(DocumentWord.advice.text(language))
    let fixes = DistrictFigures.fixes(audit)
    let space = language == .chinese ? "" : " "
    var items = faults.map { fault in
      let what = DocumentPhrases.advice(
        fault.rule.title, clause: fault.rule.id.clause, units: fault.units.count,
        lost: Figures.points(fault.lost))
      return what.text(language) + space + (fixes[fault.rule.id]?.text(language) ?? "")
    }
    items += problems.prefix(Self.mostAdvice).map { site, problem in
      DocumentPhrases.siteAdvice(site, problem.detail, problem.count).text(language)
        + problem.advice.text(language)
    }
    for (number, item) in items.enumerated() {
      // The last one stays with the signature.
      document.paragraph(
        number == items.count - 1 ? .bodyKept : .body,
        WordNumber.item(number + 1, language) + item)
    }
  }

  // MARK: Annex

  private func annex(_ document: inout WordDocument) {
    document.paragraph(.annex, DocumentWord.annex.text(language))
    document.paragraph(.body, DocumentWord.annexIntro.text(language))
    for (number, unit) in audit.units.enumerated() {
      document.paragraph(.heading2, "\(number + 1). \(unit.name)")
      let stop = language == .chinese ? "。" : "."
      let division = Phrases.division(unit.score).text(language)
      document.paragraph(
        .body,
        (division.hasSuffix(stop) ? division : division + stop)
          + (language == .chinese ? "" : " ")
          + DocumentPhrases.verdict(
            Phrases.verdict(unit.score), grade: unit.score.grade
          ).text(language))
      let faults = unit.findings.filter { $0.finding.status.isFault }
      if faults.isEmpty {
        document.paragraph(.body, DocumentWord.noFault.text(language))
        continue
      }
      document.table(
        unit.name,
        [
          (TableWord.clause.text(language), 20), (TableWord.requirement.text(language), 56),
          (TableWord.problem.text(language), 66), (TableWord.lost.text(language), 14),
        ],
        faults.map { scored in
          [
            .text(scored.finding.rule.clause), .text(scored.title.text(language)),
            .text(scored.finding.message.text(language)),
            .centred(Figures.points(max(0, scored.points.possible - scored.points.earned))),
          ]
        })
    }
  }
}
