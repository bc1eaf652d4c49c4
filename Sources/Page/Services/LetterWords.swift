/// The labels and words of message boards.
enum LetterWords {
  /// What a label says of a letter.
  enum Field: Sendable { case asked, replied, status, title, agency }

  private static let table: [(Field, [String])] = [
    (
      .asked,
      [
        "来信时间", "来信日期", "留言时间", "留言日期", "提问时间", "提问日期", "写信时间", "写信日期", "咨询时间", "咨询日期", "提交时间",
        "提交日期",
        "投诉时间", "诉求时间", "信件时间", "受理时间", "反映时间", "问题时间",
      ]
    ),
    (
      .replied,
      [
        "回复时间", "回复日期", "答复时间", "答复日期", "办理时间", "办结时间", "办结日期", "处理时间", "反馈时间", "回信时间", "回答时间",
        "答复于", "回复于",
      ]
    ),
    (
      .status,
      ["办理状态", "处理状态", "回复状态", "答复状态", "信件状态", "受理状态", "状态", "办理情况", "当前状态", "处理情况", "是否回复"]
    ),
    (
      .title,
      ["信件标题", "留言标题", "来信标题", "留言主题", "咨询标题", "信件主题", "标题", "主题", "问题标题", "诉求标题", "来信主题", "咨询主题"]
    ),
    (
      .agency,
      [
        "答复单位", "回复单位", "办理单位", "受理单位", "受理部门", "回复部门", "答复部门", "办理部门", "处理部门", "承办单位", "答复机构",
        "回复人", "答复人", "收信单位",
      ]
    ),
  ]

  private static let fields: [[UInt8]: Field] = {
    var out: [[UInt8]: Field] = [:]
    for (field, words) in table { for word in words { out[Array(word.utf8)] = field } }
    return out
  }()

  /// What a label without white space says; nil for any other.
  static func field(of label: [UInt8]) -> Field? { fields[label] }

  /// The status that a text tells; what is not yet done goes before what is.
  static func status(in text: ArraySlice<UInt8>) -> PublicLetter.Status? {
    guard text.count >= 6 else { return nil }
    if openSet.occurs(in: text) { return .open }
    return answeredSet.occurs(in: text) ? .answered : nil
  }

  private static let open = ByteText.words(
    "未回复", "未答复", "待回复", "待答复", "待办理", "办理中", "处理中", "待处理", "已受理", "未处理", "待受理", "未办理", "受理中",
    "已转办", "未办结")
  private static let answered = ByteText.words(
    "已回复", "已答复", "已办结", "已办理", "已处理", "已反馈", "已回信", "回复完毕", "办理完毕", "处理完毕", "已解决")
  private static let openSet = WordSet(open)
  private static let answeredSet = WordSet(answered)

  /// Words without which a page holds no letters.
  static let gates: [[UInt8]] =
    open + answered
    + ByteText.words(
      "来信时间", "来信日期", "留言时间", "留言日期", "提问时间", "写信时间", "写信日期", "咨询时间", "回复时间", "答复时间", "回复日期",
      "答复日期",
      "来信标题", "信件标题")
}
