import Dates
import Findings
import Page
import Rules
import Sites
import Texts
import Web

/// Looks for a channel and for what makes it one.
struct ChannelSearch {
  private let requirement: InteractionCheck.Requirement
  private let territory: Territory
  private let rule: Rule
  private let search: ItemSearch
  private var met: (evidence: Evidence, what: Bilingual)?
  private var doubt: Bilingual?
  private var near: [Evidence] = []
  private var replies = (inTime: 0, late: 0, unknown: 0)

  init(_ requirement: InteractionCheck.Requirement, _ territory: Territory, _ rule: Rule) {
    self.requirement = requirement
    self.territory = territory
    self.rule = rule
    search = ItemSearch(
      territory, keys: requirement.keys, titles: requirement.titles, except: requirement.except)
  }

  private func wants(_ need: InteractionCheck.Need) -> Bool { requirement.needs.contains(need) }

  /// The pages that stand for the channel: of its columns, and those called like it.
  private var pages: [PageRecord] {
    var records: [PageRecord] = []
    for place in search.columns {
      let site = territory.index.sites[place.site]
      let column = site.columns[place.column]
      for url in [column.url] + column.pages.prefix(3) {
        if let record = site.records.record(of: url) { records.append(record) }
      }
    }
    records += territory.pages(named: requirement.keys, titled: .none).map { territory.record($0) }
    return records
  }

  mutating func look() throws(WorkCalendar.Problem) {
    for record in pages where met == nil {
      guard let read = record.page else { continue }
      if wants(.form), ChannelSigns.hasForm(read.facts) {
        met = (
          territory.cite(record, excerpt: ChannelSigns.formWord(read.facts)),
          Wording.text("可以在线提交", "it can be written to")
        )
      } else if wants(.number), let number = ChannelSigns.number(read.facts, requirement.numbers) {
        met = (
          territory.cite(record, excerpt: number),
          Wording.text("标有号码\(number)", "it shows \(number)")
        )
      } else if read.facts.listState == .unreadable || PageContent.isOutOfSight(read.facts) {
        doubt = Wording.text("栏目内容由脚本生成或在图片中，无法读取", "a script or picture holds it")
      }
    }
    if met == nil, wants(.number) { lookForNumber() }
    if met == nil, wants(.entries) { lookForEntries() }
    if met == nil, wants(.reply) { try lookForReplies() }
  }

  /// A hotline stands on the front page or on any page of the portal as well as in a column.
  private mutating func lookForNumber() {
    guard !requirement.numbers.isEmpty else { return }
    for place in territory.allPages {
      let record = territory.record(place)
      guard let read = record.page, read.facts.kind == .home,
        let number = ChannelSigns.number(read.facts, requirement.numbers)
      else { continue }
      met = (
        territory.cite(record, excerpt: number), Wording.text("标有\(number)", "it shows \(number)")
      )
      return
    }
    if let item = search.items.first(where: { requirement.numbers.fits($0.normal) }) {
      met = (
        territory.cite(item), Wording.text("《\(item.title)》写明号码", "“\(item.title)” names it")
      )
    }
  }

  private mutating func lookForEntries() {
    let items = search.inPeriod
    guard items.count >= requirement.least, let last = items.last else {
      near += search.items.prefix(3).map {
        territory.cite($0, nearMiss: Wording.text("不在审核期内", "outside the audited period"))
      }
      return
    }
    met = (
      territory.cite(last),
      Wording.text("审核期内有\(items.count)条", "\(items.count) item(s) in the period")
    )
  }

  // MARK: Replies

  private mutating func lookForReplies() throws(WorkCalendar.Problem) {
    var first: Item?
    for item in search.inPeriod {
      guard let read = territory.page(of: item) else {
        doubt = doubt ?? Wording.text("答复页面未能读取", "a reply was not read")
        continue
      }
      guard let dialogue = Dialogue(read.facts, near: item.date ?? territory.survey.asOf) else {
        near.append(territory.cite(item, nearMiss: Wording.text("没有答复内容", "it holds no reply")))
        continue
      }
      if first == nil { first = item }
      guard let within = requirement.within else {
        replies.inTime += 1
        continue
      }
      guard let asked = dialogue.asked, let answered = dialogue.answered, asked <= answered else {
        replies.unknown += 1
        continue
      }
      let days = try territory.survey.calendar.workingDays(after: asked, through: answered)
      if days <= within {
        replies.inTime += 1
      } else {
        replies.late += 1
        near.append(
          territory.cite(
            item, nearMiss: Wording.text("隔\(days)个工作日才答复", "answered after \(days) working days")))
      }
    }
    let counted = replies.inTime + replies.late
    guard let first, counted + replies.unknown >= requirement.least else { return }
    if counted > 0, Double(replies.inTime) >= requirement.share * Double(counted) {
      met = (territory.cite(first), Wording.text("有答复\(counted)条", "\(counted) repl(ies)"))
    } else if counted == 0 {
      doubt = Wording.text("看不出提问和答复的时间", "the days of question and reply can't be read")
    }
  }

  /// Letters answered in the period came in by some way, though its form can't be seen.
  private var correspondence: Bilingual? {
    guard requirement.needs == [.form] else { return nil }
    let hasReply = search.inPeriod.suffix(20).contains { item in
      guard let date = item.date, let facts = territory.page(of: item)?.facts else { return false }
      return Dialogue(facts, near: date) != nil
    }
    guard hasReply else { return nil }
    return Wording.text(
      "栏目里有已答复的来信，看不到写信的表单。", "Letters are answered there; the form to write one can't be seen.")
  }

  /// Why nothing of the period is no fault; nil when it is one.
  private var idleness: Bilingual? {
    guard search.inPeriod.isEmpty else { return nil }
    switch requirement.noEntries {
    case .fail: return nil
    case .oldUndetermined, .worksUndetermined:
      // The channel's own page is none of its items.
      let hasItems = search.items.contains { !requirement.keys.contains(FoldedName($0.title)) }
      let works = hasItems || (requirement.noEntries == .worksUndetermined && isOpen)
      guard works else { return nil }
      return Wording.text(
        "栏目可用而审核期内没有条目，原文没有规定频次。",
        "The column works and holds nothing of the period; no frequency is prescribed.")
    case .undetermined:
      return Wording.text(
        "审核期内没有可供核对的条目，未必有应公开的内容。",
        "There is no item of the period to judge by; there may have been nothing to publish.")
    }
  }

  /// The channel's page takes what one writes, or explains itself.
  private var isOpen: Bool {
    pages.contains { record in
      guard let read = record.page, read.facts.listState != .empty || read.facts.formFields > 1
      else {
        return false
      }
      return ChannelSigns.hasForm(read.facts)
        || (read.facts.entries.isEmpty && PageContent.holdsSomething(read.facts)
          && read.facts.textLength >= PageContent.caption)
    }
  }

  // MARK: Verdict

  var conclusion: Conclusion {
    var coverage = territory.coverage(columns: search.columns)
    if let met {
      return Conclusion(
        .pass, message: Wording.text("渠道可用：\(met.what.zh)。", "The channel works: \(met.what.en)."),
        soughtFor: soughtFor, evidence: [met.evidence], coverage: coverage)
    }
    let platform = platform
    if let platform, requirement.platformCounts {
      return Conclusion(
        .pass,
        message: Wording.text("已链接到互动平台。", "There is a link to the platform."),
        soughtFor: soughtFor, evidence: [platform], coverage: coverage)
    }
    let gaps = search.gaps(rows: wants(.reply) ? .needPage : .judgedByTitle)
    var doubts: [Bilingual] = []
    if let doubt { doubts.append(Wording.text("\(doubt.zh)。", "\(doubt.en).")) }
    if let correspondence { doubts.append(correspondence) }
    if let idleness { doubts.append(idleness) }
    if platform != nil {
      doubts.append(
        Wording.text("互动在站外平台进行，无法核实。", "It takes place on a platform outside."))
    }
    if let elsewhere { doubts.append(elsewhere) }
    if !gaps.isEmpty { doubts.append(Wording.gaps(gaps)) }
    coverage.gaps = gaps.first
    let seen =
      search.columns.isEmpty
      ? Wording.text(
        "没有找到栏目\(Wording.names(requirement.columns))。",
        "No column \(Wording.englishNames(requirement.columns)).")
      : replies.late > 0
        ? Wording.text(
          "按时答复\(replies.inTime)条，超期\(replies.late)条。",
          "\(replies.inTime) repl(ies) in time, \(replies.late) late.")
        : Wording.text(
          "栏目“\(territory.index.column(search.columns[0]).name)”里没有可用的渠道。",
          "The column “\(territory.index.column(search.columns[0]).name)” holds no working channel."
        )
    return Conclusion(
      doubts.isEmpty ? .fail : .undetermined, message: Wording.join([seen] + doubts),
      soughtFor: soughtFor,
      evidence: search.columns.prefix(2).map { territory.cite($0) } + near.prefix(6)
        + [platform].compactMap { $0 }, coverage: coverage)
  }

  private var soughtFor: Bilingual {
    Wording.text(
      "\(rule.title.zh)：查找栏目\(Wording.names(requirement.columns))。",
      "\(rule.title.en): columns \(Wording.englishNames(requirement.columns)).")
  }

  /// The channel is linked by its name on a host beyond the plan.
  private var elsewhere: Bilingual? {
    let names = Set(requirement.keys)
    for place in territory.allPages {
      guard let read = territory.record(place).page else { continue }
      for link in read.facts.links where names.contains(FoldedName(link.text)) {
        let isInside = territory.index.sites.contains { site in
          site.records.hosts.contains { $0.covers(link.url) }
        }
        guard !isInside else { continue }
        return Wording.text(
          "“\(link.text)”链接到站外（\(link.url)），未能核实。",
          "“\(link.text)” leads off the site (\(link.url)) and was not looked at.")
      }
    }
    return nil
  }

  private var platform: Evidence? {
    guard !requirement.platforms.isEmpty else { return nil }
    for place in territory.allPages {
      let record = territory.record(place)
      guard
        let link = record.page?.facts.links.first(where: {
          $0.url.hostPort != record.finalURL.hostPort
            && requirement.platforms.fits(TitleText.normalize($0.text))
        })
      else { continue }
      return territory.cite(record, excerpt: "\(link.text) → \(link.url)")
    }
    return nil
  }
}
