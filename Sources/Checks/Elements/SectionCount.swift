import Page
import Patterns

/// The internal sections on a page, and how many of them stand there with their tasks.
struct SectionCount: Sendable {
  private(set) var sections = 0
  private(set) var withTasks = 0
  /// The first line that shows a section.
  private(set) var sample: String?

  /// Tasks of fewer bytes (six characters) are no tasks.
  private static let shortest = 18

  /// 党政办 is an office; 主办 and 承办 say who holds what.
  private static let ending =
    "(?:办公室|科|股|室|处|中心|大队|中队|支队|所|队|站|部|馆|院|组|窗口|专班|(?<![主承协督经交代领查已未待])办)"
  private static let office = try? Pattern(
    "^(?:\\(?[0-9一二三四五六七八九十]+[)、.．:]+)?"
      + "(?!内设|下属|直属|所属|科室|机构|负责|承担|组织|指导|协调|主管|主持|全区|各)"
      + "\\p{Han}{0,14}?" + ending
      + "(?:\\([^)]{0,20}\\))?(?=[:：。,，;—|-]|$|主要职责|工作职责|职责|职能|负责|承担|主要负责)")

  private static let tasks = try? Pattern("(?:主要|工作|机构|岗位)?(?:职责|职能|简介|介绍)$")

  /// Says whether a title is the name of a section, with or without 职责 behind it.
  static func isOffice(_ title: String) -> Bool {
    let normal = TitleText.normalize(title)
    let end = tasks?.firstRange(in: normal)?.lowerBound ?? normal.count
    return office?.firstRange(in: normal)?.upperBound == end
  }

  init(_ facts: PageFacts) {
    readLines(facts.text)
    let fromLines = self
    sections = 0
    withTasks = 0
    sample = nil
    readFields(facts.fields)
    if fromLines.withTasks >= withTasks { self = fromLines }
  }

  private mutating func readFields(_ fields: [Field]) {
    for field in fields where Self.isOffice(field.label) {
      sections += 1
      let isTask =
        field.value.utf8.count >= Self.shortest && !Placeholder.isPlaceholder(field.value)
      if isTask { withTasks += 1 }
      if sample == nil { sample = "\(field.label)：\(field.value)" }
    }
  }

  private mutating func readLines(_ text: String) {
    var isWaiting = false
    for line in TextLines.all(of: text, most: 3000).flatMap(Self.clauses) {
      let normal = TitleText.normalize(TextLines.head(of: line, bytes: 1200))
      if let range = Self.office?.firstRange(in: normal), range.upperBound <= 90 {
        sections += 1
        if sample == nil { sample = String(line) }
        isWaiting = normal.count - range.upperBound < Self.shortest
        if !isWaiting { withTasks += 1 }
      } else if isWaiting && normal.count >= Self.shortest {
        withTasks += 1
        isWaiting = false
      }
    }
  }

  private static let opening = try? Pattern("(?:内设|下设|设有|分别是|分别为)")
  private static let openings = ["分别是", "分别为", "：", ":"]

  /// The sentences of a line that tells of all sections, any other line as it is.
  ///
  /// 局内设3个科室，分别是：办公室，负责…；预算科，负责….
  private static func clauses(of line: Substring) -> [Substring] {
    let clauses = line.split { $0 == "；" || $0 == ";" || $0 == "。" }
    guard clauses.count >= 2, opening?.firstRange(in: TitleText.normalize(String(line))) != nil
    else { return [line] }
    let first = openings.compactMap { clauses[0].firstRange(of: $0)?.upperBound }.max()
    return [clauses[0][(first ?? clauses[0].startIndex)...]] + clauses.dropFirst()
  }
}
