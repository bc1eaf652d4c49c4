package import Texts

/// Fixed texts that every page and summary shares.
package enum HeadWord: TextTable {
  case report, skip, contents, filter, all, clear, place, reportAt, topFaults, siteProblems

  package var words: Bilingual {
    switch self {
    case .report: Bilingual(zh: "政务公开审核报告", en: "Compliance audit report")
    case .skip: Bilingual(zh: "跳到正文", en: "Skip to the content")
    case .contents: Bilingual(zh: "目录", en: "Contents")
    case .filter: Bilingual(zh: "只看", en: "Show")
    case .all: Bilingual(zh: "全部", en: "All")
    case .clear: Bilingual(zh: "清除", en: "Clear")
    case .place: Bilingual(zh: "所在位置", en: "Where you are")
    case .reportAt: Bilingual(zh: "报告", en: "Report")
    case .topFaults: Bilingual(zh: "主要失分项", en: "Most points lost")
    case .siteProblems: Bilingual(zh: "网站问题", en: "Problems of sites")
    }
  }
}

/// Fixed texts of the overview.
package enum OverviewWord: TextTable {
  case summary, ranking, distribution, dimensions, faults, map, calendar, undetermined, sites
  case basis, byKind, noScores, noUnits, all, dimensionNote
  case units, mean, decided, pages, statuses, search, noFaults, allDecided, undeterminedNote
  case noGap, problems, complete, incomplete, packs, method, mapNote, noMap

  package var words: Bilingual {
    switch self {
    case .summary: Bilingual(zh: "总体情况", en: "Summary")
    case .ranking: Bilingual(zh: "单位排名", en: "Ranking")
    case .distribution: Bilingual(zh: "得分分布", en: "Distribution of scores")
    case .dimensions: Bilingual(zh: "单位与维度对照", en: "Units and dimensions")
    case .byKind: Bilingual(zh: "各类单位的得分率", en: "Scores by kind of unit")
    case .noScores: Bilingual(zh: "没有单位可以计分。", en: "No unit could be scored.")
    case .noUnits: Bilingual(zh: "这次审核没有单位。", en: "The audit has no units.")
    case .all: Bilingual(zh: "全部单位", en: "All units")
    case .dimensionNote:
      Bilingual(
        zh: "每格是该单位在该维度的得分率（%），颜色由低到高分五档；问号表示分数都未能判定，空白表示不适用。",
        en: "A cell is the share of a dimension's points that a unit earned (%), in five steps of "
          + "colour; a question mark means that all of them are undetermined, a blank that none apply."
      )
    case .calendar: Bilingual(zh: "栏目更新日历", en: "When columns were updated")
    case .faults: Bilingual(zh: "最常见的问题", en: "Most frequent faults")
    case .map: Bilingual(zh: "单位与条款对照", en: "Units and rules")
    case .undetermined: Bilingual(zh: "未能判定及原因", en: "What could not be determined, and why")
    case .sites: Bilingual(zh: "网站读取情况", en: "How the sites were read")
    case .basis: Bilingual(zh: "依据与方法", en: "Basis and method")
    case .units: Bilingual(zh: "审核单位", en: "Units audited")
    case .mean: Bilingual(zh: "平均得分率", en: "Mean score")
    case .decided: Bilingual(zh: "应判条款已判定", en: "Items decided")
    case .pages: Bilingual(zh: "读取页面", en: "Pages read")
    case .statuses: Bilingual(zh: "各条款的结果", en: "Results of all items")
    case .search: Bilingual(zh: "查找单位", en: "Find a unit")
    case .noFaults: Bilingual(zh: "没有发现失分项。", en: "No points are lost.")
    case .allDecided: Bilingual(zh: "应判条款都已判定。", en: "Every item was decided.")
    case .undeterminedNote:
      Bilingual(
        zh: "下列原因使一些网页没有读到，有关条款因此不判、不扣分。一项可能有几种原因。",
        en: "For these reasons some pages were not read; the items that depend on them are neither "
          + "decided nor cost points. One item may have several reasons.")
    case .noGap: Bilingual(zh: "证据不足以判定", en: "The evidence does not suffice")
    case .problems: Bilingual(zh: "问题与建议", en: "Problems and advice")
    case .complete: Bilingual(zh: "已知页面全部读到", en: "All known pages were read")
    case .incomplete: Bilingual(zh: "有页面没有读到", en: "Some pages were not read")
    case .packs: Bilingual(zh: "所用规则包", en: "Rule packs used")
    case .method: Bilingual(zh: "计分方法", en: "How it is scored")
    case .mapNote:
      Bilingual(
        zh: "每行一个单位，每列一个条款；点击格子查看该单位该条款的结果。不约束任何单位的条款不列出。",
        en:
          "A row is a unit, a column a rule; a click on a cell opens that finding. Rules that bind "
          + "no unit are left out.")
    case .noMap: Bilingual(zh: "没有约束这些单位的条款。", en: "No rule binds these units.")
    }
  }
}

/// Fixed texts of a unit's page.
package enum UnitWord: TextTable {
  case report, back, score, search, lost, undetermined, manual, waived, passed, nothingLost
  case pager, sums, total, notCounted, ledger
  case soughtFor, found, waiver, timeline, fix, evidence, candidates, nearMisses, gaps, searched
  case why, asAbove, dimensions, grade, bonus, share, calendar, archived, noArchive
  case arithmetic, marks, auditDay

  package var words: Bilingual {
    switch self {
    case .report: Bilingual(zh: "单位审核结果", en: "Result of one unit")
    case .back: Bilingual(zh: "返回总览", en: "Back to the overview")
    case .score: Bilingual(zh: "得分", en: "Score")
    case .search: Bilingual(zh: "查找条款、问题或网页", en: "Find a rule, fault or page")
    case .lost: Bilingual(zh: "失分项", en: "Points lost")
    case .undetermined: Bilingual(zh: "未能判定", en: "Undetermined")
    case .manual: Bilingual(zh: "待人工判定", en: "For a person to judge")
    case .waived: Bilingual(zh: "已豁免", en: "Waived")
    case .passed: Bilingual(zh: "达标项", en: "Met")
    case .nothingLost: Bilingual(zh: "没有失分项。", en: "No points are lost.")
    case .pager: Bilingual(zh: "前后单位", en: "Other units")
    case .sums: Bilingual(zh: "各类结果的分数相加", en: "The points, added up by result")
    case .total: Bilingual(zh: "计分合计", en: "Total scored")
    case .notCounted: Bilingual(zh: "不计入", en: "not counted")
    case .ledger: Bilingual(zh: "逐条计分明细", en: "The points rule by rule")
    case .soughtFor: Bilingual(zh: "查什么", en: "Looked for")
    case .found: Bilingual(zh: "查到什么", en: "Found")
    case .waiver: Bilingual(zh: "豁免理由", en: "Waiver")
    case .timeline: Bilingual(zh: "到期情况", en: "Due dates")
    case .fix: Bilingual(zh: "如何整改", en: "What to do")
    case .evidence: Bilingual(zh: "证据", en: "Evidence")
    case .candidates: Bilingual(zh: "备选材料", en: "Candidates")
    case .nearMisses: Bilingual(zh: "相近但不算", en: "Near misses")
    case .gaps: Bilingual(zh: "没有读到", en: "Not read")
    case .searched: Bilingual(zh: "查看范围", en: "Searched")
    case .why: Bilingual(zh: "为何要求", en: "Why it matters")
    case .asAbove: Bilingual(zh: "与上一项相同", en: "The same as for the item above")
    case .dimensions: Bilingual(zh: "各维度得分", en: "The points by dimension")
    case .grade: Bilingual(zh: "等次", en: "Grade")
    case .bonus: Bilingual(zh: "加分", en: "Bonus points")
    case .share: Bilingual(zh: "得分率图示", en: "Share earned")
    case .calendar: Bilingual(zh: "栏目更新日历", en: "When columns were updated")
    case .archived: Bilingual(zh: "存档页面", en: "Archived page")
    case .arithmetic: Bilingual(zh: "怎样计分", en: "The points")
    case .marks: Bilingual(zh: "到期情况图例", en: "Signs of the due dates")
    case .auditDay: Bilingual(zh: "审核基准日", en: "Day of the audit")
    case .noArchive:
      Bilingual(
        zh: "生成本报告时没有存档在手，证据只列摘录和实时链接；用 mingcha report 的 --archive 给出存档，即可附上存档页面。",
        en: "The report was rendered without its archive: evidence shows excerpts and live links. "
          + "Give mingcha report the archive with --archive to have the archived pages beside it.")
    }
  }
}

/// How the score comes about, sentence by sentence.
package enum MethodWord: TextTable {
  case percent, undetermined, absence, manual, veto

  package var words: Bilingual {
    switch self {
    case .percent:
      Bilingual(
        zh: "得分率 = 实得分 ÷ 应得分 × 100%，只计约束该单位并且已经判定的条款；加分项只加不减。",
        en: "The score is points earned ÷ points possible, over the rules that bind the unit and "
          + "were decided; bonus rules only add.")
    case .undetermined:
      Bilingual(
        zh: "网页读取不到的条款记为“未能判定”，不作扣分；分数另列。",
        en: "Items whose pages could not be read are undetermined and cost nothing; their points "
          + "are shown apart.")
    case .absence:
      Bilingual(
        zh: "只有可能刊登该内容的网页都已读到，才认定“没有公开”。",
        en: "Something counts as missing only when every page that could hold it was read.")
    case .manual:
      Bilingual(
        zh: "需要人工判断的条款列出备选材料，不计分。",
        en: "What needs a person's judgement is listed with its candidates and not scored.")
    case .veto:
      Bilingual(
        zh: "一票否决的条款不达标，则该单位不合格，与得分无关。",
        en: "A unit that fails a veto rule fails, whatever its score.")
    }
  }
}
