import Markup
import Texts

/// The labels of a service guide's elements.
enum GuideWords {
  private static let table: [GuideElement.Class: [String]] = [
    .itemName: ["事项名称", "服务事项名称", "项目名称", "服务事项", "办理事项", "办事项目", "审批事项", "审批项目", "事项"],
    .basis: ["设定依据", "法律依据", "办理依据", "实施依据", "政策依据", "法定依据", "受理依据", "审批依据", "设立依据", "办事依据"],
    .conditions: ["申请条件", "受理条件", "办理条件", "申报条件", "审批条件", "办事条件", "准予批准的条件", "申领条件"],
    .materials: [
      "办理材料", "申请材料", "申报材料", "所需材料", "提交材料", "需提交材料", "办事材料", "申请材料目录", "申请材料清单", "申报资料",
      "所需资料", "需要提交的材料", "提交的材料", "材料清单", "应提交的材料", "办理所需材料", "报送材料", "报送资料",
    ],
    .place: [
      "办理地点", "受理地点", "办理地址", "办公地点", "办公地址", "办事地点", "受理地址", "办理窗口", "受理窗口", "办理场所", "办事地址",
    ],
    .agency: [
      "办理机构", "实施机关", "受理机构", "承办机构", "实施主体", "办理单位", "受理机关", "实施部门", "承办单位", "承办科室", "责任单位",
      "决定机构", "行使主体", "办理部门", "实施机构", "受理部门", "办理主体", "责任处室", "承办处室", "责任科室",
    ],
    .fee: ["收费标准", "收费依据", "是否收费", "收费情况", "收费", "办理费用", "收费标准及依据", "收费依据及标准", "费用", "收费依据和标准"],
    .hours: ["办理时间", "办公时间", "受理时间", "工作时间", "接待时间", "办事时间"],
    .telephone: ["联系电话", "咨询电话", "咨询方式", "联系方式", "咨询途径", "办公电话", "咨询电话及方式"],
    .process: [
      "办理流程", "办理程序", "办事流程", "办事程序", "审批流程", "工作流程", "申请流程", "流程", "业务流程", "审批程序", "办理流程图", "申报程序",
      "申报流程",
    ],
    .timeLimit: [
      "办结时限", "办理时限", "承诺时限", "法定时限", "办理期限", "承诺期限", "法定期限", "承诺办结时限", "法定办结时限", "审批时限", "办事时限",
      "工作时限", "时限",
    ],
    .supervision: [
      "监督电话", "投诉电话", "监督投诉电话", "监督投诉方式", "投诉方式", "监督方式", "监督投诉", "投诉监督电话", "监督投诉渠道", "监督举报电话",
    ],
    .target: ["服务对象", "办理对象", "申请人", "适用对象", "适用范围", "服务群体", "受理对象"],
    .result: ["办理结果", "审批结果", "结果名称", "办理结果名称", "审查结果", "结果送达", "结果文件"],
    .forms: ["表格下载", "样表下载", "相关表格", "附件下载", "空白表格", "示范文本", "表格名称", "样表名称"],
  ]

  private static let classes: [[UInt8]: GuideElement.Class] = {
    var out: [[UInt8]: GuideElement.Class] = [:]
    for element in GuideElement.Class.allCases {
      for word in table[element] ?? [] { out[Array(word.utf8)] = element }
    }
    return out
  }()

  /// The longest label with its numbering, in bytes.
  private static let longest = 60

  /// The class that a cell or heading names and nothing else; nil for other texts.
  static func element(of text: String) -> GuideElement.Class? {
    guard text.utf8.count <= longest else { return nil }
    return classes[plain(Array(text.utf8)[...])]
  }

  /// A label without white space, numbering, brackets and colon.
  static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = TableLabel.key(String(decoding: text, as: UTF8.self))[...]
    for (open, close) in brackets {
      if bytes.starts(with: open) { bytes = bytes.dropFirst(open.count) }
      if ByteText.ends(bytes, with: close) { bytes = bytes.dropLast(close.count) }
    }
    return Array(bytes)
  }

  /// The element that a line opens: as a heading, or as a label with its value in the line.
  static func opening(
    _ line: ArraySlice<UInt8>
  ) -> (element: GuideElement.Class, label: String, value: String)? {
    if line.count <= longest {
      let name = plain(line)
      if let element = classes[name] { return (element, String(decoding: name, as: UTF8.self), "") }
    }
    let head = line.prefix(longest + 3)
    for mark in marks {
      guard let place = ByteText.find(mark, in: head) else { continue }
      let name = plain(line[..<place])
      guard let element = classes[name] else { continue }
      let value = WhiteSpace.folded(line[(place + mark.count)...])
      return (element, String(decoding: name, as: UTF8.self), value)
    }
    return nil
  }

  /// A heading of the first level: `三、其他`; it ends a section though it is no element of a guide.
  static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longest, let numeral = numerals.first(where: { line.starts(with: $0) })
    else { return false }
    var rest = line.dropFirst(numeral.count)
    while let next = numerals.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(next.count)
    }
    return rest.starts(with: comma) && ByteText.find(stop, in: rest) == nil
  }

  private static let marks = ByteText.words("：", ":", "】", "］", "]")
  private static let comma = Array("、".utf8)
  private static let stop = Array("。".utf8)
  private static let numerals = ByteText.words(
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
  private static let brackets: [([UInt8], [UInt8])] = [("【", "】"), ("[", "]"), ("［", "］")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }
}
