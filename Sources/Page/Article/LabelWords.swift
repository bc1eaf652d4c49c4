import Texts

/// What a label on a page says about the value after it.
enum LabelRole: UInt8, Sendable {
  /// 发布时间: the day on which the page went online.
  case published
  /// 时间, 日期, 更新时间: mostly the same day, said less clearly.
  case dated
  /// 发文日期: the day of issue, of the web page or of the document.
  case issued
  /// 成文日期: the day on the document.
  case written
  case source
  case publisher
  case documentNumber
  case indexNumber
  /// 作者, 浏览次数, 字号 …: belongs to a page's line of particulars.
  case particular
  /// Any other label.
  case other
}

/// The labels that government pages put before dates, sources and numbers.
///
/// Source: `../shared/facts/cms.md` §12 and the templates that occur in practice; matched without
/// white space, longest first.
enum LabelWords {
  private static let table: [LabelRole: [String]] = [
    .published: [
      "发布时间", "发布日期", "时间发布", "发表时间", "发表日期", "发稿时间", "发稿日期", "上网时间",
      "上网日期", "公开时间", "公开日期", "公布日期", "公布时间", "发布于", "发表于", "信息时间", "信息日期",
      "刊发时间", "刊登时间", "上传时间", "上传日期", "信息发布时间", "信息发布日期", "文章发布时间",
      "网上发布日期",
    ],
    .dated: [
      "时间", "日期", "录入时间", "添加时间", "添加日期", "更新时间", "更新日期", "修改时间", "编辑时间",
      "最后更新", "创建时间", "稿件时间", "加入时间", "加入日期", "录入日期", "入库时间", "编辑日期", "提交时间",
      "创建日期", "修改日期", "提供日期", "信息提供日期",
    ],
    .issued: ["发文日期", "发文时间"],
    .written: [
      "成文日期", "成文时间", "生成日期", "生成时间", "印发日期", "印发时间", "签发日期", "签发时间",
      "形成日期", "制发日期", "产生日期", "制文日期", "文件日期", "签署日期", "公文生成日期", "文件生成日期", "公文生成时间",
    ],
    .source: [
      "来源", "信息来源", "稿源", "文章来源", "稿件来源", "内容来源", "新闻来源", "文稿来源", "消息来源",
      "文件来源", "来源单位", "稿件来自", "信息源", "来自", "来源于",
    ],
    .publisher: [
      "发布机构", "发文机关", "发文机构", "发布单位", "公开主体", "制发机关", "发文单位", "发布机关",
      "公开机构", "信息发布机构", "公布机关", "公开单位", "发布部门", "发文部门", "制定机关", "制发单位",
      "信息公开机构", "公开责任部门", "责任部门",
    ],
    .documentNumber: [
      "文号", "发文字号", "发文文号", "发布文号", "文件编号", "文件号", "公文文号", "文件文号", "文件字号",
      "公文字号", "发文号", "文书号", "公文号", "文件名号",
    ],
    .indexNumber: ["索引号", "信息索引", "索引编号", "信息索引号", "索取号", "索引"],
    .particular: [
      "作者", "浏览次数", "浏览量", "浏览", "点击数", "点击量", "点击率", "点击次数", "点击", "阅读次数",
      "阅读量", "阅读数", "阅读", "访问量", "访问次数", "次数", "人气", "字体", "字号", "字体大小", "文字大小",
      "责任编辑", "责编", "编辑", "审核", "审核人", "供稿", "撰稿", "供稿单位", "供稿人", "分享", "分享到", "分享至",
      "打印", "视力保护色", "保护视力色", "护眼模式", "关键词", "关键字", "查看", "查看次数", "发布者", "发布人",
      "录入者", "录入", "上传者", "信息提供", "通讯员", "摄影", "主编", "初审", "复审", "终审", "校对", "收藏",
      "访问", "阅览", "阅览次数", "浏览数", "点击人次", "阅读人次", "浏览人次", "发布人员",
      "浏览人数", "访问人数", "阅读人数", "热度", "朗读", "语音播报", "扫一扫",
    ],
  ]

  /// Labels of a document's particulars that have no role of their own, yet are labels wherever
  /// they stand alone: 主题分类, 公开方式 (policy-interpretation facts, metadata heads).
  private static let bare =
    ByteText.words(
      "主题分类", "组配分类", "体裁分类", "信息分类", "主题导航", "服务对象", "公开方式", "公开时限", "公开范围", "公开形式", "公开属性",
      "公开类别", "公开程序", "有效性", "时效性", "效力状态", "有效期", "有效期至", "主题词", "关键词", "内容概述", "内容概要", "信息名称",
      "信息标题", "文件名称", "生效日期", "废止日期", "失效日期", "生效时间", "废止时间", "失效时间", "施行日期", "实施日期", "文件类型",
      "信息类别",
      "信息载体", "载体类型", "公文种类", "分类", "体裁", "所属主题", "统一编号", "规范性文件编号", "文件状态")

  /// The text may begin with a label of the table, in brackets or not; false is certain.
  static func mayBegin(_ text: ArraySlice<UInt8>) -> Bool { openings.mayBegin(text) }

  /// The same.
  static func mayBegin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe openings.mayBegin(text)
  }

  private static let openings = Phrases(
    (roles.map(\.word) + bare).map { String(decoding: $0, as: UTF8.self) }
      + ["[", "【", "〔"])

  /// The role of a text that stands alone where a label may stand; nil when it is no label.
  static func standingAlone(_ label: [UInt8]) -> LabelRole? {
    unsafe label.withUnsafeBufferPointer { unsafe standingAlone($0) }
  }

  /// The same.
  static func standingAlone(_ label: UnsafeBufferPointer<UInt8>) -> LabelRole? {
    if let role = unsafe role(of: label) { return role }
    return unsafe bareIndex.place(of: label) == nil ? nil : .other
  }

  /// The longest label of the table, in bytes.
  static let longest = 24

  /// Each word of the table with its role.
  private static let roles: [(word: [UInt8], role: LabelRole)] = table.flatMap { role, words in
    words.map { (word: Array($0.utf8), role: role) }
  }
  private static let index = WordIndex(roles.map(\.word))
  private static let bareIndex = WordIndex(bare)

  /// The role of exactly that label, white space left out before.
  static func role(of label: ArraySlice<UInt8>) -> LabelRole? {
    index.place(of: label).map { roles[$0].role }
  }

  /// The same.
  static func role(of label: UnsafeBufferPointer<UInt8>) -> LabelRole? {
    unsafe index.place(of: label).map { roles[$0].role }
  }

  /// The longest known label with which `text` (without white space) ends.
  static func role(endingOf text: ArraySlice<UInt8>) -> (role: LabelRole, bytes: Int)? {
    var count = min(longest, text.count - text.count % 3)
    while count >= 6 {
      if let place = index.place(of: text.suffix(count)) { return (roles[place].role, count) }
      count -= 3
    }
    return nil
  }
}
