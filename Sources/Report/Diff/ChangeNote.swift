import Dates
import Findings
import Rules
package import Score
package import Texts

/// What changed between two audits, short enough for a message to people.
package struct ChangeNote: Sendable {
  /// How the message is laid out.
  package enum Form: Sendable { case text, markdown }

  private let diff: AuditDiff
  private let language: Language
  /// Nothing stood there to compare with.
  private let isFirst: Bool
  /// Packs whose content is another one than last time.
  private let changedPacks: [String]

  /// The note on `new`; `old` is nil for a first audit.
  package init(from old: AuditResult?, to new: AuditResult, in language: Language) {
    diff = AuditDiff(from: old ?? new, to: new)
    self.language = language
    isFirst = old == nil
    let known = Set((old ?? new).packs.map(\.sha256))
    changedPacks = new.packs.filter { !known.contains($0.sha256) }.map(\.id)
  }

  /// Whether there is nothing to tell: no finding and no score moved.
  package var isEmpty: Bool { diff.changes.isEmpty && diff.scores.isEmpty }

  /// The comparison as a program reads it, the same as `mingcha diff --format json`.
  package var json: [UInt8] { diff.render(.json, in: language) }

  /// One line: the plan and what became of it.
  package var subject: String {
    let parts = AuditDiff.Kind.allCases.compactMap { kind -> String? in
      let count = diff.changes(kind).count
      guard count > 0 else { return nil }
      let word = DiffWord(kind).text(language)
      return language == .chinese ? "\(word)\(count)项" : "\(word.lowercased()) \(count)"
    }
    let news =
      isFirst
      ? NoteWord.first.text(language)
      : !parts.isEmpty
        ? parts.joined(separator: language == .chinese ? "、" : ", ")
        : diff.scores.isEmpty ? NoteWord.unchanged.text(language) : DiffWord.scores.text(language)
    return language == .chinese ? "明察：\(plan)，\(news)" : "Mingcha: \(plan): \(news)"
  }

  /// The message, at most `bytes` long: lines are left out from the end of each list, and counted.
  package func text(_ form: Form, link: String?, most bytes: Int) -> String {
    for most in [200, 60, 20, 10, 6, 4, 2, 1] {
      let text = text(form, link, lines: most)
      if text.utf8.count <= bytes { return text }
    }
    return text(form, link, lines: 0)
  }

  private var plan: String { DisplayWidth.cut(DisplayWidth.tame(diff.new.plan), to: 80) }

  private func text(_ form: Form, _ link: String?, lines most: Int) -> String {
    var lines = [heading(subject, 2, form), ""]
    lines.append(
      isFirst
        ? Figures.day(diff.new.asOf, language)
        : "\(Figures.day(diff.old.asOf, language)) → \(Figures.day(diff.new.asOf, language))")
    if !changedPacks.isEmpty {
      lines.append(
        NoteWord.packs.text(language)
          + changedPacks.map { safe($0, form) }.joined(separator: ", "))
    }
    let order: [AuditDiff.Kind] = [.new, .worse, .unseen, .fixed, .better]
    for kind in order where !diff.changes(kind).isEmpty {
      list(DiffWord(kind).text(language), diff.changes(kind), most, form, &lines) { change in
        let title = DisplayWidth.cut(change.title.text(language), to: 60)
        let message = DisplayWidth.cut(change.message.text(language), to: 120)
        return "\(change.unitName) \(change.rule.clause) \(title): \(message)"
      }
    }
    if !diff.scores.isEmpty {
      list(DiffWord.scores.text(language), diff.scores, most, form, &lines) { change in
        "\(change.unitName): \(score(change.before)) → \(score(change.after))"
      }
    }
    if let link {
      let word = NoteWord.report.text(language)
      lines += ["", form == .markdown ? "[\(word)](\(link))" : "\(word): \(link)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func list<Item>(
    _ title: String, _ items: [Item], _ most: Int, _ form: Form, _ lines: inout [String],
    _ line: (Item) -> String
  ) {
    lines += ["", heading("\(title) (\(items.count))", 3, form)]
    if form == .markdown { lines.append("") }
    lines += items.prefix(most).map { "- " + safe(line($0), form) }
    if items.count > most {
      let rest = items.count - most
      lines.append("- " + NoteWord.more.text(language).replacing("{n}", with: "\(rest)"))
    }
  }

  private func heading(_ text: String, _ level: Int, _ form: Form) -> String {
    form == .markdown
      ? String(repeating: "#", count: level) + " " + safe(text, form)
      : (level == 2 ? "【\(text)】" : text)
  }

  private func score(_ card: Scorecard?) -> String {
    guard let card else { return DiffWord.absent.text(language) }
    return "\(Figures.percent(card.percent)) \(VerdictWord(card.verdict).text(language))"
  }

  /// Foreign text without what would be a link, a mention or a style: the chat programs know no
  /// escapes, so such signs become their full-width twins.
  private func safe(_ text: String, _ form: Form) -> String {
    let tame = DisplayWidth.tame(text)
    guard form == .markdown else { return tame }
    let twins: [UnicodeScalar: UnicodeScalar] = [
      "[": "［", "]": "］", "<": "＜", ">": "＞", "*": "＊", "`": "｀", "@": "＠", "#": "＃",
      "|": "｜", "~": "～", "!": "！", "\\": "＼",
    ]
    return String(String.UnicodeScalarView(tame.unicodeScalars.map { twins[$0] ?? $0 }))
  }
}

/// Fixed texts of notifications.
package enum NoteWord: TextTable {
  case first, unchanged, packs, more, report

  package var words: Bilingual {
    switch self {
    case .first: Bilingual(zh: "首次审核", en: "first audit")
    case .unchanged: Bilingual(zh: "没有变化", en: "nothing changed")
    case .packs: Bilingual(zh: "规则包有更新：", en: "Rule packs changed: ")
    case .more: Bilingual(zh: "……另有 {n} 项，见报告", en: "… and {n} more, see the report")
    case .report: Bilingual(zh: "查看报告", en: "Report")
    }
  }
}
