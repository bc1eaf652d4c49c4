import Dates
import Patterns

/// A day that a title or a field names: `2021年3月5日`, `3月5日`, `2021-03-05`.
enum EventDay {
  private static let full = try? Pattern(
    "((?:19|20)[0-9]{2})[年./-]([01]?[0-9])[月./-]([0-3]?[0-9])日?")
  private static let short = try? Pattern("(?<![0-9])([01]?[0-9])月([0-3]?[0-9])日")

  /// The day in a normalised text; one without a year is the last such day up to `near`.
  static func read(_ text: [UInt8], near: CivilDate) -> CivilDate? {
    if let match = full?.firstMatch(in: text), match.groups.count > 3 {
      let numbers = match.groups[1...3].compactMap { range in
        range.flatMap { ChineseNumber.value(of: text[$0]) }
      }
      if numbers.count == 3 {
        return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
      }
    }
    guard let match = short?.firstMatch(in: text), match.groups.count > 2,
      let month = match.groups[1].flatMap({ ChineseNumber.value(of: text[$0]) }),
      let day = match.groups[2].flatMap({ ChineseNumber.value(of: text[$0]) })
    else { return nil }
    guard let here = CivilDate(year: near.year, month: month, day: day) else { return nil }
    return here <= near ? here : CivilDate(year: near.year - 1, month: month, day: day)
  }
}
