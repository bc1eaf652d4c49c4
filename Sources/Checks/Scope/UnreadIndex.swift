import Findings
import Sites
import Web

/// What a site knows and did not read, sorted by what it could hold.
struct UnreadIndex: Sendable {
  /// An unread address with what is known of it.
  struct Address: Sendable {
    var url: String
    var outcome: String
    /// The links' words in normal form.
    var texts: [[UInt8]]
    /// No link says what stands there: no words, or 更多, 详情, 下一页, a number.
    var isUnknown: Bool

    var gap: CoverageGap { CoverageGap(url: url, outcome: outcome) }
  }

  /// Inside a unit's own tree and no row of a list: could be anything.
  ///
  /// By unit.
  var inside: [Int: GapList] = [:]
  /// Off the plan's hosts, linked from a unit's own pages: by unit and by the link's words.
  var departures: [Int: [FoldedName: [CoverageGap]]] = [:]
  /// Links that name a unit and can't be followed.
  ///
  /// By unit.
  var entrances: [Int: [CoverageGap]] = [:]
  /// Outside every unit's tree and no row.
  var outside: [Address] = []
  /// All of `outside`.
  var allOutside = GapList()
  /// Positions in `outside` by link text.
  var byText: [FoldedName: [Int]] = [:]
  /// Positions in `outside` whose links say nothing.
  var unknown: [Int] = []
  /// Positions in `outside` whose links name a unit.
  var naming: [Int: [Int]] = [:]
  /// All link texts of `outside`, for title patterns; its items are positions in `outside`.
  var texts = Segment()

  mutating func addOutside(_ address: Address, names: [UnitSpellings]) {
    let position = outside.count
    outside.append(address)
    if address.isUnknown { unknown.append(position) }
    for text in address.texts {
      byText[FoldedName(normal: text), default: []].append(position)
      texts.add(position, title: text)
      for (unit, names) in names.enumerated() where names.isNamed(in: text) {
        if naming[unit]?.last != position { naming[unit, default: []].append(position) }
      }
    }
  }

  static func address(_ unread: UnreadAddress) -> Address {
    let texts = unread.linkTexts.map(TitleText.normalize).filter { !$0.isEmpty }
    let isUnknown = texts.allSatisfy(saysNothing)
    return Address(
      url: unread.url.string, outcome: unread.outcome.code, texts: texts, isUnknown: isUnknown)
  }

  private static let emptyWords: Set<[UInt8]> = Set(
    [
      "更多", "更多>>", "更多>", "更多+", "+更多", "more", "More", "MORE", "more>>", "More>>", "MORE>>",
      "MORE+", "More+", ">>", ">>更多", "[更多]", "[更多...]", "更多...", "更多…", "查看更多", "查看", "详情",
      "查看详情", "详细", "点击查看", "进入", "点击进入", "下一页", "尾页", "末页", "下页", "...",
    ].map { Array($0.utf8) })

  private static func saysNothing(_ text: [UInt8]) -> Bool {
    emptyWords.contains(text) || text.allSatisfy { (0x30...0x39).contains($0) }
      || TitleText.isCut(text)
  }
}
