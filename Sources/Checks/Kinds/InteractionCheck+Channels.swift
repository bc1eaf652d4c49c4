import Findings
import Page
import Rules
import Sites
import Texts

/// Whether several channels are all there: a column that opens, a number or a link.
struct ChannelEntries {
  /// How one channel stands.
  private enum Standing { case open, missing, unknown }

  private let territory: Territory
  private let standings: [(channel: InteractionCheck.Channel, standing: Standing)]
  private var gaps = GapList()

  init(_ channels: [InteractionCheck.Channel], _ territory: Territory) {
    self.territory = territory
    var gaps = GapList()
    standings = channels.map { channel in
      let standing = Self.standing(channel, territory, &gaps)
      return (channel, standing)
    }
    self.gaps = gaps
  }

  private static func standing(
    _ channel: InteractionCheck.Channel, _ territory: Territory, _ gaps: inout GapList
  ) -> Standing {
    var isDoubtful = false
    for place in territory.columns(named: channel.keys) {
      switch territory.index.column(place).state {
      case .missing, .unread: continue
      case .unreadable: isDoubtful = true
      case .blank, .complete, .partial: return .open
      }
    }
    if !isDoubtful, !territory.pages(named: channel.keys, titled: .none).isEmpty { return .open }
    if !channel.words.isEmpty, isNamed(channel.words, territory) { return .open }
    let question = CoverageQuestion(
      columns: channel.keys, titles: .none, reach: .columns, rows: .judgedByTitle)
    let unread = question.gaps(in: territory)
    gaps.add(unread)
    return isDoubtful || !unread.isEmpty ? .unknown : .missing
  }

  private static func isNamed(_ words: TitlePatterns, _ territory: Territory) -> Bool {
    territory.allPages.contains { place in
      guard let read = territory.record(place).page, read.facts.kind == .home else { return false }
      return ChannelSigns.number(read.facts, words) != nil
    }
  }

  /// What follows when a channel is missing or can't be told; nil when all are there.
  func conclusion(_ rule: Rule) -> Conclusion? {
    let missing = standings.filter { $0.standing == .missing }
    let unknown = standings.filter { $0.standing == .unknown }
    guard !missing.isEmpty || !unknown.isEmpty else { return nil }
    var parts: [Bilingual] = []
    if !missing.isEmpty {
      let names = Wording.list(missing.map(\.channel.name))
      parts.append(Wording.text("没有找到：\(names.zh)。", "Not found: \(names.en)."))
    }
    if !unknown.isEmpty {
      let names = Wording.list(unknown.map(\.channel.name))
      parts.append(Wording.text("未能读取：\(names.zh)。", "Not read: \(names.en)."))
    }
    let keys = standings.flatMap(\.channel.keys)
    let columns = territory.columns(named: keys)
    let isFact = !missing.isEmpty
    return Conclusion(
      isFact ? .fail : .undetermined, message: Wording.join(parts), soughtFor: rule.title,
      evidence: columns.prefix(4).map { territory.cite($0) },
      coverage: territory.coverage(columns: columns, gaps: isFact ? GapList() : gaps),
      faults: max(1, missing.count))
  }
}
