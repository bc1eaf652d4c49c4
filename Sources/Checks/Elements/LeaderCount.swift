import Page
import Patterns

/// The leaders on a page: how many stand there with a post, and how many with work in charge.
///
/// Reads tables (姓名 / 职务 / 分工), lines of one leader each (张三，局长：主持…) and blocks in which
/// name, post and duties stand on lines of their own.
struct LeaderCount: Sendable {
  private(set) var posts = 0
  private(set) var duties = 0
  /// The first line that shows a leader.
  private(set) var sample: String?

  init() {}

  init(_ facts: PageFacts) {
    readFields(facts.fields)
    let fromFields = self
    self = LeaderCount()
    readLines(facts.text)
    if fromFields.posts > 0, fromFields.duties * max(posts, 1) >= duties * fromFields.posts {
      self = fromFields
    }
  }

  private static let nameLabels = FoldedName.all(["姓名", "领导姓名", "负责人", "负责人姓名", "名字"])
  private static let dutyLabels = FoldedName.all([
    "分工", "工作分工", "分管工作", "分管", "职责分工", "负责工作", "工作职责", "主管工作", "分管领域", "领导分工", "分管业务",
    "主要职责", "职责", "分管事项", "分管科室", "分管范围",
  ])

  private mutating func readFields(_ fields: [Field]) {
    for field in fields where !Placeholder.isPlaceholder(field.value) {
      let label = FoldedName(field.label)
      if Self.nameLabels.contains(label) {
        posts += 1
        if sample == nil { sample = "\(field.label)：\(field.value)" }
      } else if Self.dutyLabels.contains(label) {
        duties += 1
      }
    }
    duties = min(duties, posts)
  }

  // MARK: Lines

  private static let post =
    "(?:书记|[局区镇乡县处科站所院校行]长|主任|主席|部长|队长|组长|经理|党组成员|党委委员|党委成员|党工委委员|班子成员"
    + "|调研员|工程师|会计师|统计师|经济师|政委|指导员|秘书长|负责人|参事|巡视员|职级)"
  private static let verb =
    "(?:负责|主持|分管|协助|联系|承担|组织|研究|贯彻|协调|指导|完成|拟订|拟定|内设|办公|本[局镇办]|我[局镇]|全[局镇区]|各|领导|根据|按照"
    + "|经|关于|其他|以上|现将|\\p{Han}{0,8}[局委办镇府厅处会院站所道](?:领导)?班子)"
  private static let numbering = "^(?:\\(?[0-9一二三四五六七八九十]+[)、.．:]+)?"

  /// Name before post: 张三，党组书记、局长.
  private static let nameFirst = try? Pattern(
    numbering + "(?!" + verb + ")\\p{Han}{2,4}(?:同志)?(?:\\([^)]{0,12}\\))?[,:、;，：—|/-]?"
      + "(?:现任|任)?[\\p{Han}、,，·]{0,24}?" + post)
  /// Post before name: 党组书记、局长：张三.
  private static let postFirst = try? Pattern(
    numbering + "(?!" + verb + ")[\\p{Han}、,，]{0,20}?" + post
      + "[:,，：—-]{1,2}\\p{Han}{2,4}(?:同志)?(?:[:,，：。;(]|$|主持|负责|分管|协助)")
  /// A line of posts alone: 党组书记、局长.
  private static let postAlone = try? Pattern(
    "^(?:职务[:：]?)?(?!" + verb + ")(?:[\\p{Han}（）()]{0,12}" + post + "[、,，/;]?){1,5}$")
  private static let nameLabel = try? Pattern("^(?:领导)?姓名[:：]?\\p{Han}{2,4}")
  private static let dutyVerb = try? Pattern(
    "主持|负责|分管|协助|协管|主管|联系.{0,20}(?:工作|单位|镇|科|办)|牵头|统筹|挂包")

  private struct Leader {
    var hasPost = false
    var hasDuty = false
  }

  private mutating func readLines(_ text: String) {
    var leaders: [Leader] = []
    for line in TextLines.all(of: text, most: 3000) {
      let normal = TitleText.normalize(TextLines.head(of: line, bytes: 1200))
      guard normal.count >= 6 else { continue }
      func fits(_ pattern: Pattern?) -> Bool { pattern?.firstRange(in: normal) != nil }
      if fits(Self.nameLabel) {
        leaders.append(Leader())
      } else if fits(Self.postAlone) {
        if leaders.last.map({ !$0.hasPost && !$0.hasDuty }) ?? false {
          leaders[leaders.count - 1].hasPost = true
        } else {
          leaders.append(Leader(hasPost: true))
        }
      } else if fits(Self.nameFirst) || fits(Self.postFirst) {
        leaders.append(Leader(hasPost: true))
      }
      if !leaders.isEmpty, fits(Self.dutyVerb) { leaders[leaders.count - 1].hasDuty = true }
      if sample == nil, !leaders.isEmpty { sample = String(line) }
    }
    guard leaders.contains(where: \.hasPost) else {
      sample = nil
      return
    }
    posts = leaders.count
    duties = leaders.count(where: \.hasDuty)
  }
}
