import Page
import Patterns

/// What shows that a page lets its reader write or call.
enum ChannelSigns {
  private static let words = [
    "我要写信", "我要留言", "我要咨询", "我要投诉", "我要提问", "写信", "在线提交", "提交留言", "提交信件", "在线留言", "留言内容", "信件内容",
    "验证码",
    "提交意见", "我要建言", "我要建议", "我要举报", "电子邮箱", "发送邮件",
  ].map { (word: $0, bytes: Array($0.utf8)) }

  /// The page holds a form of more than a search field, or its words or links lead to one.
  static func hasForm(_ facts: PageFacts) -> Bool {
    facts.formFields >= 2 || formWord(facts) != nil
  }

  /// The word that shows it.
  static func formWord(_ facts: PageFacts) -> String? {
    let text = TitleText.normalize(facts.text)
    let links = facts.links.map { TitleText.normalize($0.text) }
    return words.first { word in
      text.place(of: word.bytes) != nil || links.contains { $0.place(of: word.bytes) != nil }
    }?.word
  }

  private static let telephone = try? Pattern(
    "(?<![0-9])(?:\\(?0[1-9][0-9]{1,2}\\)?[-–—]{0,3})?[2-9][0-9]{6,7}(?![0-9])|(?<![0-9])12[0-9]{3}(?![0-9])"
  )

  /// A number on the page: one that fits the patterns, or with none any telephone.
  static func number(_ facts: PageFacts, _ patterns: TitlePatterns) -> String? {
    let texts = [facts.text] + facts.fields.map(\.value) + facts.links.map(\.text)
    for text in texts {
      let normal = TitleText.normalize(text)
      let range =
        patterns.isEmpty
        ? telephone?.firstRange(in: normal)
        : patterns.all.lazy.compactMap { $0.range(in: normal, from: 0) }.first
      if let range { return String(decoding: normal[range], as: UTF8.self) }
    }
    return nil
  }
}
