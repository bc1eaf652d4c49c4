import Dates
import Findings
import Page
import Rules
import Sites
import Texts

extension PublicationCheck.Verdict {
  // MARK: What is no fault

  /// Nothing was asked of the unit: the matter is not its own, or the day has not come.
  func exempt(_ listing: PublicationCheck.Testimony?, _ trace: Item?) -> Conclusion? {
    let reason: Bilingual
    if let due = requirement.due?.day(in: search.year), due >= territory.survey.asOf {
      reason = Wording.text("\(due)以前不算缺。", "It is not missed before \(due) has passed.")
    } else if !requirement.parts.isEmpty, partCount.met.isEmpty, partCount.missing.isEmpty {
      reason = Wording.text("各部分均未到期。", "No part of it is due yet.")
    } else if case .notNamed = listing, trace == nil {
      reason = Wording.text(
        "清单或有关页面没有列出此类事项，本条不适用。", "The pages in question name no such matter: not applicable.")
    } else {
      return nil
    }
    return Conclusion(
      .notApplicable, message: reason, soughtFor: soughtFor(searched), coverage: searched)
  }

  /// Why what is missing is no fault, and what the verdict is instead; nil when it is one.
  ///
  /// Asked only where all was read.
  func excuse(isTraced: Bool) -> (status: Status, why: Bilingual)? {
    guard fitting.isEmpty else { return incomplete }
    if all.contains(where: isRefused) { return nil }
    switch requirement.absence {
    case .undetermined: return (.undetermined, Self.unknown)
    case .fail: if requirement.needsTrace, !isTraced { return (.undetermined, Self.unknown) }
    case .notApplicable:
      if !isTraced, !all.contains(where: search.isRelevant) { return (.notApplicable, elsewhere) }
    case .outdated:
      if !all.contains(where: { !$0.item.isDead && search.isOurs($0) }) {
        return (.notApplicable, elsewhere)
      }
    }
    if requirement.idle == .undetermined, let first = existing.first {
      let name = territory.index.column(first).name
      return (
        .undetermined,
        Wording.text(
          "设有“\(name)”栏目，本期没有应计的条目，可能没有须公开的事项。",
          "The column “\(name)” is there and holds nothing that counts; there may have been no case."
        )
      )
    }
    return incomplete
  }

  /// An item that is right but for a word that must not stand on its page.
  private func isRefused(_ candidate: PublicationCheck.Candidate) -> Bool {
    guard search.refused(territory.words(of: candidate.item)) != nil else { return false }
    return search.isRelevant(candidate)
  }

  /// Some parts, or some items, are out.
  private var incomplete: (status: Status, why: Bilingual)? {
    guard requirement.incomplete == .undetermined, partialShare() > 0 else { return nil }
    return (
      .undetermined,
      Wording.text("已公开一部分，其余是否必须公开须人工判断。", "Some of it is out; a person has to see to the rest.")
    )
  }

  private static var unknown: Bilingual {
    Wording.text(
      "网站上看不出本期是否发生过此类事项，不能据此认定缺失。",
      "Nothing shows that such a case arose in the period, so absence is not established.")
  }

  private var elsewhere: Bilingual {
    requirement.needsTrace
      ? Wording.text("没有迹象表明本期有此类事项。", "Nothing shows that there was such a case in the period.")
      : Wording.text("有没有由另一条判定。", "Whether it is there is another rule's question.")
  }

  /// The columns of its own that can be opened.
  private var existing: [ColumnPlace] {
    search.columns.filter { territory.index.column($0).state != .missing }
  }

  // MARK: What leaves it open

  /// Something that may do in a person's eyes.
  func doubtful() -> Bilingual? {
    let wide = territory.withPortal
    let columns = territory.portalColumns(named: requirement.doubtfulKeys)
      .map { territory.index.column($0) }
      .filter { !$0.entries.isEmpty || $0.body.map(PageContent.holdsSomething) ?? false }
    let items = wide.items(titled: requirement.doubtful).map { territory.index.items[$0] }
    guard let name = items.first(where: { !$0.isDead })?.title ?? columns.first?.name else {
      return nil
    }
    return Wording.text("“\(name)”可能相当，须人工核实。", "“\(name)” may do; a person has to look.")
  }

  /// A missing part may stand in a picture or an attachment.
  func partDoubt() -> Bilingual? {
    guard !requirement.parts.isEmpty else { return nil }
    for candidate in fitting {
      guard let facts = candidate.page?.facts else {
        return candidate.item.isUnread
          ? Wording.text(
            "《\(candidate.item.title)》未能读取。", "“\(candidate.item.title)” was not read.") : nil
      }
      let files = territory.files(of: candidate.item, facts)
      if let doubt = PageContent.doubt(facts, files) {
        return Wording.text(
          "《\(candidate.item.title)》：\(doubt.zh)。", "“\(candidate.item.title)”: \(doubt.en).")
      }
    }
    return nil
  }

  // MARK: What shows a case

  /// For a unit that is judged for itself, what happened to others shows nothing.
  private func isMembers(_ item: Item) -> Bool {
    territory.scope != .each || territory.isOwn(item) || territory.namesMember(item)
  }

  /// Something on the site that shows that a case arose in the period.
  func trace() -> Item? {
    if let pages = requirement.tracePages,
      case .named(let item) = pages.testimony(in: search.reach)
    {
      return item
    }
    guard !requirement.traces.isEmpty else { return nil }
    let period = territory.survey.period
    let first = requirement.tracesFrom?.day(in: search.year) ?? period.from
    return territory.withPortal.items(titled: requirement.traces)
      .map { territory.index.items[$0] }
      .first { item in
        (item.date.map { period.contains($0) && $0 >= first } ?? false)
          && !requirement.except.fits(item.normal)
          && requirement.traces.fits(item.normal, beyond: territory.nameplates(of: item))
          && isMembers(item)
      }
  }
}
