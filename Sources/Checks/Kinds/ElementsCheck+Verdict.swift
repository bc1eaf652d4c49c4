import Findings
import Rules
import Texts

extension ElementsCheck {
  /// Puts the parts together.
  struct Verdict {
    let requirement: Requirement
    let territory: Territory
    let searches: [PartSearch]
    let rule: Rule

    init(
      _ requirement: Requirement, _ territory: Territory, _ searches: [PartSearch], _ rule: Rule
    ) {
      self.requirement = requirement
      self.territory = territory
      self.searches = searches
      self.rule = rule
    }

    private func isMet(_ search: PartSearch) -> Bool {
      if case .met = search.outcome { true } else { false }
    }

    private func isFact(_ search: PartSearch) -> Bool {
      if case .missing(let isFact) = search.outcome { isFact } else { false }
    }

    var conclusion: Conclusion {
      let met = searches.filter(isMet)
      let absent = searches.filter(isFact)
      let open = searches.filter { !isMet($0) && !isFact($0) }
      var gaps = GapList()
      for search in open { gaps.add(search.gaps) }
      let columns = Set(searches.flatMap(\.columns)).sorted()
      let coverage = territory.coverage(columns: columns, gaps: gaps)
      let share = searches.isEmpty ? 0 : Double(met.count) / Double(searches.count)
      return Conclusion(
        status(met: met.count, absent: absent.count, open: open.count),
        share: absent.isEmpty && open.isEmpty ? 1 : requirement.isPartial ? share : 0,
        message: message(met, absent, open), soughtFor: soughtFor(coverage),
        fix: absent.isEmpty ? nil : fix(absent),
        evidence: evidence, coverage: coverage, faults: max(1, absent.count))
    }

    private func status(met: Int, absent: Int, open: Int) -> Status {
      if absent == 0 && open == 0 { return .pass }
      guard requirement.isPartial else { return absent > 0 ? .fail : .undetermined }
      if open > 0 { return .undetermined }
      return met > 0 ? .partial : .fail
    }

    private func names(_ searches: [PartSearch]) -> Bilingual {
      Wording.list(searches.map(\.part.name))
    }

    private func message(
      _ met: [PartSearch], _ absent: [PartSearch], _ open: [PartSearch]
    ) -> Bilingual {
      var parts: [Bilingual] = []
      if !met.isEmpty {
        parts.append(
          Wording.text(
            "\(searches.count)项中已写明\(met.count)项：\(names(met).zh)。",
            "Of \(searches.count) part(s), shown \(met.count): \(names(met).en)."))
      }
      if !absent.isEmpty {
        parts.append(
          Wording.text(
            "缺\(absent.count)项：\(names(absent).zh)。",
            "Missing \(absent.count): \(names(absent).en)."))
      }
      for search in absent {
        guard let near = search.nearMisses.first, let reason = near.nearMiss else { continue }
        let title = near.title ?? near.url
        parts.append(
          Wording.text(
            "\(search.part.name.zh)：《\(title)》\(reason.zh)。",
            "\(search.part.name.en): “\(title)”: \(reason.en)."))
      }
      for search in open {
        let why = search.doubts.first.map {
          Wording.text("\($0.zh)。", "\($0.en).")
        }
        parts.append(
          Wording.text(
            "\(search.part.name.zh)未能判定：", "Not decided, \(search.part.name.en):"))
        parts.append(why ?? Wording.gaps(search.gaps))
      }
      return Wording.join(parts)
    }

    private func soughtFor(_ coverage: Coverage) -> Bilingual {
      let looked = searches.reduce(0) { $0 + $1.looked }
      return Wording.join([
        Wording.text(
          "应写明：\(names(searches).zh)；查看了\(looked)个相关页面。",
          "To be shown: \(names(searches).en); \(looked) page(s) looked at."),
        Wording.place(coverage, in: territory),
      ])
    }

    private func fix(_ absent: [PartSearch]) -> Bilingual {
      let columns = absent.compactMap(\.part.columns.first)
      return Wording.text(
        "在\(Wording.names(columns, limit: 3))栏目以文字形式补充\(names(absent).zh)。",
        "Add \(names(absent).en) as text, in the column \(Wording.englishNames(columns, limit: 3))."
      )
    }

    private var evidence: [Evidence] {
      var found: [Evidence] = []
      for search in searches {
        if case .met(let evidence) = search.outcome, !found.contains(evidence) {
          found.append(evidence)
        }
      }
      for search in searches where !isMet(search) {
        for miss in search.nearMisses where !found.contains(miss) { found.append(miss) }
      }
      return found
    }
  }
}
