import Markup

/// Words by which posts and duties of leaders are told.
enum LeaderWords {
  /// The page says that it shows leaders: its title, column or breadcrumb.
  static func namesLeaders(_ text: ArraySlice<UInt8>) -> Bool {
    subjects.occurs(in: text)
      || text.split(separator: 0x0A).contains { $0.count <= 36 && ByteText.ends($0, with: leaders) }
  }

  private static let leaders = Array("领导".utf8)

  /// A short text that is a post: `党组书记、局长`.
  static func isPost(_ text: ArraySlice<UInt8>) -> Bool {
    // The last character of every post: most lines hold none of them.
    guard text.count >= 6, text.count <= 150, ends.occurs(in: text), !text.contains(0x3F) else {
      return false
    }
    let bytes = ByteText.squeezed(text)[...]
    if sentences.occurs(in: bytes) { return false }
    if endsWithPost(bytes) { return true }
    // `副局长（正科级）`, `四级调研员(兼)`.
    let open = brackets.compactMap { ByteText.find($0, in: bytes) }.min()
    return open.map { endsWithPost(bytes[..<$0]) } ?? false
  }

  private static func endsWithPost(_ bytes: ArraySlice<UInt8>) -> Bool {
    posts.contains { ByteText.ends(bytes, with: $0) }
  }

  private static let ends = WordSet(posts.map { Array($0.suffix(3)) })

  /// A text that tells what someone is in charge of.
  static func isDuty(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 18 else { return false }
    let head = text.prefix(120)
    return duties.contains { ByteText.find($0, in: head) != nil }
  }

  /// What a label says of a leader.
  enum Field: Sendable { case name, post, duty }

  static func field(of label: [UInt8]) -> Field? {
    guard let text = String(validating: label, as: UTF8.self) else { return nil }
    if nameLabels.contains(text) { return .name }
    if postLabels.contains(text) { return .post }
    return dutyLabels.contains(text) ? .duty : nil
  }

  private static let subjects = WordSet(
    ByteText.words(
      "领导信息", "领导介绍", "领导之窗", "领导班子", "领导分工", "领导简介", "领导成员", "班子成员", "领导简历", "领导职务", "局领导",
      "区领导", "县领导", "市领导", "镇领导", "街道领导", "领导团队", "委领导", "领导概况", "机构领导", "单位领导", "部门领导", "领导姓名",
      "负责人信息",
      "领导活动与分工", "领导子站", "工作分工"))
  private static let posts = ByteText.words(
    "书记", "局长", "区长", "镇长", "乡长", "县长", "市长", "处长", "科长", "所长", "院长", "校长", "行长", "站长", "主任", "主席",
    "部长",
    "队长", "组长", "经理", "成员", "委员", "调研员", "工程师", "会计师", "统计师", "经济师", "政委", "指导员", "秘书长", "负责人",
    "参事",
    "巡视员", "职级", "主任科员", "厅长", "省长", "司长", "台长", "馆长", "社长", "督学", "督察专员", "会长", "理事长", "总监", "科员",
    "教导员",
    "党委副书记", "专员", "董事长")
  private static let sentences = WordSet(
    ByteText.words("。", "；", "主持", "分管", "负责", "协助", "召开", "调研", "出席", "讲话", "："))
  private static let duties = ByteText.words("主持", "分管", "负责", "协助", "联系", "协管", "牵头", "主管", "分工")
  private static let brackets = ByteText.words("（", "(")
  private static let nameLabels: Set<String> = ["姓名", "领导姓名", "负责人姓名", "名字", "领导"]
  private static let postLabels: Set<String> = ["职务", "现任职务", "领导职务", "职位", "任职", "职务职级"]
  private static let dutyLabels: Set<String> = [
    "分工", "工作分工", "分管工作", "分管", "职责分工", "负责工作", "工作职责", "主管工作", "分管领域", "领导分工", "分管业务", "主要职责",
    "分管事项", "分管范围", "职责", "分管科室", "工作分管",
  ]
}
