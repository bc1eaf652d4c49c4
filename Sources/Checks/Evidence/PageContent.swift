import Page
import Texts

/// What can be said of a page's content.
enum PageContent {
  /// Text shorter than this (characters, white space not counted) is a caption, not a content.
  static let caption = 30

  /// There is a text, a picture or an attachment.
  static func holdsSomething(_ facts: PageFacts) -> Bool {
    (facts.textLength > 0 && !Placeholder.isPlaceholder(facts.text)) || facts.bodyImages > 0
      || !facts.attachments.isEmpty
  }

  /// What it says stands in a picture or an attachment, where it can't be read.
  static func isOutOfSight(_ facts: PageFacts) -> Bool {
    facts.textLength < 2 * caption && (facts.bodyImages > 0 || !facts.attachments.isEmpty)
  }

  /// It offers documents and says less than a screen of text itself.
  static func leavesMuchToFiles(_ facts: PageFacts) -> Bool {
    !facts.attachments.isEmpty && facts.textLength < 500
  }

  /// Why a page can't show that something is not on it; nil when it can.
  ///
  /// `files` are the page's documents where these were looked at, too.
  static func doubt(_ facts: PageFacts, _ files: PageFiles? = nil) -> Bilingual? {
    if let doubt = files?.doubts.first { return doubt }
    let isRead = files.map { !$0.read.isEmpty } ?? false && facts.bodyImages == 0
    if !isRead, isOutOfSight(facts) || !facts.attachments.isEmpty {
      return Wording.text("内容可能在图片或附件中，未能读取", "it may stand in a picture or an attachment")
    }
    if isCut(facts) { return Wording.text("页面未能读全", "the page was not read to its end") }
    if facts.listState == .unreadable {
      return Wording.text("内容由脚本生成，无法读取", "a script fills the page")
    }
    return nil
  }

  /// The page's text goes on beyond what was kept or received.
  static func isCut(_ facts: PageFacts) -> Bool {
    // Documents say themselves when they were cut.
    facts.isTruncated || facts.kind != .download && facts.text.utf8.count >= 65_000
  }
}

/// Values that stand where a value should be: 暂无, ××, 0000, 待定.
enum Placeholder {
  private static let words: Set<String> = [
    "无", "暂无", "暂无信息", "暂无数据", "暂无内容", "没有", "待定", "待补充", "待完善", "待更新", "未填写", "未知",
    "不详", "略", "空", "建设中", "栏目建设中", "内容建设中", "正在建设中", "正在更新中", "更新中", "敬请期待", "test", "测试",
    "null", "none", "n/a", "undefined", "tbd", "暂无相关信息", "暂无相关内容", "暂未公开", "请输入", "示例", "此处填写",
  ]
  private static let fillers: Set<Unicode.Scalar> = [
    "×", "X", "x", "*", "＊", "_", "-", "—", "－", "?", "？", ".", "…", "0", "/", "○", "#", "(", ")",
    "年", "月", "日", "〇", "□", "●", "✕", "╳",
  ]

  private static let endings = Set("。.,，、;；!！:：…⋯~".unicodeScalars)
  /// The most scalars of a word.
  private static let longest = words.map(\.unicodeScalars.count).max() ?? 0

  /// Says whether a value says nothing.
  static func isPlaceholder(_ value: String) -> Bool {
    !plainlySpeaks(value) && isPlaceholderInFull(value)
  }

  /// The start alone shows that it is longer than every word, and no row of fillers.
  private static func plainlySpeaks(_ value: String) -> Bool {
    var speaks = false
    var length = 0
    // The scalars since the last that is no ending: a value may end with them.
    var open = 0
    for scalar in value.unicodeScalars.prefix(300) {
      guard let scalar = TitleText.fold(scalar) else { continue }
      let isIdeograph = scalar.value >= 0x4E00 && scalar.value < 0xA000
      if !isIdeograph && endings.contains(scalar) {
        if length > 0 { open += 1 }
        continue
      }
      length += open + 1
      open = 0
      speaks = speaks || !fillers.contains(scalar)
      if speaks && length > longest { return true }
    }
    return false
  }

  private static func isPlaceholderInFull(_ value: String) -> Bool {
    let key = TitleText.key(String(value.prefix(400)))
    let bare = key.unicodeScalars.drop { endings.contains($0) }
    var scalars = Array(bare)
    while let last = scalars.last, endings.contains(last) {
      scalars.removeLast()
    }
    if scalars.isEmpty || scalars.allSatisfy(fillers.contains) { return true }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return words.contains(String(text).lowercased())
  }
}
