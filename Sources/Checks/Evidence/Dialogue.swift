import Dates
import Page

/// A question and its reply on one page, with their days where the page states them.
struct Dialogue {
  private(set) var asked: CivilDate?
  private(set) var answered: CivilDate?

  private static let askedLabels = FoldedName.all([
    "来信时间", "写信时间", "提问时间", "留言时间", "咨询时间", "提交时间", "投诉时间", "来信日期", "留言日期", "提问日期", "受理时间", "诉求时间",
  ])
  private static let answeredLabels = FoldedName.all([
    "回复时间", "答复时间", "办结时间", "回复日期", "答复日期", "处理时间", "反馈时间", "办理时间", "回复于", "答复于",
  ])
  private static let replyLabels = FoldedName.all([
    "回复内容", "答复内容", "办理结果", "处理结果", "答复", "回复", "回复单位", "答复单位", "处理单位", "办理单位", "办理情况", "反馈结果",
    "答复意见",
  ])
  private static let words = ["回复内容", "答复内容", "您好", "答复如下", "回复如下", "办理结果", "答复单位", "回复单位", "已收悉"]
    .map { Array($0.utf8) }

  /// Nil when the page holds no reply.
  init?(_ facts: PageFacts, near: CivilDate) {
    var hasReply = false
    for field in facts.fields {
      let label = FoldedName(field.label)
      let value = TitleText.normalize(field.value)
      if Self.askedLabels.contains(label) { asked = asked ?? EventDay.read(value, near: near) }
      if Self.answeredLabels.contains(label) {
        answered = answered ?? EventDay.read(value, near: near + 400)
        hasReply = hasReply || answered != nil
      }
      if Self.replyLabels.contains(label), !Placeholder.isPlaceholder(field.value) {
        hasReply = true
      }
    }
    let text = TitleText.normalize(facts.text)
    guard hasReply || Self.words.contains(where: { text.place(of: $0) != nil }) else { return nil }
  }
}
