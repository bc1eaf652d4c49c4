package import Texts

/// Names of the sheets of the workbook, and what may be chosen in its cells.
package enum SheetWord: TextTable {
  case ranking, detail, problems, open, notes
  case notBegun, underWay, repaired, cannot, upheld, partlyAccepted, accepted
  case fullPoints, total, sameItem, undecided, legend, number, column, deadline
  case subtotal, counted, otherHeading, districtSum, districtMean, districtRate
  case scoreChart, bandChart, howToRead, readings, cut

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
    case .legend: Bilingual(zh: "图例", en: "Legend")
    case .number: Bilingual(zh: "序号", en: "No.")
    case .column: Bilingual(zh: "栏目", en: "Columns searched")
    case .deadline: Bilingual(zh: "整改期限", en: "Deadline")
    case .subtotal: Bilingual(zh: "小计", en: "Subtotal")
    case .counted: Bilingual(zh: "计入加分", en: "Bonus that counts")
    case .otherHeading: Bilingual(zh: "其他条款", en: "Other rules")
    case .districtSum: Bilingual(zh: "全区合计", en: "District: sum")
    case .districtMean: Bilingual(zh: "全区平均", en: "District: mean")
    case .districtRate: Bilingual(zh: "全区得分率（%）", en: "District: per cent")
    case .scoreChart: Bilingual(zh: "各单位得分率（%）", en: "Scores of the units (%)")
    case .bandChart: Bilingual(zh: "得分率分布（单位数）", en: "Units by score")
    case .howToRead: Bilingual(zh: "怎样看这些表", en: "How to read the sheets")
    case .readings: Bilingual(zh: "条款理解口径", en: "How unclear clauses are read")
    case .cut: Bilingual(zh: "……（过长，已截断）", en: "… (cut)")
    }
  }
}

/// How each sheet of the workbook is read, sheet by sheet.
package enum SheetNote: TextTable {
  case ranking, detail, problems, open, colours

  package var words: Bilingual {
    switch self {
    case .ranking:
      Bilingual(
        zh: "总分排名：按单位类别分别排名；分数、得分率和名次都由“评分明细”算出，改动那里的得分，这里随之变化。",
        en:
          "Ranking: within each kind of unit; points, per cent and rank follow from “Scores”, so a "
          + "changed point there changes them here.")
    case .detail:
      Bilingual(
        zh: "评分明细：一行一个单位，一列一个条款，第四行是满分，格中是实得分；小计、合计和全区各行都是公式。",
        en:
          "Scores: a row is a unit, a column a rule; the fourth row has the full points, the cells "
          + "what was earned; all sums are formulas.")
    case .problems:
      Bilingual(
        zh: "问题清单：每行一处失分；“整改期限”“整改情况”“复核结论”三列供填写，后两列可以下拉选择。",
        en:
          "Problems: a row for each loss of points; deadline, repair and review are to be filled in, "
          + "the last two from a list.")
    case .open:
      Bilingual(
        zh: "未能判定：没有读到网页或需要人工判断的条款，不扣分；“建议”列说明怎样才能判定。",
        en:
          "Undetermined: what could not be read or needs a person; no points are lost. The advice "
          + "says how it can be decided.")
    case .colours:
      Bilingual(
        zh: "颜色：绿色为满分，橙色为部分得分，红色为零分，紫色为未判定。",
        en: "Colours: green for full points, amber for some, red for none, violet for undetermined."
      )
    }
  }
}

/// How the sums of the workbook come about where it is not plain addition.
package enum SumNote: TextTable {
  case texts, deductions, bonus, rounding

  package var words: Bilingual {
    switch self {
    case .texts:
      Bilingual(
        zh: "格中是文字的条款（不适用、未判、豁免、待人工判定、同项）不计入实得分，也不计入应得分。",
        en: "Cells with words (not applicable, open, waived, for a person, same) count neither as "
          + "earned nor as possible.")
    case .deductions:
      Bilingual(
        zh: "扣分制的规则包：得分 = 100 −（各项应得分之和 − 各项实得分之和），最低为 0。",
        en: "Packs of deductions: 100 less what the rules lost, and never below 0.")
    case .bonus:
      Bilingual(
        zh: "加分项另列；规则包设有上限或门槛的，只计入其中算数的部分。",
        en: "Bonus points stand apart; where a pack has a cap or a gate, only what counts is added."
      )
    case .rounding:
      Bilingual(
        zh: "分数保留三位小数，得分率保留一位小数，最高为 100%。",
        en: "Points are rounded to three places, per cents to one, and never exceed 100.")
    }
  }
}
