import Dates
import Findings
import Rules
import Sites
import Texts
import Web

extension DocumentCheck {
  /// One audited year of a rule: what is due when, in words.
  struct Term {
    var year: Int
    var due: CivilDate?
    var rule: Rule
    /// `2020年“政务公开工作年度报告”`.
    var document: Bilingual
    var soughtFor: Bilingual
  }
}

extension DocumentCheck.Search {
  private typealias Found = (item: Item, date: CivilDate, revised: Bool)

  /// Decides one audited year.
  func conclude(_ year: Int, _ rule: Rule) throws(WorkCalendar.Problem) -> Conclusion {
    var coverage = reach.coverage(columns: columns)
    let term = term(year, rule, coverage)
    let all = candidates(for: year)
    var found: [Found] = []
    for candidate in all {
      if case .fits(let date, let revised) = candidate.standing {
        found.append((candidate.item, date, revised))
      }
    }
    found.sort { ($0.date, $0.item.url) < ($1.date, $1.item.url) }
    if let hit = found.first(where: { hit in
      requirement.acceptsLate || (term.due.map { hit.date <= $0 } ?? true)
    }) {
      return pass(hit, term, coverage)
    }
    if let last = openUntil(term) { return notYet(last, term, coverage) }
    let question = CoverageQuestion(
      columns: requirement.keys + requirement.ownKeys, titles: requirement.titles,
      reach: .anywhere, rows: .judgedByTitle, looksBack: DocumentCheck.looksBack(requirement))
    let gaps = question.gaps(in: reach)
    coverage.gaps = gaps.first
    if let due = term.due, let effective = territory.survey.pack.effective, due < effective,
      !found.isEmpty || gaps.isEmpty
    {
      return advisory(found.first, due, term, coverage)
    }
    return try miss(all, late: found.first, term, gaps, coverage)
  }

  /// The day until which the document may still come, when it has not come yet and need not.
  ///
  /// A rule without a due day (即时公开) asks for presence in the audited year, which is judged
  /// when that year is over.
  private func openUntil(_ term: DocumentCheck.Term) -> CivilDate? {
    let asOf = territory.survey.asOf
    if let due = term.due { return due >= asOf ? due : nil }
    guard let end = CivilDate(year: term.year, month: 12, day: 31) else { return nil }
    return asOf < end ? end : nil
  }

  // MARK: Verdicts

  private func pass(
    _ hit: Found, _ term: DocumentCheck.Term, _ coverage: Coverage
  ) -> Conclusion {
    let name = hit.item.title
    let limit = term.due.map { Wording.text("（期限\($0)）", " (due by \($0))") }
    let done =
      hit.revised
      ? Wording.text("《\(name)》写明在期限内修订", "“\(name)” is marked as revised in time")
      : Wording.text("《\(name)》于\(hit.date)发布", "“\(name)” was published on \(hit.date)")
    return Conclusion(
      .pass,
      message: Wording.text(
        "\(done.zh)\(limit?.zh ?? "")。", "\(done.en)\(limit?.en ?? "")."),
      soughtFor: term.soughtFor, evidence: [territory.cite(hit.item)],
      timeline: timeline(term, met: hit.date, .met), coverage: coverage,
      metBy: territory.ownerID(of: hit.item))
  }

  private func notYet(
    _ due: CivilDate, _ term: DocumentCheck.Term, _ coverage: Coverage
  ) -> Conclusion {
    Conclusion(
      .notApplicable,
      message: Wording.text(
        "\(term.document.zh)期限为\(due)，审核日尚未到期。",
        "\(term.document.en) is due by \(due): not due yet."),
      soughtFor: term.soughtFor, timeline: timeline(term, met: nil, .upcoming), coverage: coverage)
  }

  private func advisory(
    _ late: Found?, _ due: CivilDate, _ term: DocumentCheck.Term, _ coverage: Coverage
  ) -> Conclusion {
    let effective = territory.survey.pack.effective ?? due
    var seen = Wording.text("未找到\(term.document.zh)", "\(term.document.en) was not found")
    var evidence: [Evidence] = []
    if let late {
      seen = Wording.text(
        "\(term.document.zh)于\(late.date)发布，晚于期限",
        "\(term.document.en) came out on \(late.date), late")
      evidence = [territory.cite(late.item)]
    }
    return Conclusion(
      .notApplicable,
      message: Wording.text(
        "提示：期限\(due)早于本规则包的生效日\(effective)，不计分；\(seen.zh)。",
        "Advisory: the due day \(due) lies before the pack's effective day \(effective) "
          + "and is not scored; \(seen.en)."),
      soughtFor: term.soughtFor, evidence: evidence,
      timeline: timeline(term, met: late?.date, .exempt), coverage: coverage)
  }

  /// How late a day is: in working days, or in days where only holidays lie between.
  private func delay(
    of date: CivilDate, after due: CivilDate
  ) throws(WorkCalendar.Problem) -> Bilingual {
    let days = try territory.survey.calendar.workingDays(after: due, through: date)
    return days > 0
      ? Wording.text("\(days)个工作日", "\(days) working day(s)")
      : Wording.text("\(date - due)天", "\(date - due) day(s)")
  }

  private func miss(
    _ all: [DocumentCheck.Candidate], late: Found?, _ term: DocumentCheck.Term, _ gaps: GapList,
    _ coverage: Coverage
  ) throws(WorkCalendar.Problem) -> Conclusion {
    var parts: [Bilingual] = []
    var evidence: [Evidence] = []
    if let late, let due = term.due {
      let delay = try delay(of: late.date, after: due)
      parts.append(
        Wording.text(
          "《\(late.item.title)》于\(late.date)发布，超过期限\(due)共\(delay.zh)。",
          "“\(late.item.title)” came out on \(late.date), \(delay.en) after \(due)."))
      evidence.append(
        territory.cite(
          late.item, nearMiss: Wording.text("逾期\(delay.zh)", "late by \(delay.en)")))
    } else {
      let limit = term.due.map { Wording.text("（期限\($0)）", " (due by \($0))") }
      parts.append(
        Wording.text(
          "未找到\(term.document.zh)\(limit?.zh ?? "")。",
          "\(term.document.en) was not found\(limit?.en ?? "")."))
    }
    evidence += nearMisses(all, parts: &parts)
    let doubts = doubts(all, gaps)
    let isFact = doubts.isEmpty
    return Conclusion(
      isFact ? late == nil ? absent : .fail : .undetermined, message: Wording.join(parts + doubts),
      soughtFor: term.soughtFor,
      fix: isFact && (late != nil || absent == .fail)
        ? late == nil
          ? Wording.text(
            "发布\(term.document.zh)，标题写明单位和年份。",
            "Publish \(term.document.en), with unit and year in its title.")
          : Wording.text("今后在期限内发布，并在说明中写明逾期原因。", "Publish in time, and state why it was late.")
        : nil,
      evidence: evidence,
      timeline: timeline(term, met: late?.date, late == nil ? .missed : .late), coverage: coverage)
  }

  /// What it means that there is none.
  private var absent: Status {
    switch requirement.absence {
    case .fail: .fail
    case .undetermined: .undetermined
    case .notApplicable: .notApplicable
    }
  }

  /// Why the miss is no established fact.
  private func doubts(_ all: [DocumentCheck.Candidate], _ gaps: GapList) -> [Bilingual] {
    var doubts: [Bilingual] = []
    let undated = all.count {
      if case .undated = $0.standing { true } else { false }
    }
    if undated > 0 {
      doubts.append(
        Wording.text(
          "有\(undated)件符合但缺少日期，需人工核实。",
          "\(undated) fitting document(s) lack a day; a person has to look."))
    }
    let strange = all.count {
      if case .strange = $0.standing { true } else { false }
    }
    if strange > 0 {
      doubts.append(
        Wording.text(
          "本单位栏目里有\(strange)件写的是其他名称，是否为本单位的需人工核实。",
          "\(strange) document(s) in the unit's own columns bear another name; a person has to look."
        ))
    }
    let districts = all.contains {
      if case .districts = $0.standing { true } else { false }
    }
    if districts && requirement.publisher == .districtDoubtful {
      doubts.append(
        Wording.text(
          "只有区级文件，是否涵盖本单位需人工核实。",
          "There is the district's document alone; a person has to see whether it covers the unit.")
      )
    }
    if !gaps.isEmpty { doubts.append(Wording.gaps(gaps)) }
    return doubts
  }

  private func nearMisses(
    _ all: [DocumentCheck.Candidate], parts: inout [Bilingual]
  ) -> [Evidence] {
    var near: [(item: Item, reason: Bilingual)] = []
    for candidate in all {
      switch candidate.standing {
      case .fits: continue
      case .undated(let reason), .strange(let reason), .near(let reason):
        near.append((candidate.item, reason))
      case .districts:
        near.append(
          (candidate.item, Wording.text("是区级文件，不是本单位的", "it is the district's, not the unit's")))
      }
    }
    near.sort { left, right in
      let a = left.item.date?.ordinal ?? .max
      let b = right.item.date?.ordinal ?? .max
      return a == b ? left.item.url < right.item.url : a > b
    }
    if let first = near.first {
      parts.append(
        Wording.text(
          "最接近的是《\(first.item.title)》：\(first.reason.zh)。",
          "Nearest: “\(first.item.title)”: \(first.reason.en)."))
    }
    return near.prefix(5).map { territory.cite($0.item, nearMiss: $0.reason) }
  }

  // MARK: Words

  private func term(_ year: Int, _ rule: Rule, _ coverage: Coverage) -> DocumentCheck.Term {
    let title = rule.title
    let document =
      sought(year).map { Wording.text("\($0)年“\(title.zh)”", "“\(title.en)” of \($0)") }
      ?? Wording.text("“\(title.zh)”", "“\(title.en)”")
    let due = requirement.dueDay(in: year)
    let limit = due.map { Wording.text("，\($0)前发布", ", published by \($0)") }
    let sought = Wording.join([
      Wording.text(
        "\(document.zh)：标题含\(requirement.titles.wording)\(limit?.zh ?? "")。",
        "\(document.en): title like \(requirement.titles.wording)\(limit?.en ?? "")."),
      Wording.place(coverage, in: reach),
    ])
    return DocumentCheck.Term(
      year: year, due: due, rule: rule, document: document, soughtFor: sought)
  }

  private func timeline(
    _ term: DocumentCheck.Term, met: CivilDate?, _ state: DueDate.State
  ) -> [DueDate] {
    term.due.map { [DueDate(label: term.document, due: $0, met: met, state: state)] } ?? []
  }
}
