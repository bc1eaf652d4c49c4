import Findings
import Page
package import Rules
package import Sites
import Texts
package import YAML

/// Published lists give no personal data away: identity, card and mobile numbers.
///
/// What is found is masked at once: the number itself goes into no message and no evidence.
package enum PersonalDataCheck: Check {
  /// The keys of a `personal-data` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    package var kinds: [PersonalNumber.Kind]
    /// Patterns of text around numbers that are no personal data (咨询电话).
    package var allow: TitlePatterns
    /// The most numbers that are borne.
    package var most: Int
  }

  package static let descriptor = CheckDescriptor(
    kind: "personal-data",
    summary: Wording.text("公开的名单、公示不泄露个人信息", "Published lists give no personal data away"),
    keys: [
      .init(
        "columns", .texts, isRequired: false, Wording.text("名单、公示所在栏目", "Columns of the lists")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("名单、公示标题样式", "Title patterns of the lists")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不查的标题", "Titles that are left out")),
      .init(
        "kinds", .words(PersonalNumber.Kind.self), isRequired: true,
        Wording.text("id-card 身份证号、bank-card 银行卡号、mobile 手机号", "id-card, bank-card, mobile")),
      .init(
        "allow", .patterns, isRequired: false,
        Wording.text("号码前的文字样式：属公务联系方式，不计", "Words before a number that is an office's")),
      .init(
        "most", .count(0...1_000_000), isRequired: false,
        Wording.text("容许几处（默认 0）", "Numbers borne (0)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let kinds = (mapping.list("kinds", log: log) ?? []).compactMap {
      $0.enumeration(of: PersonalNumber.Kind.self, log: log)
    }
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log), kinds: kinds,
      allow: .decode("allow", of: mapping, log: log),
      most: mapping.int("most", in: 0...1_000_000, log: log) ?? 0)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    let search = ItemSearch(
      territory, keys: requirement.keys, titles: requirement.titles, except: requirement.except)
    var found: [(item: Item, numbers: [PersonalNumber])] = []
    var read = 0
    var unread: [Item] = []
    for item in search.items {
      guard let facts = territory.page(of: item)?.facts else {
        if item.isUnread { unread.append(item) }
        continue
      }
      read += 1
      let numbers = PersonalNumber.all(
        in: facts.text, kinds: requirement.kinds, allow: requirement.allow)
      if !numbers.isEmpty { found.append((item, numbers)) }
    }
    let count = found.reduce(0) { $0 + $1.numbers.count }
    let gaps = search.gaps(rows: .needPage)
    var coverage = territory.coverage(columns: search.columns)
    let evidence = found.prefix(10).map { item, numbers in
      territory.cite(
        item, excerpt: numbers.prefix(5).map(\.masked).joined(separator: "、"),
        nearMiss: Wording.text("含个人信息\(numbers.count)处", "\(numbers.count) personal number(s)"))
    }
    if count > requirement.most {
      return Conclusion(
        .fail,
        message: Wording.text(
          "查看\(read)页，\(found.count)页泄露个人信息共\(count)处，如 \(found[0].numbers[0].masked)（\(found[0].numbers[0].kind.name.zh)，已遮挡）。",
          "Of \(read) page(s), \(found.count) give \(count) personal number(s) away, such as "
            + "\(found[0].numbers[0].masked) (\(found[0].numbers[0].kind.name.en), masked)."),
        soughtFor: rule.title,
        fix: Wording.text(
          "立即撤下或遮挡这些号码，并检查附件。", "Take the numbers down or mask them at once; check attachments too."
        ),
        evidence: evidence, coverage: coverage, faults: count)
    }
    coverage.gaps = gaps.first
    let isKnown = gaps.isEmpty && unread.isEmpty
    return Conclusion(
      isKnown ? (read == 0 ? .notApplicable : .pass) : .undetermined,
      message: Wording.join([
        Wording.text("查看\(read)页，没有发现个人信息。", "No personal number on \(read) page(s)."),
        isKnown
          ? Wording.text("", "")
          : gaps.isEmpty
            ? Wording.text("另有\(unread.count)页未能读取。", "\(unread.count) page(s) were not read.")
            : Wording.gaps(gaps),
      ]), soughtFor: rule.title, evidence: evidence, coverage: coverage)
  }
}
