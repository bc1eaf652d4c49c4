import Findings
import Page
import Rules
import Sites
import Texts
import Web

extension InterpretationCheck {
  /// Counts the explanations of the period that are pictures, sound or film.
  ///
  /// One is by its title or column, by a picture in its body, or by a sound or film file. A page
  /// with a frame may show a player that was not read.
  struct FormsTally {
    private let requirement: Requirement
    private let territory: Territory
    private let search: ItemSearch
    private var shown: [Item] = []
    private var plain: [Item] = []
    private var open: [Item] = []

    init(_ requirement: Requirement, _ territory: Territory) {
      self.requirement = requirement
      self.territory = territory
      search = ItemSearch(
        territory, keys: requirement.keys, titles: requirement.titles,
        except: requirement.policyExcept)
      for item in search.inPeriod {
        switch isShown(item) {
        case true?: shown.append(item)
        case false?: plain.append(item)
        case nil: open.append(item)
        }
      }
    }

    private static let films = [".mp4", ".mp3", ".flv", ".avi", ".wmv", ".m3u8", ".wav"].map {
      Array($0.utf8)
    }

    /// Nil when it can't be told.
    private func isShown(_ item: Item) -> Bool? {
      if requirement.forms.fits(item.normal) { return true }
      let columns = item.columns.map { territory.index.sites[item.site].columns[$0].name }
      if columns.contains(where: { requirement.forms.fits(TitleText.normalize($0)) }) {
        return true
      }
      guard let facts = territory.page(of: item)?.facts else { return item.isUnread ? nil : false }
      if facts.bodyImages > 0 { return true }
      let files = facts.attachments + facts.links
      let isFilm = files.contains { file in
        let address = Array(file.url.string.utf8)
        return Self.films.contains { address.place(of: $0) != nil }
      }
      if isFilm { return true }
      if !facts.frames.isEmpty || PageContent.doubt(facts) != nil { return nil }
      return false
    }

    func conclusion(_ rule: Rule) -> Conclusion {
      let gaps = search.gaps(rows: .judgedByTitle)
      let isMet = shown.count >= requirement.formsLeast
      let status = status(isMet, gaps)
      return Conclusion(
        status, message: message(status, gaps),
        soughtFor: Wording.text(
          "审核期内以图解、音频、视频等形式发布的解读至少\(requirement.formsLeast)条。",
          "At least \(requirement.formsLeast) explanation(s) of the period as picture, sound or film."
        ),
        evidence: shown.suffix(3).map { territory.cite($0) }
          + (isMet
            ? []
            : plain.suffix(5).map { item in
              territory.cite(item, nearMiss: Wording.text("只有文字", "it is text alone"))
            }),
        coverage: territory.coverage(
          columns: search.columns, gaps: status == .undetermined ? gaps : GapList()),
        metBy: shown.last.flatMap { territory.ownerID(of: $0) })
    }

    private func status(_ isMet: Bool, _ gaps: GapList) -> Status {
      if isMet { return .pass }
      guard gaps.isEmpty, open.isEmpty else { return .undetermined }
      if plain.isEmpty && shown.isEmpty {
        return search.undated.isEmpty ? .notApplicable : .undetermined
      }
      return .fail
    }

    private func message(_ status: Status, _ gaps: GapList) -> Bilingual {
      var parts: [Bilingual] = []
      if status == .notApplicable {
        parts.append(
          Wording.text("审核期内没有发布解读。", "No explanation came out in the period."))
      } else {
        let all = shown.count + plain.count + open.count
        parts.append(
          Wording.text(
            "解读\(all)条，其中图解、音频、视频\(shown.count)条。",
            "Of \(all) explanation(s), \(shown.count) as picture, sound or film."))
      }
      if status == .undetermined, !open.isEmpty {
        parts.append(
          Wording.text(
            "另有\(open.count)条看不出形式，如《\(open[0].title)》。",
            "\(open.count) more can't be judged, such as “\(open[0].title)”."))
      }
      if status == .undetermined, !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
      return Wording.join(parts)
    }
  }
}
