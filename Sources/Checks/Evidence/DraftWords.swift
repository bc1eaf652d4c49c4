import Page
import Patterns
import Texts

/// Whether a call for opinions comes with the draft and with what explains it.
enum DraftWords {
  private static let article = try? Pattern("第[一1]条|第[一1]章|一、(?:总体要求|总则|指导思想|适用范围|工作目标)")
  private static let draftName = try? Pattern("征求意见稿|草案|讨论稿|送审稿|\\(稿\\)")
  private static let explanation = try? Pattern(
    "(?:起草|制定|编制|修订|草案|修改)(?:的)?(?:说明|背景|情况|依据|必要性|目的)|的说明|背景(?:和|与|及)?依据|必要性")

  /// The draft stands on the page, or a file is named like one.
  static func hasDraft(_ facts: PageFacts) -> Bool {
    if facts.attachments.contains(where: { isDraft($0.text) }) { return true }
    return article?.firstMatch(in: TitleText.normalize(facts.text)) != nil
  }

  private static func isDraft(_ name: String) -> Bool {
    let normal = TitleText.normalize(name)
    return draftName?.firstMatch(in: normal) != nil && !normal.isExplanation
  }

  /// Page, file or linked document explains the draft.
  static func hasExplanation(_ facts: PageFacts) -> Bool {
    if explanation?.firstMatch(in: TitleText.normalize(facts.text)) != nil { return true }
    let names = facts.attachments.map(\.text) + facts.relatedDocuments.map(\.title)
    return names.contains { explanation?.firstMatch(in: TitleText.normalize($0)) != nil }
  }
}

extension [UInt8] {
  private static let word = Array("说明".utf8)

  /// The name is that of an explanation alone.
  fileprivate var isExplanation: Bool { suffix(Self.word.count).elementsEqual(Self.word) }
}
