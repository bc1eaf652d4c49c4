import Testing

@testable import Checks

/// What a title must have before a pattern is tried on it.
@Suite struct `Needs of patterns` {
  @Test(arguments: [
    // Side by side.
    ("财政预算", "区财政预算公开", true), ("财政预算", "区财政决算公开", false),
    // Optional, repeated, lazy and possessive.
    ("年度?报告", "年报告", true), ("年度?报告", "年度计划", false), ("预算{0,1}表", "预表", true),
    ("工作+报告", "工作作报告", true), ("公开.{0,9}?指南", "公开工作指南", true), ("公开.{0,9}?指南", "公示", false),
    // Alternatives and groups.
    ("预算|决算", "部门决算", true), ("预算|决算", "部门结算", false),
    ("(事项|材料)清单", "材料清单", true), ("(事项|材料)清单", "材料目录", false),
    ("(?:事项|材料){2}清单", "事项材料清单", true), ("(事项|)清单", "清单", true),
    ("(?|事项(.)|材料(.))清单", "材料一清单", true),
    // Classes, places, looks.
    ("[预决]算公开", "决算公开", true), ("[]预]算公开", "预算公开", true), ("^关于.*通知$", "关于印发的通知", true),
    ("(?<!人)大会议", "区大会议", true), ("会议(?!纪要)", "会议情况", true), ("\\d{4}年度报告", "2021年度报告", true),
    ("\\(草案\\)稿", "(草案)稿", true), ("\\(草案\\)稿", "草案稿", false),
    // Not understood: asks for nothing.
    ("(?i)abc", "ABC", true), ("\\x{4E00}二", "一二", true), ("(?<n>预)算", "预算", true),
  ])
  func `pass over what can't fit, and nothing else`(
    expression: String, title: String, fits: Bool
  ) throws {
    let patterns = try TitlePatterns(["re:" + expression])
    let normal = TitleText.normalize(title)
    #expect(patterns.fits(normal) == fits)
    if fits { #expect(Self.mayFit(patterns, normal)) }
  }

  @Test(arguments: ["财政预算", "(事项|材料)清单", "年度?报告", "{year}年度报告"])
  func `are known for plain patterns`(source: String) throws {
    let patterns = try TitlePatterns([source.contains("{") ? source : "re:" + source])
    #expect(patterns.needs.ways != nil)
    #expect(!Self.mayFit(patterns, TitleText.normalize("工作动态")))
  }

  @Test(arguments: [".*", "预?算?", "[预决]", "(?i)预算", "(预算|.)", "算", "预算\\1"])
  func `are none where a title may do without`(expression: String) throws {
    #expect(PatternNeeds(expression).ways == nil)
  }

  /// Expressions put together at random, tried on random titles.
  @Test func `never pass over a title that fits`() throws {
    var random = Random(state: 20_211_231)
    var count = 0
    for _ in 0..<3000 {
      let expression = random.expression(depth: 3)
      guard let patterns = try? TitlePatterns(["re:" + expression]) else { continue }
      for _ in 0..<12 {
        let title = TitleText.normalize(random.title())
        guard patterns.fits(title) else { continue }
        count += 1
        #expect(
          Self.mayFit(patterns, title), "\(expression) \(String(decoding: title, as: UTF8.self))")
      }
    }
    #expect(count > 3000)
  }

  private static func mayFit(_ patterns: TitlePatterns, _ title: [UInt8]) -> Bool {
    var marks = TitleMarks()
    marks.append(title)
    var page = PageMarks(bytes: title.count)
    page.insert(title)
    let isOnPage = page.mayHold(patterns.needs)
    guard let ways = patterns.needs.ways else { return isOnPage }
    let isInTitle = marks.titles(ways) == [0]
    #expect(isInTitle == isOnPage || !isOnPage)
    return isInTitle && isOnPage
  }

  /// The same expressions and titles each time.
  private struct Random {
    var state: UInt64

    mutating func number(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func letter() -> String { ["甲", "乙", "丙", "1"][number(4)] }

    mutating func title() -> String { (0..<(number(7) + 1)).map { _ in letter() }.joined() }

    mutating func expression(depth: Int) -> String {
      let pieces = (0..<(number(4) + 1)).map { _ in piece(depth: depth) }
      return pieces.joined()
        + (depth > 0 && number(5) == 0 ? "|" + expression(depth: depth - 1) : "")
    }

    mutating func piece(depth: Int) -> String {
      let atom: String
      switch number(depth > 0 ? 12 : 8) {
      case 0: atom = "."
      case 1: atom = "[甲乙]"
      case 2: return ["^", "$", "(?!甲)", "(?<=乙)"][number(4)]
      case 8, 9: atom = "(" + expression(depth: depth - 1) + ")"
      case 10: atom = "(?:" + expression(depth: depth - 1) + ")"
      default: atom = letter()
      }
      return atom + ["", "", "", "?", "*", "+", "{0,2}", "{2}", "+?"][number(9)]
    }
  }
}
