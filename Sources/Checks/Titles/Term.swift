import Patterns

/// The years for which a plan says that it holds: `（2021-2025年）`, `“十四五”`.
enum Term {
  private static let range = try? Pattern(
    "((?:19|20)[0-9]{2})年?[-–—－~～至到]{1,2}((?:19|20)[0-9]{2})年?")
  /// The five-year plans by their numbers; the fourteenth began in 2021.
  private static let plan = try? Pattern("[“\"'‘]?十([一二三四五六])五[”\"'’]?")

  /// The term that a normalised title states; nil when it states none.
  static func read(_ title: [UInt8]) -> ClosedRange<Int>? {
    if let match = range?.firstMatch(in: title), match.groups.count > 2,
      let first = match.groups[1].flatMap({ ChineseNumber.value(of: title[$0]) }),
      let last = match.groups[2].flatMap({ ChineseNumber.value(of: title[$0]) }), first <= last
    {
      return first...last
    }
    guard let match = plan?.firstMatch(in: title), match.groups.count > 1,
      let number = match.groups[1].flatMap({ ChineseNumber.value(of: title[$0]) })
    else { return nil }
    let first = 2021 + (number - 4) * 5
    return first...(first + 4)
  }
}
