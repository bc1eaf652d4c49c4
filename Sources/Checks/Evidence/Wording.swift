import Findings
import Patterns
import Rules
import Texts

/// Phrases that every check uses in the same words.
enum Wording {
  /// `“工作动态”、“部门动态”等`.
  static func names(_ names: [String], limit: Int = 4) -> String {
    let shown = names.prefix(limit).map { "“\($0)”" }.joined(separator: "、")
    return names.count > limit ? shown + "等" : shown
  }

  /// The same for English sentences: `“工作动态”, “部门动态” …`.
  static func englishNames(_ names: [String], limit: Int = 4) -> String {
    let shown = names.prefix(limit).map { "“\($0)”" }.joined(separator: ", ")
    return names.count > limit ? shown + " …" : shown
  }

  /// Where was searched: how many pages, which columns.
  static func place(_ coverage: Coverage, in territory: Territory) -> Bilingual {
    let zh = coverage.columns.isEmpty ? "" : "，栏目\(names(coverage.columns))"
    let en = coverage.columns.isEmpty ? "" : ", columns \(englishNames(coverage.columns))"
    switch territory.scope {
    case .each:
      return Bilingual(
        zh: "查找范围：本单位已读页面\(coverage.pages)个\(zh)",
        en: "Searched: \(coverage.pages) pages of the unit\(en)")
    case .any:
      return Bilingual(
        zh: "查找范围：责任单位及门户已读页面\(coverage.pages)个\(zh)",
        en: "Searched: \(coverage.pages) pages of the responsible units and the portal\(en)")
    case .district:
      return Bilingual(
        zh: "查找范围：全区门户已读页面\(coverage.pages)个\(zh)",
        en: "Searched: \(coverage.pages) pages of the district portal\(en)")
    }
  }

  /// Why absence is no fact here.
  static func gaps(_ gaps: GapList) -> Bilingual {
    let sample = gaps.first.first.map { "\($0.url) [\($0.outcome)]" } ?? ""
    return Bilingual(
      zh: "另有\(gaps.count)处可能载有该内容而未能读取（如 \(sample)），不能据此认定缺失。",
      en: "\(gaps.count) address(es) that could hold it were not read (such as \(sample)), "
        + "so absence is not established.")
  }

  /// Joins sentences: Chinese without, English with a space.
  static func join(_ parts: [Bilingual]) -> Bilingual {
    Bilingual(
      zh: parts.map(\.zh).filter { !$0.isEmpty }.joined(),
      en: parts.map(\.en).filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Joins items of a list.
  static func list(_ parts: [Bilingual], limit: Int = 12) -> Bilingual {
    let shown = parts.prefix(limit)
    let rest = parts.count - shown.count
    return Bilingual(
      zh: shown.map(\.zh).joined(separator: "、") + (rest > 0 ? "等\(parts.count)项" : ""),
      en: shown.map(\.en).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
  }

  static func text(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }

  /// A pattern of a pack that can't be compiled.
  static func badPattern(_ fault: Pattern.Fault) -> Bilingual {
    text("标题样式有误（第\(fault.offset)字节）：\(fault.source)（\(fault.message)）", "\(fault)")
  }

  /// A rule or part needs one of some keys.
  static func needsOne(of names: [String]) -> Bilingual {
    let quoted = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return text(
      "至少写“\(names.joined(separator: "”“"))”之一", "this needs at least one of \(quoted)")
  }

  static let deadLink = text("链接打不开（页面不存在）", "the link is dead (page not found)")
}
