package import Texts

/// Fixed texts of the documents that are handed out.
package enum DocumentWord: TextTable {
  case notice, cleanNotice, report
  case result, problems, open, demand, objection, noProblems, openIntro, objectionText, openDemand
  case office, place, needed, earnedPossible, wholePack
  case subject, method, overall, common, undetermined, advice, annex, annexIntro
  case rankings, headings, grades, share, noFault, sites

  package var words: Bilingual {
    switch self {
    case .notice: Bilingual(zh: "政务公开问题整改通知书", en: "Notice of faults to be put right")
    case .cleanNotice: Bilingual(zh: "政务公开审核结果通知书", en: "Notice of the result of an audit")
    case .report: Bilingual(zh: "评估报告", en: "Evaluation report")
    case .result: Bilingual(zh: "审核结果", en: "Result")
    case .problems: Bilingual(zh: "需要整改的问题", en: "What has to be put right")
    case .open: Bilingual(zh: "未能判定和需要人工判断的事项", en: "What could not be decided")
    case .demand: Bilingual(zh: "整改要求", en: "What is asked of you")
    case .objection: Bilingual(zh: "复核申请", en: "How to object")
    case .noProblems: Bilingual(zh: "没有发现失分的问题。", en: "No points were lost.")
    case .openIntro:
      Bilingual(
        zh: "下列事项因网页没有读到而未能判定，或者需要人工判断，均不作扣分。请按最后一栏配合，以便判明。",
        en:
          "The pages of these items could not be read, or a person has to judge them. No points are "
          + "lost. Please do what the last column says, so that they can be decided.")
    case .objectionText:
      Bilingual(
        zh: "对上述结果有异议的，可以书面申请复核，写明条款编号和理由，并附能够证明的网页地址、发布时间或者截图。"
          + "审核时读到的网页都已存档，可以按条款逐一核对。",
        en:
          "If you do not agree, ask for a review in writing: name the clause, give your reason, and "
          + "add the address of the page that shows it, its date or a picture of it. Every page that "
          + "was read is archived and can be compared clause by clause.")
    case .openDemand:
      Bilingual(
        zh: "请对未能判定和需要人工判断的事项予以配合，并告知办理情况。",
        en: "Please help to decide the items that are listed, and report what was done.")
    case .office: Bilingual(zh: "（署名机关）", en: "(issuing office)")
    case .place: Bilingual(zh: "网页", en: "Page")
    case .needed: Bilingual(zh: "需要做的事", en: "What to do")
    case .earnedPossible: Bilingual(zh: "实得/应得", en: "Earned / possible")
    case .wholePack: Bilingual(zh: "合计", en: "Total")
    case .subject: Bilingual(zh: "评估概况", en: "What was evaluated")
    case .method: Bilingual(zh: "评估方法", en: "Method")
    case .overall: Bilingual(zh: "总体结果", en: "Overall results")
    case .common: Bilingual(zh: "共性问题", en: "Common problems")
    case .undetermined: Bilingual(zh: "未能判定的事项", en: "What could not be determined")
    case .advice: Bilingual(zh: "工作建议", en: "Recommendations")
    case .annex: Bilingual(zh: "附件：各单位结果", en: "Annex: the units")
    case .annexIntro:
      Bilingual(
        zh: "逐个单位列出得分和失分的条款；证据和网页地址见问题清单和整改通知书。",
        en: "The score and the lost points of each unit; evidence and addresses are in the list of "
          + "problems and in the notices.")
    case .rankings: Bilingual(zh: "分类排名", en: "Ranking by kind")
    case .headings: Bilingual(zh: "各维度得分率", en: "Scores by dimension")
    case .grades: Bilingual(zh: "等次分布", en: "Grades")
    case .share: Bilingual(zh: "占比", en: "Share")
    case .noFault: Bilingual(zh: "没有失分。", en: "No points were lost.")
    case .sites: Bilingual(zh: "网站读取情况", en: "How the sites were read")
    }
  }
}

/// Sentences with figures of the documents that are handed out.
enum DocumentPhrases {
  /// How a notice begins.
  static func opening(packs: Bilingual, period: Bilingual, asOf: Bilingual, plan: String)
    -> Bilingual
  {
    Bilingual(
      zh: "根据\(packs.zh)，对你单位\(period.zh)的政务公开情况进行了审核（方案：\(plan)；是否逾期按\(asOf.zh)判断）。"
        + "现将有关情况通知如下。",
      en:
        "Your open government work from \(period.en) was audited against \(packs.en) (plan: \(plan); "
        + "what is late is judged as of \(asOf.en)). The result is as follows.")
  }

  /// The verdict in a sentence.
  static func verdict(_ verdict: Bilingual, grade: Bilingual?) -> Bilingual {
    Bilingual(
      zh: "审核结论为“\(verdict.zh)”" + (grade.map { "，等次为“\($0.zh)”" } ?? "") + "。",
      en: "The verdict is “\(verdict.en)”" + (grade.map { ", the grade “\($0.en)”" } ?? "") + ".")
  }

  static func bonus(_ points: String) -> Bilingual {
    Bilingual(zh: "其中加分 \(points) 分。", en: "Of these, \(points) are bonus points.")
  }

  static func vetoes(_ clauses: String) -> Bilingual {
    Bilingual(
      zh: "一票否决的条款不达标：\(clauses)。", en: "Veto rules that are not met: \(clauses).")
  }

  static func problems(_ count: Int, lost: String) -> Bilingual {
    Bilingual(
      zh: "共有 \(count) 处失分，合计失 \(lost) 分，逐项列于下表。",
      en: "Points are lost in \(count) places, \(lost) in all, as listed.")
  }

  static func demand(by day: Bilingual?) -> Bilingual {
    let zh = day?.zh ?? "＿＿＿＿年＿＿月＿＿日"
    let en = day?.en ?? "____________"
    return Bilingual(
      zh: "请于\(zh)前完成整改，并书面报送整改情况，附整改后的网页地址。整改情况将在复核时逐条核对。",
      en:
        "Please put these right by \(en) and report in writing with the addresses of the pages. Each "
        + "clause will be looked at again.")
  }

  static func units(_ count: Int, kinds: Bilingual) -> Bilingual {
    Bilingual(
      zh: "本次评估覆盖 \(count) 个单位，其中\(kinds.zh)。",
      en: "\(count) units were evaluated: \(kinds.en).")
  }

  static func kind(_ name: Bilingual, _ count: Int) -> Bilingual {
    Bilingual(zh: "\(name.zh) \(count) 个", en: "\(count) \(name.en.lowercased())")
  }

  static func reading(sites: Int, pages: String, complete: Int) -> Bilingual {
    Bilingual(
      zh: "共读取 \(sites) 个网站、\(pages) 个页面；已知页面全部读到的网站有 \(complete) 个。",
      en: "\(pages) pages of \(sites) sites were read; of \(complete) sites every known page.")
  }

  static func advice(_ title: Bilingual, clause: String, units: Int, lost: String) -> Bilingual {
    Bilingual(
      zh: "“\(title.zh)”（\(clause)）：\(units) 个单位失分，共失 \(lost) 分。",
      en: "“\(title.en)” (\(clause)): \(units) units lost \(lost) points.")
  }

  static func siteAdvice(_ site: String, _ detail: Bilingual, _ times: Int) -> Bilingual {
    Bilingual(
      zh: "网站 \(site)：\(detail.zh)（\(times) 次）。",
      en: "Site \(site): \(detail.en) (\(times) times). ")
  }

  static func firstFaults(_ shown: Int, of all: Int) -> Bilingual {
    Bilingual(
      zh: "共有 \(all) 个条款有单位失分，下表列出涉及单位最多的 \(shown) 个。",
      en: "Units lose points by \(all) rules; these \(shown) concern the most units.")
  }
}
