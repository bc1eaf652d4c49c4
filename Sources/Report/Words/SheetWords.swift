package import Texts

/// Names of the sheets of the workbook, and what may be chosen in its cells.
package enum SheetWord: TextTable {
  case ranking, detail, problems, open, notes
  case notBegun, underWay, repaired, cannot, upheld, partlyAccepted, accepted
  case fullPoints, total, sameItem, undecided, choices, legend

  package var words: Bilingual {
    switch self {
    case .ranking: Bilingual(zh: "总分排名", en: "Ranking")
    case .detail: Bilingual(zh: "评分明细", en: "Scores")
    case .problems: Bilingual(zh: "问题清单", en: "Problems")
    case .open: Bilingual(zh: "未能判定", en: "Undetermined")
    case .notes: Bilingual(zh: "说明", en: "Notes")
    case .notBegun: Bilingual(zh: "未整改", en: "Not begun")
    case .underWay: Bilingual(zh: "整改中", en: "Under way")
    case .repaired: Bilingual(zh: "已整改", en: "Repaired")
    case .cannot: Bilingual(zh: "无法整改", en: "Cannot be repaired")
    case .upheld: Bilingual(zh: "维持", en: "Upheld")
    case .partlyAccepted: Bilingual(zh: "部分采纳", en: "Accepted in part")
    case .accepted: Bilingual(zh: "采纳", en: "Accepted")
    case .fullPoints: Bilingual(zh: "满分", en: "Full points")
    case .total: Bilingual(zh: "合计", en: "Total")
    case .sameItem: Bilingual(zh: "同项", en: "same")
    case .undecided: Bilingual(zh: "未判", en: "open")
    case .choices: Bilingual(zh: "可选项", en: "Choices")
    case .legend: Bilingual(zh: "图例", en: "Legend")
    }
  }
}
