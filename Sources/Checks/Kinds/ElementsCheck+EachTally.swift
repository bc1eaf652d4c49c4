import Dates
import Findings
import Page
import Rules
import Sites
import Texts
import Web

extension ElementsCheck {
  /// Counts the pages that show enough, those that do not, and those that can't tell.
  struct EachTally {
    private struct Subject {
      var title: String
      var date: CivilDate?
      var record: PageRecord?
      var item: Item?
    }

    private let requirement: EachPage
    private let reach: Territory
    private let rule: Rule
    private let columns: [ColumnPlace]
    private var met: [Subject] = []
    private var bare: [(subject: Subject, missing: [Bilingual])] = []
    /// Pages that were not read, or may hold more than could be read.
    private var open: [(subject: Subject, reason: Bilingual)] = []
    /// Pages of pictures or attachments alone.
    private var unseen: [(subject: Subject, reason: Bilingual)] = []

    init(_ requirement: EachPage, _ territory: Territory, _ rule: Rule) {
      self.requirement = requirement
      self.rule = rule
      reach = requirement.publisher == .district ? territory.withPortal : territory
      columns = reach.columns(named: requirement.keys)
      for subject in subjects() { judge(subject) }
    }

    // MARK: Pages

    private func subjects() -> [Subject] {
      var found: [Subject] = []
      var seen: Set<String> = []
      for item in reach.countedItems(
        of: columns, keys: requirement.keys, titled: requirement.titles,
        except: requirement.except)
      where isTimely(item.date, item.normal) && !requirement.idleFiles.fits(item.normal) {
        let record = item.page.map { reach.index.sites[item.site].records.pages[$0] }
        guard seen.insert((record?.finalURL ?? item.url).string).inserted else { continue }
        found.append(Subject(title: item.title, date: item.date, record: record, item: item))
      }
      for record in pages() where seen.insert(record.finalURL.string).inserted {
        let title = record.facts?.title ?? ""
        let normal = TitleText.normalize(title)
        guard !requirement.except.fits(normal), !reach.isOfAnotherUnit(titled: title),
          isTimely(record.facts?.publishedOn, normal)
        else { continue }
        found.append(
          Subject(title: title, date: record.facts?.publishedOn, record: record, item: nil))
      }
      found.sort { left, right in
        (left.date?.ordinal ?? 0, Self.address(right)) > (
          right.date?.ordinal ?? 0, Self.address(left)
        )
      }
      return Array(found.prefix(requirement.sample))
    }

    private static func address(_ subject: Subject) -> String {
      subject.item?.url.string ?? subject.record?.url.string ?? ""
    }

    /// Columns that are a text themselves, pages called like them, and front pages.
    private func pages() -> [PageRecord] {
      var found: [PageRecord] = []
      // A list says nothing itself, however its rows came to be known.
      var lists: Set<String> = []
      for place in columns where !reach.index.column(place).entries.isEmpty {
        let column = reach.index.column(place)
        for url in [column.url] + column.pages { lists.insert(url.string) }
      }
      for place in columns where reach.index.column(place).entries.isEmpty {
        let site = reach.index.sites[place.site]
        let column = site.columns[place.column]
        found += ([column.url] + column.pages).compactMap { site.records.record(of: $0) }
      }
      found += reach.pages(named: requirement.keys, titled: requirement.titles)
        .map { reach.record($0) }
        .filter { ($0.facts?.entries.isEmpty ?? false) && !lists.contains($0.finalURL.string) }
      if requirement.hasFronts { found += fronts }
      return found.filter { record in
        guard let facts = record.facts, record.outcome.isReadable, !isFrame(facts) else {
          return false
        }
        switch facts.kind {
        case .error, .challenge: return false
        case .home: return requirement.hasFronts
        case .column, .article, .directory, .guide, .form, .download, .other: return true
        }
      }
    }

    /// A list that stands elsewhere, in a frame without a text: no page to be judged.
    private func isFrame(_ facts: PageFacts) -> Bool {
      facts.listState == .elsewhere && facts.textLength == 0 && facts.bodyImages == 0
        && facts.attachments.isEmpty
    }

    private var fronts: [PageRecord] {
      var found: [PageRecord] = []
      for site in reach.sites {
        let records = reach.index.sites[site].records
        found += records.start.compactMap { records.record(of: $0) }
      }
      for member in reach.members {
        let unit = reach.survey.units[member]
        guard let site = reach.index.siteNumbers[unit.site], let root = unit.scope.first else {
          continue
        }
        if let record = reach.index.sites[site].records.record(of: root) { found.append(record) }
      }
      return found
    }

    /// Of the period by its day or its title's year; an undated page may be.
    private func isTimely(_ date: CivilDate?, _ title: [UInt8]) -> Bool {
      guard requirement.dated == .period else { return true }
      guard let date else {
        let years = TitlePeriod.years(in: title)
        return years.isEmpty || years.contains(reach.survey.period.to.year)
      }
      return reach.survey.period.contains(date)
    }

    // MARK: Judging

    private mutating func judge(_ subject: Subject) {
      guard let facts = subject.record?.facts else {
        if subject.item?.isUnread ?? false {
          open.append((subject, Wording.text("页面未能读取", "its page was not read")))
        }
        return
      }
      let title = TitleText.normalize(subject.title)
      let files = files(of: subject, facts)
      if !requirement.conditions.isEmpty, !isOfKind(title, facts, files) {
        if let doubt = doubt(facts, files) { unseen.append((subject, doubt)) }
        return
      }
      let reading = EachReading(requirement.pieces, title: title, facts, files)
      if reading.shown >= requirement.atLeast {
        guard requirement.dated == .any || subject.date != nil else {
          open.append((subject, Wording.text("没有日期", "it bears no day")))
          return
        }
        met.append(subject)
      } else if let doubt = doubt(facts, files) {
        if PageContent.isOutOfSight(facts) {
          unseen.append((subject, doubt))
        } else {
          open.append((subject, doubt))
        }
      } else if reading.hasFrame {
        open.append((subject, Wording.text("页面内嵌的播放器未能读取", "a frame was not read")))
      } else if isLackOpen(facts) {
        open.append((subject, Wording.text("页面文字里看不到", "its text does not show it")))
      } else {
        bare.append((subject, reading.missing))
      }
    }

    /// A page on which a piece can't be seen establishes nothing.
    private func isLackOpen(_ facts: PageFacts) -> Bool {
      switch requirement.lacking {
      case .fail: false
      case .undetermined: true
      case .hidden: !facts.hidden.isEmpty || !facts.frames.isEmpty || facts.kind == .article
      }
    }

    /// What the page's documents say, those that were asked for; nil when none was.
    private func files(of subject: Subject, _ facts: PageFacts) -> PageFiles? {
      guard PageContent.leavesMuchToFiles(facts), let url = subject.record?.finalURL else {
        return nil
      }
      let site =
        subject.item?.site
        ?? reach.sites.first { reach.index.sites[$0].records.record(of: url) != nil }
      guard let records = site.map({ reach.index.sites[$0].records }),
        facts.attachments.contains(where: { records.attachment(at: $0.url) != nil })
      else { return nil }
      return PageFiles(of: facts, in: records)
    }

    /// Why the page may hold more than was read; forms to fill in hold nothing.
    private func doubt(_ facts: PageFacts, _ files: PageFiles?) -> Bilingual? {
      guard !requirement.idleFiles.isEmpty else { return PageContent.doubt(facts, files) }
      var rest = facts
      rest.attachments.removeAll { requirement.idleFiles.fits(TitleText.normalize($0.text)) }
      return PageContent.doubt(rest, rest.attachments.isEmpty ? nil : files)
    }

    private func isOfKind(_ title: [UInt8], _ facts: PageFacts, _ files: PageFiles?) -> Bool {
      requirement.conditions.fits(title) || PageWords(facts, files).fits(requirement.conditions)
        || facts.attachments.contains { requirement.conditions.fits(TitleText.normalize($0.text)) }
    }

    // MARK: Verdict

    var conclusion: Conclusion {
      let gaps = CoverageQuestion(
        columns: requirement.keys, titles: requirement.titles,
        reach: requirement.titles.isEmpty && requirement.lacking != .hidden ? .columns : .anywhere,
        rows: .needPage
      ).gaps(in: reach)
      let status = requirement.share > 0 ? shareStatus(gaps) : countStatus(gaps)
      let counted = met.count + bare.count
      let share =
        status == .pass ? 1 : status == .partial ? Double(met.count) / Double(max(counted, 1)) : 0
      return Conclusion(
        status, share: share, message: message(status, gaps),
        soughtFor: soughtFor, evidence: evidence,
        coverage: reach.coverage(
          columns: columns, gaps: status == .undetermined ? gaps : GapList()),
        metBy: met.first?.item.flatMap { reach.ownerID(of: $0) }, faults: max(1, bare.count))
    }

    private var isNothing: Bool { met.isEmpty && bare.isEmpty && open.isEmpty && unseen.isEmpty }

    private func absent(_ gaps: GapList) -> Status {
      guard gaps.isEmpty else { return .undetermined }
      switch requirement.absence {
      case .fail: return .fail
      case .undetermined: return .undetermined
      case .notApplicable: return .notApplicable
      }
    }

    private func countStatus(_ gaps: GapList) -> Status {
      if met.count >= requirement.least { return .pass }
      if isNothing { return absent(gaps) }
      guard open.isEmpty, unseen.isEmpty, gaps.isEmpty, sighting == nil else {
        return .undetermined
      }
      return requirement.isPartial && !met.isEmpty ? .partial : .fail
    }

    /// A page beyond those that are judged that says something of the kind, where what is not to be
    /// seen is asked for.
    private var sighting: PageRecord? {
      guard requirement.lacking == .hidden else { return nil }
      return reach.survey.sightings.first(requirement.pieces, for: rule, in: reach)
        .map { reach.record($0) }
    }

    private func shareStatus(_ gaps: GapList) -> Status {
      if isNothing { return absent(gaps) }
      let all = met.count + bare.count + open.count
      // What is a picture is not counted, unless there is nothing else.
      guard met.count + bare.count > 0 else { return .undetermined }
      let worst = Double(met.count) / Double(all)
      let best = Double(met.count + open.count) / Double(all)
      if worst >= requirement.share { return bare.isEmpty || gaps.isEmpty ? .pass : .undetermined }
      guard best < requirement.share, gaps.isEmpty else { return .undetermined }
      return requirement.isPartial && !met.isEmpty ? .partial : .fail
    }

    // MARK: Words

    private var pieces: Bilingual { Wording.list(requirement.pieces.map(\.name)) }

    private var soughtFor: Bilingual {
      let some = requirement.atLeast < requirement.pieces.count
      return Wording.text(
        "\(rule.title.zh)：每页应有\(pieces.zh)\(some ? "中的至少\(requirement.atLeast)项" : "")；"
          + "查找栏目\(Wording.names(requirement.columns))。",
        "\(rule.title.en): each page must show \(some ? "\(requirement.atLeast) of " : "")\(pieces.en); "
          + "columns \(Wording.englishNames(requirement.columns)).")
    }

    private func message(_ status: Status, _ gaps: GapList) -> Bilingual {
      var parts: [Bilingual] = []
      if met.isEmpty && bare.isEmpty {
        parts.append(
          Wording.text(
            "没有可以核对的页面（\(rule.title.zh)）。", "No page could be held against: \(rule.title.en)."))
      } else {
        parts.append(
          Wording.text(
            "核对\(met.count + bare.count)页，要素齐全\(met.count)页。",
            "Of \(met.count + bare.count) page(s), \(met.count) show all that is asked for."))
      }
      if status != .pass, let first = bare.first {
        let missing = Wording.list(first.missing)
        parts.append(
          Wording.text(
            "《\(first.subject.title)》缺\(missing.zh)。",
            "“\(first.subject.title)” lacks \(missing.en)."))
      }
      if status == .notApplicable {
        parts.append(
          Wording.text("有没有此类页面由另一条判定。", "Whether there is such a page is another rule's."))
      }
      if status == .undetermined {
        if let first = open.first ?? unseen.first {
          parts.append(
            Wording.text(
              "\(open.count + unseen.count)页不能判定（如《\(first.subject.title)》：\(first.reason.zh)）。",
              "\(open.count + unseen.count) page(s) can't be judged (such as "
                + "“\(first.subject.title)”: \(first.reason.en))."))
        }
        if open.isEmpty, unseen.isEmpty, gaps.isEmpty, let title = sighting?.facts?.title {
          parts.append(
            Wording.text("《\(title)》提到此类内容，须人工核实。", "“\(title)” tells of it; a person has to look.")
          )
        }
        if !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
        if isNothing && gaps.isEmpty {
          parts.append(
            Wording.text("没有找到此类页面，不能据此认定缺失。", "None was found, which establishes nothing."))
        }
      }
      return Wording.join(parts)
    }

    private func cite(
      _ subject: Subject, excerpt: String? = nil, nearMiss: Bilingual? = nil
    ) -> Evidence? {
      if let item = subject.item { return reach.cite(item, excerpt: excerpt, nearMiss: nearMiss) }
      return subject.record.map { reach.cite($0, excerpt: excerpt, nearMiss: nearMiss) }
    }

    private var evidence: [Evidence] {
      let good = met.prefix(3).compactMap { cite($0) }
      let bad = bare.prefix(8).compactMap { one -> Evidence? in
        let missing = Wording.list(one.missing)
        return cite(
          one.subject, nearMiss: Wording.text("缺\(missing.zh)", "it lacks \(missing.en)"))
      }
      let rest = (open + unseen).prefix(4).compactMap { cite($0.subject, nearMiss: $0.reason) }
      return good + bad + rest
    }
  }
}
