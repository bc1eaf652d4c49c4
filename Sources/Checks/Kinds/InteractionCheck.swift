package import Dates
import Findings
import Page
package import Rules
package import Sites
package import Texts
package import YAML

/// A channel for the public is there and works: a form, a number, entries, replies in time.
package enum InteractionCheck: Check {
  /// What makes the channel one.
  package enum Need: String, Sendable, CaseIterable {
    /// An input form, or a mail address to write to.
    case form
    /// A telephone number or hotline.
    case number
    /// Items of the audited period.
    case entries
    /// Questions with replies.
    case reply
  }

  /// The keys of an `interaction` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Any of them will do.
    package var needs: [Need]
    /// Patterns of the numbers that count; without them any telephone does.
    package var numbers: TitlePatterns
    /// Working days within which a reply must come; nil for any.
    package var within: Int?
    package var share: Double
    package var least: Int
    package var platforms: TitlePatterns
    package var platformCounts: Bool
    package var noEntries: NoEntries
    /// Channels that must all be there; empty when the columns are one channel.
    package var channels: [Channel]
  }

  /// One of several channels that must be there.
  package struct Channel: Sendable {
    package var name: Bilingual
    package var columns: [String]
    let keys: [FoldedName]
    /// Words of a page or link that are the channel themselves: a hotline's number.
    package var words: TitlePatterns
  }

  /// What it means that the columns hold nothing of the period to judge by.
  package enum NoEntries: String, Sendable, CaseIterable {
    case fail
    /// Undetermined where they hold older items.
    case oldUndetermined = "old-undetermined"
    /// Undetermined where the channel works: older items, undated ones, a form or a text.
    case worksUndetermined = "works-undetermined"
    /// Undetermined: there may have been nothing to publish.
    case undetermined
  }

  private static let channelKeys: [PackKey] = [
    PackKey("name", .bilingual, isRequired: true, "渠道名称", "The channel's name"),
    PackKey("columns", .texts, "渠道所在栏目", "Its columns"),
    PackKey("words", .patterns, "号码或链接文字样式", "Its number or link text"),
  ]

  package static let descriptor = CheckDescriptor(
    kind: "interaction",
    summary: Wording.text(
      "互动渠道可用：有表单、号码、条目或按时的答复", "A channel works: form, number, entries, or replies in time"),
    keys: [
      .init(
        "columns", .texts, isRequired: true,
        Wording.text("栏目名称，任一即可", "Column names; any one will do")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("条目标题样式（任何位置）", "Title patterns of entries")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "needs", .words(Need.self), isRequired: true,
        Wording.text(
          "form|number|entries|reply，任一即可", "form, number, entries, reply: any one will do")),
      .init(
        "numbers", .patterns, isRequired: false,
        Wording.text("号码样式（如 12345）", "Patterns of the number")),
      .init(
        "within", .count(0...3650), isRequired: false,
        Wording.text("几个工作日内答复", "Working days within which to reply")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text("按时答复的最低比例（默认 0.5）", "Least share in time (0.5)")),
      .init(
        "least", .count(1...1000), isRequired: false,
        Wording.text("至少几条（默认 1）", "Entries or replies needed (1)")),
      .init(
        "platforms", .patterns, isRequired: false,
        Wording.text("指向站外平台的链接文字样式", "Link texts of outside platforms")),
      .init(
        "platform-counts", .flag, isRequired: false,
        Wording.text("有平台链接即算（默认 false：未能判定）", "Such a link is enough (false: undetermined)")),
      .init(
        "no-entries", .word(NoEntries.self), isRequired: false,
        Wording.text(
          "fail|old-undetermined|works-undetermined|undetermined（默认 fail）：期内没有条目的结论",
          "What it means that nothing is of the period (fail)")),
      .init(
        "channels", .entries(channelKeys), isRequired: false,
        Wording.text(
          "须同时设有的渠道：name, columns, words（号码或链接文字样式）",
          "Channels that must all be there: name, columns, words (number or link text)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let needs: [Need] =
      switch mapping["needs"]?.content {
      case .sequence(let items): items.compactMap { $0.enumeration(of: Need.self, log: log) }
      default: mapping.enumeration("needs", of: Need.self, log: log).map { [$0] } ?? []
      }
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log), needs: needs,
      numbers: .decode("numbers", of: mapping, log: log),
      within: mapping.int("within", in: 0...3650, log: log),
      share: mapping.double("share", in: 0...1, log: log) ?? 0.5,
      least: mapping.int("least", in: 1...1000, log: log) ?? 1,
      platforms: .decode("platforms", of: mapping, log: log),
      platformCounts: mapping.bool("platform-counts", log: log) ?? false,
      noEntries: mapping.enumeration("no-entries", of: NoEntries.self, log: log) ?? .fail,
      channels: (mapping.mappings("channels", log: log) ?? []).compactMap { channel($0, log) })
  }

  private static func channel(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> Channel? {
    mapping.allow(only: channelKeys.names, log: log)
    mapping.require(channelKeys.requiredNames, log: log)
    mapping.requireOne(of: "columns", "words", log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let words = TitlePatterns.decode("words", of: mapping, log: log)
    guard let name = mapping.bilingual("name", log: log) else { return nil }
    return Channel(
      name: name, columns: columns, keys: columns.map(FoldedName.init), words: words)
  }

  /// Only entries of the period count.
  package static func looksBack(_ requirement: Requirement) -> Bool {
    false
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    var search = ChannelSearch(requirement, Territory(rule, unit: unit, in: survey), rule)
    let territory = Territory(rule, unit: unit, in: survey)
    let entries = ChannelEntries(requirement.channels, territory)
    if let missing = entries.conclusion(rule) { return missing }
    try search.look()
    return search.conclusion
  }
}
