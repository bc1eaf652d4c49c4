package import Texts

/// Headings of tables, sheets and lists.
package enum TableWord: TextTable {
  case dimension, rank, unit, kind, percent, bar, points, openPoints, faults, verdict, clause,
    requirement,
    units, lost, affected, reason, findings, example, site, state, pages, requests, volume, notRead,
    problem, times, advice, pack, document, digest, status, items, possible, earned, unitID, rule,
    severity, article, found, soughtFor, fix, url, pageTitle, pageDate, excerpt, fetchedAt, record,
    moreURLs, waiver, gaps, gapCodes, repair, review, undecided, grade, mean, highest, lowest,
    column,
    met, notMet

  package var words: Bilingual {
    switch self {
    case .rank: Bilingual(zh: "名次", en: "Rank")
    case .unit: Bilingual(zh: "单位", en: "Unit")
    case .kind: Bilingual(zh: "类别", en: "Kind")
    case .dimension: Bilingual(zh: "维度", en: "Dimension")
    case .percent: Bilingual(zh: "得分率", en: "Score")
    case .bar: Bilingual(zh: "图示", en: "Bar")
    case .points: Bilingual(zh: "实得 / 应得", en: "Earned / possible")
    case .openPoints: Bilingual(zh: "未判定分", en: "Open points")
    case .faults: Bilingual(zh: "失分项", en: "Faults")
    case .verdict: Bilingual(zh: "结论", en: "Verdict")
    case .clause: Bilingual(zh: "条款", en: "Clause")
    case .requirement: Bilingual(zh: "要求", en: "Requirement")
    case .units: Bilingual(zh: "单位数", en: "Units")
    case .lost: Bilingual(zh: "失分", en: "Lost")
    case .affected: Bilingual(zh: "涉及单位", en: "Which units")
    case .reason: Bilingual(zh: "原因", en: "Reason")
    case .findings: Bilingual(zh: "涉及条款数", en: "Items")
    case .example: Bilingual(zh: "例", en: "Example")
    case .site: Bilingual(zh: "网站", en: "Site")
    case .state: Bilingual(zh: "状态", en: "State")
    case .pages: Bilingual(zh: "读取页面", en: "Pages read")
    case .requests: Bilingual(zh: "请求数", en: "Requests")
    case .volume: Bilingual(zh: "数据量", en: "Volume")
    case .notRead: Bilingual(zh: "未读到", en: "Not read")
    case .problem: Bilingual(zh: "问题", en: "Problem")
    case .times: Bilingual(zh: "次数", en: "Times")
    case .advice: Bilingual(zh: "建议", en: "Advice")
    case .pack: Bilingual(zh: "规则包", en: "Pack")
    case .document: Bilingual(zh: "文件", en: "Document")
    case .digest: Bilingual(zh: "SHA-256", en: "SHA-256")
    case .status: Bilingual(zh: "结果", en: "Result")
    case .items: Bilingual(zh: "项数", en: "Items")
    case .possible: Bilingual(zh: "应得分", en: "Possible")
    case .earned: Bilingual(zh: "实得分", en: "Earned")
    case .unitID: Bilingual(zh: "单位代号", en: "Unit ID")
    case .rule: Bilingual(zh: "规则", en: "Rule")
    case .severity: Bilingual(zh: "性质", en: "Severity")
    case .article: Bilingual(zh: "出处", en: "Source")
    case .found: Bilingual(zh: "查到什么", en: "Found")
    case .soughtFor: Bilingual(zh: "查什么", en: "Looked for")
    case .fix: Bilingual(zh: "如何整改", en: "What to do")
    case .url: Bilingual(zh: "网址", en: "URL")
    case .pageTitle: Bilingual(zh: "页面标题", en: "Page title")
    case .pageDate: Bilingual(zh: "页面日期", en: "Page date")
    case .excerpt: Bilingual(zh: "摘录", en: "Excerpt")
    case .fetchedAt: Bilingual(zh: "发现时间", en: "Found at")
    case .record: Bilingual(zh: "存档编号", en: "Archive record")
    case .moreURLs: Bilingual(zh: "其他网址", en: "Further URLs")
    case .waiver: Bilingual(zh: "豁免理由", en: "Waiver")
    case .gaps: Bilingual(zh: "没有读到的网址", en: "Not read")
    case .gapCodes: Bilingual(zh: "原因代码", en: "Reason codes")
    case .undecided: Bilingual(zh: "未判定项", en: "Undetermined")
    case .grade: Bilingual(zh: "等次", en: "Grade")
    case .mean: Bilingual(zh: "平均", en: "Mean")
    case .highest: Bilingual(zh: "最高", en: "Highest")
    case .lowest: Bilingual(zh: "最低", en: "Lowest")
    case .column: Bilingual(zh: "栏目", en: "Column")
    case .met: Bilingual(zh: "达标", en: "Met")
    case .notMet: Bilingual(zh: "失分", en: "Not met")
    case .repair: Bilingual(zh: "整改情况", en: "Repair")
    case .review: Bilingual(zh: "复核结论", en: "Review")
    }
  }
}
