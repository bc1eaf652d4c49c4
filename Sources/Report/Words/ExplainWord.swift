package import Texts

/// Fixed texts of `mingcha explain`.
package enum ExplainWord: TextTable {
  case clause, severity, points, dimension, unit, capture, notLookedAt, complete

  package var words: Bilingual {
    switch self {
    case .clause: Bilingual(zh: "出处", en: "Clause")
    case .severity: Bilingual(zh: "轻重", en: "Severity")
    case .points: Bilingual(zh: "计分", en: "Points")
    case .dimension: Bilingual(zh: "所属维度", en: "Dimension")
    case .unit: Bilingual(zh: "全单位", en: "The unit")
    case .capture:
      Bilingual(
        zh: "看存档里的原文：mingcha archive show <存档> <存档号> --body",
        en: "See the page as archived: mingcha archive show ARCHIVE RECORD --body")
    case .notLookedAt: Bilingual(zh: "没有查看网页", en: "No page was looked at")
    case .complete:
      Bilingual(zh: "可能刊登该内容的网页都已读到", en: "Every page that could hold it was read")
    }
  }
}
