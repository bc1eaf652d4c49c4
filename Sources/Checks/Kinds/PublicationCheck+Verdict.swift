import Dates
import Findings
import Page
import Rules
import Sites
import Texts
import Web

extension PublicationCheck {
  /// Draws the conclusion from what was found; what several of its parts ask for is worked out once.
  final class Verdict {
    let search: Search
    let rule: Rule
    let all: [Candidate]
    let fitting: [Candidate]
    let partCount: PartCount

    init(_ search: Search, _ rule: Rule) {
      self.search = search
      self.rule = rule
      all = search.candidates()
      fitting = all.filter { if case .fits = $0.standing { true } else { false } }
        .sorted {
          ($0.item.date?.ordinal ?? 0, $1.item.url) > ($1.item.date?.ordinal ?? 0, $0.item.url)
        }
      partCount = PartCount(search, fitting)
    }

    var requirement: Requirement { search.requirement }
    var territory: Territory { search.territory }

    var conclusion: Conclusion {
      if let met = met() { return met }
      if let nothing = nilStatement() { return nothing }
      if requirement.platformCounts, let linked { return linked }
      return missed()
    }

    // MARK: Met

    private func met() -> Conclusion? {
      if let columnBody = ownText(), fitting.isEmpty { return columnBody }
      if requirement.parts.isEmpty {
        guard fitting.count >= requirement.least, !fitting.isEmpty else { return nil }
      } else {
        guard partCount.isComplete, partCount.pages > 0,
          fitting.count >= requirement.least || requirement.least == 1
        else { return nil }
      }
      if requirement.share > 0, sampleShare.map({ $0.share < requirement.share }) ?? true {
        return nil
      }
      if requirement.moreThanPrevious, fitting.count <= previous { return nil }
      return pass(fitting)
    }

    private func pass(_ found: [Candidate]) -> Conclusion {
      if found.isEmpty, let place = partCount.bodies.first {
        return Conclusion(
          .pass,
          message: Wording.text(
            "栏目“\(territory.index.column(place).name)”载有全部内容。",
            "The column “\(territory.index.column(place).name)” holds all of it."),
          soughtFor: soughtFor(searched), evidence: [territory.cite(place)],
          coverage: searched, metBy: territory.index.column(place).owner?.unit)
      }
      let first = found.first?.item
      let date = first?.date.map { Wording.text("（\($0)）", " (\($0))") }
      return Conclusion(
        .pass,
        message: Wording.text(
          "已公开\(found.count)条，如《\(first?.title ?? "")》\(date?.zh ?? "")。",
          "\(found.count) item(s) are out, such as “\(first?.title ?? "")”\(date?.en ?? "")."),
        soughtFor: soughtFor(searched),
        evidence: found.prefix(3).map { territory.cite($0.item) }, coverage: searched,
        metBy: first.flatMap { territory.ownerID(of: $0) })
    }

    /// A column that is itself a page: its text counts, when its day does.
    private func ownText() -> Conclusion? {
      guard requirement.least == 1, requirement.parts.isEmpty, requirement.share == 0 else {
        return nil
      }
      for place in search.columns {
        let column = territory.index.column(place)
        guard column.entries.isEmpty, column.state != .blank, column.state != .unreadable,
          let body = column.body, PageContent.holdsSomething(body),
          search.isTimely(body), search.refused(PageWords(body)) == nil
        else { continue }
        let words = PageWords(body)
        guard
          words.count(of: requirement.fields, upTo: requirement.fieldsLeast)
            >= requirement.fieldsLeast, !requirement.needsFigures || words.hasFigures
        else { continue }
        return Conclusion(
          .pass,
          message: Wording.text(
            "栏目“\(column.name)”载有内容。", "The column “\(column.name)” holds a text."),
          soughtFor: soughtFor(searched), evidence: [territory.cite(place, excerpt: body.text)],
          coverage: searched, metBy: column.owner?.unit)
      }
      return nil
    }

    private func nilStatement() -> Conclusion? {
      guard !requirement.nilStatement.isEmpty else { return nil }
      let period = territory.survey.period
      let stated = search.reach.items(titled: requirement.nilStatement)
        .map { territory.index.items[$0] }
        .first { item in !item.isDead && (item.date.map { period.contains($0) } ?? false) }
      if let stated {
        return Conclusion(
          .pass,
          message: Wording.text(
            "《\(stated.title)》说明本期没有此类事项。", "“\(stated.title)” states that there was nothing."),
          soughtFor: soughtFor(searched), evidence: [territory.cite(stated)],
          coverage: searched, metBy: territory.ownerID(of: stated))
      }
      for place in search.columns {
        guard let body = territory.index.column(place).body,
          requirement.nilStatement.fits(TitleText.normalize(body.text))
        else { continue }
        return Conclusion(
          .pass,
          message: Wording.text(
            "栏目页说明本期没有此类事项。", "The column's page states that there was nothing."),
          soughtFor: soughtFor(searched), evidence: [territory.cite(place, excerpt: body.text)],
          coverage: searched, metBy: territory.index.column(place).owner?.unit)
      }
      return nil
    }

    /// A link to a platform outside on which the thing may stand.
    private func platform() -> Conclusion? {
      guard let found = search.reach.outsideLink(requirement.platforms) else { return nil }
      let link = found.link
      return Conclusion(
        .pass,
        message: Wording.text("已链接到“\(link.text)”。", "There is a link to “\(link.text)”."),
        soughtFor: soughtFor(searched),
        evidence: [
          territory.cite(territory.record(found.page), excerpt: "\(link.text) → \(link.url)")
        ],
        coverage: searched)
    }

    // MARK: Missed

    private func missed() -> Conclusion {
      let question = CoverageQuestion(
        columns: requirement.keys + requirement.broadKeys, titles: requirement.titles,
        reach: requirement.titles.isEmpty ? .columns : .anywhere,
        rows: requirement.needsPage ? .needPage : .judgedByTitle)
      let gaps = question.gaps(in: search.reach)
      var parts = [observation()]
      let trace = trace()
      let listing = requirement.listed?.testimony(in: search.reach)
      if let exempt = exempt(listing, trace) { return exempt }
      var doubts = doubts(gaps)
      if case .unknown = listing, !requirement.needsTrace {
        doubts.append(
          Wording.text(
            "没有读到能说明本单位是否有此事项的清单。",
            "No list that could be read says whether the matter is the unit's."))
      }
      if requirement.moreThanPrevious, !fitting.isEmpty, fitting.count == previous {
        doubts.append(
          Wording.text("与上一年度持平，须人工判断。", "As many as in the year before; a person has to look."))
      }
      if let trace, doubts.isEmpty {
        parts.append(
          Wording.text(
            "《\(trace.title)》说明本期有此类事项。", "“\(trace.title)” shows that there was such a case."))
      }
      let share = partialShare()
      var status = Status.undetermined
      if doubts.isEmpty {
        status = share > 0 && requirement.isPartial ? .partial : .fail
        if let excuse = excuse(isTraced: trace != nil) {
          status = excuse.status
          parts.append(excuse.why)
        }
      }
      return Conclusion(
        status, share: status == .partial ? share : 0, message: Wording.join(parts + doubts),
        soughtFor: soughtFor(searched), evidence: evidence(trace),
        coverage: coverage(gaps: gaps))
    }

    func partialShare() -> Double {
      if !requirement.parts.isEmpty {
        return Double(partCount.met.count) / Double(requirement.parts.count)
      }
      return min(1, Double(fitting.count) / Double(requirement.least))
    }

    private func observation() -> Bilingual {
      if !requirement.parts.isEmpty, partCount.pages > 0 {
        let missing = partCount.missing
        return Wording.text(
          "找到\(fitting.count)条，缺：\(Wording.list(missing).zh)。",
          "\(fitting.count) item(s), without: \(Wording.list(missing).en).")
      }
      if let sample = sampleShare, sample.share < requirement.share {
        return Wording.text(
          "抽查\(sample.looked)条，要素齐全的\(sample.met)条，不到\(Int(requirement.share * 100))%。",
          "Of \(sample.looked) item(s) looked at, \(sample.met) show the labels: less than "
            + "\(Int(requirement.share * 100)) %.")
      }
      if requirement.moreThanPrevious, !fitting.isEmpty {
        return Wording.text(
          "审核年度\(fitting.count)条，上一年度\(previous)条，没有增加。",
          "\(fitting.count) item(s) in the audited year, \(previous) in the year before.")
      }
      if !fitting.isEmpty {
        return Wording.text(
          "只有\(fitting.count)条，至少要\(requirement.least)条。",
          "There are \(fitting.count) item(s); \(requirement.least) are needed.")
      }
      guard let near = nearest.first, case .near(let reason) = near.standing else {
        return Wording.text("没有找到\(rule.title.zh)的内容。", "Nothing was found on: \(rule.title.en).")
      }
      return Wording.text(
        "没有找到符合要求的内容，最接近的《\(near.item.title)》：\(reason.zh)。",
        "Nothing fits; nearest is “\(near.item.title)”: \(reason.en).")
    }

    private lazy var nearest = all.filter { if case .near = $0.standing { true } else { false } }
      .sorted {
        ($0.item.date?.ordinal ?? 0, $1.item.url) > ($1.item.date?.ordinal ?? 0, $0.item.url)
      }

    private lazy var open = all.filter { if case .open = $0.standing { true } else { false } }

    private lazy var linked = platform()

    private func doubts(_ gaps: GapList) -> [Bilingual] {
      var doubts: [Bilingual] = []
      if let first = open.first, case .open(let reason) = first.standing {
        doubts.append(
          Wording.text(
            "有\(open.count)条可能符合而不能判定（如《\(first.item.title)》：\(reason.zh)）。",
            "\(open.count) item(s) may fit and can't be judged (such as “\(first.item.title)”: "
              + "\(reason.en))."))
      }
      if let doubt = partDoubt() { doubts.append(doubt) }
      if let look = doubtful() { doubts.append(look) }
      if linked != nil {
        doubts.append(
          Wording.text(
            "有指向站外平台的链接，内容可能在平台上公开。",
            "There is a link to a platform outside, on which it may stand."))
      }
      if !gaps.isEmpty { doubts.append(Wording.gaps(gaps)) }
      return doubts
    }

    // MARK: Samples and years

    private var sampleShare: (share: Double, looked: Int, met: Int)? {
      guard requirement.share > 0 else { return nil }
      // What is another year's or unit's is no part of the sample.
      let looked = (fitting + nearest + open)
        .filter { $0.page != nil && search.isRelevant($0) }.prefix(requirement.sample)
      guard !looked.isEmpty else { return nil }
      let met = looked.count { if case .fits = $0.standing { true } else { false } }
      return (Double(met) / Double(looked.count), looked.count, met)
    }

    /// How many items the year before had.
    private var previous: Int {
      all.count { candidate in
        guard case .near = candidate.standing, !candidate.item.isDead, search.isOurs(candidate)
        else { return false }
        return candidate.item.date?.year == search.year - 1
      }
    }

    // MARK: Words

    /// What was searched, when nothing is missing.
    private(set) lazy var searched = search.reach.coverage(columns: search.columns + search.broad)

    private func coverage(gaps: GapList) -> Coverage {
      Coverage(pages: searched.pages, columns: searched.columns, gaps: gaps.first)
    }

    func soughtFor(_ coverage: Coverage) -> Bilingual {
      let sought = requirement.sought
      return Wording.join([
        Wording.text(
          "查找\(rule.title.zh)：\(sought.zh)。", "Sought: \(rule.title.en); \(sought.en)."),
        Wording.place(coverage, in: territory),
      ])
    }

    private func evidence(_ trace: Item?) -> [Evidence] {
      var found = fitting.prefix(3).map { territory.cite($0.item) }
      if let trace { found.append(territory.cite(trace)) }
      for candidate in (open + nearest).prefix(5) {
        switch candidate.standing {
        case .fits: continue
        case .open(let reason), .near(let reason):
          found.append(territory.cite(candidate.item, nearMiss: reason))
        }
      }
      return found
    }
  }
}
