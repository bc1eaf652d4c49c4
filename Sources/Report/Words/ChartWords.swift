package import Texts

/// Fixed texts of the freshness calendar.
package enum CalendarWord: TextTable {
  case title, weeks, items, active, newest, none, note, sites, empty
  case level0, level1, level2, level3

  /// The steps of colour, from nothing to many.
  static let levels: [CalendarWord] = [.level0, .level1, .level2, .level3]

  package var words: Bilingual {
    switch self {
    case .title: Bilingual(zh: "栏目更新日历", en: "When columns were updated")
    case .weeks: Bilingual(zh: "各周更新情况", en: "Weeks")
    case .items: Bilingual(zh: "信息条数", en: "Items")
    case .active: Bilingual(zh: "有更新的周", en: "Weeks with items")
    case .newest: Bilingual(zh: "最近一条", en: "Newest")
    case .none:
      Bilingual(
        zh: "这次审核没有记下栏目的更新日期。", en: "This audit holds no dates of columns.")
    case .note:
      Bilingual(
        zh: "每格一周，按列表所示日期统计考核期内的信息。没有更新不一定就是问题，是否达标以条款判定为准。",
        en: "A cell is a week; items of the period count by the date in the list. A quiet week is "
          + "not yet a fault: the rules decide.")
    case .sites: Bilingual(zh: "不属于单位的栏目", en: "Columns that are no unit's own")
    case .empty: Bilingual(zh: "没有读到本单位的列表栏目", en: "No list column of its own was read")
    case .level0: Bilingual(zh: "没有", en: "none")
    case .level1: Bilingual(zh: "1 条", en: "1 item")
    case .level2: Bilingual(zh: "2 至 4 条", en: "2 to 4")
    case .level3: Bilingual(zh: "5 条以上", en: "5 or more")
    }
  }
}

/// Fixed texts of the pages of rules.
package enum RuleWord: TextTable {
  case list, page, search, requirement, check, points, scope, binds, note, fix, article, severity
  case each, any, district, results, units, why, listNote, noUnits, kind

  package var words: Bilingual {
    switch self {
    case .list: Bilingual(zh: "全部条款", en: "All rules")
    case .page: Bilingual(zh: "条款达标情况", en: "Who meets a rule")
    case .search: Bilingual(zh: "查找条款", en: "Find a rule")
    case .requirement: Bilingual(zh: "要求", en: "Requirement")
    case .check: Bilingual(zh: "如何检查", en: "How it is checked")
    case .points: Bilingual(zh: "分值", en: "Points")
    case .scope: Bilingual(zh: "责任范围", en: "Scope")
    case .binds: Bilingual(zh: "责任单位", en: "Responsible")
    case .note: Bilingual(zh: "读法说明", en: "How it is read")
    case .fix: Bilingual(zh: "如何整改", en: "What to do")
    case .article: Bilingual(zh: "出处", en: "Source")
    case .severity: Bilingual(zh: "性质", en: "Severity")
    case .each: Bilingual(zh: "各单位分别判定", en: "Judged for each unit")
    case .any: Bilingual(zh: "所列单位之一做到即可", en: "Met when any of the units meets it")
    case .district: Bilingual(zh: "全区判定一次", en: "Judged once for the district")
    case .results: Bilingual(zh: "结果分布", en: "Results")
    case .units: Bilingual(zh: "各单位结果", en: "The units")
    case .why: Bilingual(zh: "为何要求", en: "Why it matters")
    case .listNote:
      Bilingual(
        zh: "每个条款一页：要求、检查方法和各单位的结果。",
        en: "Each rule has a page: what it asks, how it is checked, and the units' results.")
    case .noUnits: Bilingual(zh: "这一条款不约束所审核的单位。", en: "The rule binds none of the audited units.")
    case .kind: Bilingual(zh: "检查种类", en: "Kind of check")
    }
  }

  /// The words for a rule's scope; one that is not known is shown as it stands.
  package static func scope(_ scope: String, _ language: Language) -> String {
    switch scope {
    case "each": RuleWord.each.text(language)
    case "any": RuleWord.any.text(language)
    case "district": RuleWord.district.text(language)
    default: scope
    }
  }
}
