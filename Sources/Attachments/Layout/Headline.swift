/// Finds the headline among a document's first lines.
enum Headline {
  /// Words with which titles of official documents end.
  private static let endings = [
    "报告", "年报", "通知", "意见", "办法", "方案", "公告", "通告", "通报", "公示", "规定", "决定", "批复", "计划", "总结",
    "目录", "指南", "清单", "规划", "条例", "细则", "预案", "说明", "名单", "职责", "制度", "规则", "要点", "情况", "纪要", "解读",
    "统计表", "明细表", "一览表", "汇总表", "登记表", "申请表", "报表", "预算", "决算", "分工", "职能", "设置", "规程", "的函",
    "的请示", "议程", "表",
  ]
  private static let issuers = [
    "局", "政府", "委员会", "办公室", "街道", "办事处", "中心", "镇", "乡", "委", "院", "厅", "部", "大队", "公司", "学校",
  ]
  private static let junk = [
    "microsoft word", "microsoft excel", "powerpoint", "untitled", "无标题", "未命名", "新建", "doc1",
    "document1", "book1", "sheet1", "文档1", "wps", "幻灯片", "print", "http://", "https://",
  ]

  /// The headline of the lines, else what the properties say, else nil.
  ///
  /// `large` is what stands in larger type on the first page, where that is known.
  static func find(_ text: [UInt8], property: String?, large: String? = nil) -> String? {
    if let large, large.count <= 80, !isMark(large), !endsSentence(large) { return large }
    let lines = text.prefix(6000).split(separator: 0x0A).prefix(15)
      .map { String(decoding: $0, as: UTF8.self) }
    if let index = lines.firstIndex(where: isTitle) {
      var title = lines[index]
      if index > 0, isIssuer(lines[index - 1]) { title = lines[index - 1] + title }
      return title
    }
    if let property = property.map({ TextSheet.folded($0) }), !property.isEmpty,
      property.utf8.count <= 300, !junk.contains(where: { property.lowercased().contains($0) })
    {
      return property
    }
    return lines.first { $0.count >= 4 && $0.count <= 50 && !endsSentence($0) && !isMark($0) }
  }

  private static func isTitle(_ line: String) -> Bool {
    let count = line.count
    guard count >= 4, count <= 80, !endsSentence(line), !isMark(line) else { return false }
    let bare = line.hasSuffix("）") || line.hasSuffix(")") ? withoutBrackets(line) : line
    return endings.contains { bare.hasSuffix($0) }
  }

  /// 关于…的通知（试行）: the brackets at the end say how it holds, not what it is.
  private static func withoutBrackets(_ line: String) -> String {
    guard let open = line.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return line }
    return String(line[..<open])
  }

  private static func isIssuer(_ line: String) -> Bool {
    line.count >= 3 && line.count <= 30 && !isMark(line) && issuers.contains { line.hasSuffix($0) }
  }

  /// 附件1, 机密, a page's number, a document's number: stands above a headline.
  private static func isMark(_ line: String) -> Bool {
    line.hasPrefix("附件") && line.count <= 6 || line.contains("〔") && line.hasSuffix("号")
      || line.allSatisfy { $0.isNumber || $0.isPunctuation || $0.isWhitespace }
      || isNumbered(line)
  }

  /// 一、总体情况, （一）, 1．, 第一章: a part's heading, not the whole's.
  private static func isNumbered(_ line: String) -> Bool {
    let numerals: Set<Character> = [
      "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "1", "2", "3", "4", "5", "6", "7", "8", "9",
      "0",
    ]
    let open = line.first.map { "（(第".contains($0) } ?? false
    let rest = line.dropFirst(open ? 1 : 0)
    let number = rest.prefix { numerals.contains($0) }
    guard !number.isEmpty, let mark = rest.dropFirst(number.count).first else { return false }
    return open ? "）)章节条部".contains(mark) : "、．.）)".contains(mark)
  }

  private static func endsSentence(_ line: String) -> Bool {
    line.last.map { "。；;，,：:".contains($0) } ?? true
  }
}
