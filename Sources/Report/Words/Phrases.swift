import Dates
import Findings
import Rules
import Score
import Texts

/// Sentences with figures in them; both languages are built side by side.
enum Phrases {
  static let colon = Bilingual(zh: "：", en: ": ")
  static let comma = Bilingual(zh: "、", en: ", ")
  static let semicolon = Bilingual(zh: "；", en: "; ")

  static func produced(tool: String, run: String, from: String, to: String) -> Bilingual {
    Bilingual(
      zh: "由 \(tool) 生成 · 审核编号 \(run) · 审核时间 \(from) 至 \(to)（北京时间）",
      en: "Produced by \(tool) · audit \(run) · run from \(from) to \(to) (Beijing time)")
  }

  static func dates(_ audit: AuditResult, _ language: Language) -> Bilingual {
    let asOf = Figures.day(audit.asOf, language)
    let period = Figures.span(audit.period, language)
    return Bilingual(
      zh: "审核基准日 \(asOf) · 审核期间 \(period)", en: "As of \(asOf) · period \(period)")
  }

  static func basis(_ audit: AuditResult) -> Bilingual {
    Bilingual(
      zh: "审核依据 " + audit.packs.map { "《\($0.title.zh)》" }.joined(separator: "、"),
      en: "Held against " + audit.packs.map { "“\($0.title.en)”" }.joined(separator: ", "))
  }

  /// The one sentence that a mayor reads.
  static func lead(_ audit: AuditResult, _ digest: AuditDigest) -> Bilingual {
    let pass = digest.verdicts[.pass] ?? 0
    let fail = digest.verdicts[.fail] ?? 0
    let open = digest.verdicts[.undetermined] ?? 0
    let mean = Figures.percent(AuditDigest.mean(audit))
    let lost = digest.faults.reduce(0) { $0 + $1.units.count }
    let undecided = digest.statuses[.undetermined] ?? 0
    return Bilingual(
      zh: "本次共审核 \(audit.units.count) 个单位：\(pass) 个合格，\(fail) 个不合格，\(open) 个暂不能定；平均得分率 \(mean)。"
        + "发现失分项 \(lost) 处，另有 \(undecided) 项因网页读取不到而未能判定，不作扣分。",
      en:
        "\(audit.units.count) units were audited: \(pass) pass, \(fail) fail, \(open) undetermined; "
        + "the mean score is \(mean). Points are lost in \(lost) places; \(undecided) items could not "
        + "be decided because pages could not be read, and cost no points.")
  }

  /// How the faults stand against a baseline.
  static func baseline(old: Int, new: Int) -> Bilingual {
    Bilingual(
      zh: "与基线相比：失分项 \(old + new) 处中，\(old) 处原已存在，\(new) 处是新增。",
      en: "Against the baseline: \(old) of \(old + new) faults are old, \(new) new.")
  }

  static func first(_ shown: Int, of all: Int) -> Bilingual {
    Bilingual(zh: "列出前 \(shown) 项，共 \(all) 项", en: "The first \(shown) of \(all)")
  }

  static func more(_ count: Int) -> Bilingual {
    Bilingual(zh: "，另有 \(count) 处", en: ", and \(count) more")
  }

  static func stopped(_ reason: String) -> Bilingual {
    let word = ReasonWord(code: reason)
    guard word != .archive else {
      return Bilingual(zh: "\(word.words.zh)（\(reason)）", en: "\(word.words.en) (\(reason))")
    }
    return Bilingual(
      zh: "抓取提前停止：\(word.words.zh)（\(reason)）",
      en: "The crawl stopped early: \(word.words.en) (\(reason))")
  }

  static func bar(_ bar: Double) -> Bilingual {
    Bilingual(
      zh: "合格线：得分率 \(Figures.decimal(bar))%。", en: "The bar is \(Figures.decimal(bar)) per cent.")
  }

  static func barMark(_ bar: Double) -> Bilingual {
    Bilingual(
      zh: "竖线为合格线 \(Figures.decimal(bar))%",
      en: "The upright line is the bar of \(Figures.decimal(bar))%")
  }

  static func histogram(_ bar: Double) -> Bilingual {
    Bilingual(
      zh: "各得分率段的单位数；虚线为合格线 \(Figures.decimal(bar))%。颜色为结论。",
      en:
        "Units by score; the dashed line is the bar of \(Figures.decimal(bar))%, colours are verdicts."
    )
  }

  /// A line of the freshness calendar in words.
  static func updates(items: Int, active: Int, of weeks: Int) -> Bilingual {
    Bilingual(
      zh: "\(weeks) 周中有 \(active) 周更新，共 \(items) 条",
      en: "\(items) items in \(active) of \(weeks) weeks")
  }

  /// How many of the units that a rule binds meet it.
  static func meets(_ met: Int, of bound: Int) -> Bilingual {
    Bilingual(
      zh: "\(bound) 个应判单位中，\(met) 个达标。", en: "\(met) of \(bound) units that it binds meet it.")
  }

  static func division(_ score: Scorecard) -> Bilingual {
    guard let percent = score.percent else {
      return Bilingual(
        zh: "没有可以计分的条款，不计算得分率。", en: "Nothing could be scored, so there is no percentage.")
    }
    let earned = Figures.points(score.earned)
    let possible = Figures.points(score.possible)
    return Bilingual(
      zh: "实得 \(earned) 分 ÷ 应得 \(possible) 分 = \(Figures.percent(percent))",
      en: "\(earned) points earned ÷ \(possible) possible = \(Figures.percent(percent))")
  }

  static func rank(_ rank: Int, of ranked: Int, kind: String, _ language: Language) -> Bilingual {
    let name = KindWord.text(kind, language)
    return Bilingual(
      zh: "在 \(ranked) 个\(name)中排第 \(rank)", en: "Rank \(rank) of \(ranked) (\(name))")
  }

  /// What the open points could still make of the score.
  static func open(_ score: Scorecard) -> Bilingual {
    let all = score.possible + score.open
    let low = Figures.percent(all > 0 ? 100 * score.earned / all : nil)
    let high = Figures.percent(all > 0 ? 100 * (score.earned + score.open) / all : nil)
    let open = Figures.points(score.open)
    return Bilingual(
      zh: "另有 \(open) 分未能判定，未计入。这些条款判明之后，得分率在 \(low) 与 \(high) 之间。",
      en:
        "Another \(open) points are undetermined and not counted. Once they are decided the score "
        + "will lie between \(low) and \(high).")
  }

  /// The verdict, with the veto that decided it.
  static func verdict(_ score: Scorecard) -> Bilingual {
    let word = VerdictWord(score.verdict).words
    if score.vetoes.isEmpty { return word }
    let veto = SeverityWord.veto.words
    return Bilingual(zh: "\(word.zh)（\(veto.zh)）", en: "\(word.en) (\(veto.en.lowercased()))")
  }

  static func notCounted(_ points: Double) -> Bilingual {
    Bilingual(
      zh: "不计入（\(Figures.points(points)) 分）", en: "not counted (\(Figures.points(points)))")
  }

  static func score(_ points: Points) -> Bilingual {
    let earned = Figures.points(points.earned)
    let possible = Figures.points(points.possible)
    return Bilingual(zh: "得 \(earned) / \(possible) 分", en: "\(earned) of \(possible) points")
  }

  static func lost(_ points: Points) -> Bilingual {
    let lost = Figures.points(max(0, points.possible - points.earned))
    return Bilingual(zh: "失 \(lost) 分", en: "\(lost) points lost")
  }

  static func atStake(_ points: Double) -> Bilingual {
    let points = Figures.points(points)
    return Bilingual(zh: "涉及 \(points) 分，未扣", en: "\(points) points open, none lost")
  }

  /// How the points of a finding changed between two audits.
  static func pointsMoved(from before: Double, to after: Double) -> Bilingual {
    let points = "\(Figures.points(before)) → \(Figures.points(after))"
    return Bilingual(zh: "\(points) 分", en: "\(points) points")
  }

  static func sameAs(_ rule: RuleID) -> Bilingual {
    Bilingual(zh: "与 \(rule) 同一事项，在那里计分", en: "Same object as \(rule), scored there")
  }

  static func dated(_ date: CivilDate, _ language: Language) -> Bilingual {
    let day = Figures.day(date, language)
    return Bilingual(zh: "日期 \(day)", en: "dated \(day)")
  }

  static func fetched(_ moment: String) -> Bilingual {
    Bilingual(zh: "抓取于 \(moment)", en: "fetched \(moment)")
  }

  /// A moment in Beijing time that says so.
  static func beijing(_ moment: Timestamp) -> Bilingual {
    let text = Figures.moment(moment)
    return Bilingual(zh: "\(text)（北京时间）", en: "\(text) (Beijing time)")
  }

  static func record(_ record: String) -> Bilingual {
    Bilingual(zh: "存档 \(record)", en: "archived as \(record)")
  }

  static func searched(_ coverage: Coverage, _ most: Int) -> Bilingual {
    let names = coverage.columns.prefix(most)
    let rest = coverage.columns.count - names.count
    let pages = Figures.count(coverage.pages)
    let zh = names.joined(separator: "、") + (rest > 0 ? " 等 \(coverage.columns.count) 个栏目" : "")
    let en = names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return Bilingual(
      zh: "查看 \(pages) 个页面" + (names.isEmpty ? "" : "；栏目：\(zh)"),
      en: "\(pages) pages read" + (names.isEmpty ? "" : "; columns: \(en)"))
  }
}
