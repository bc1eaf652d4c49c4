import Dates
import Markup

/// A day, or a part of one, as it stands in a row's text.
struct RowDateHit {
  /// Nil for `01-08` and `1月8日`.
  var year: Int?
  var month: Int
  /// Nil for `2021-01`, the lower half of a two-box date.
  var day: Int?
  /// Where it begins in the scanned bytes.
  var start: Int
  var end: Int

  var isWhole: Bool { year != nil && day != nil }
}

/// Finds days in the short texts of list rows (facts: cms.md §12).
///
/// Read are `2021-01-08` with `-` `/` `.` or 年月日 between (white space and line breaks there too),
/// `20210108` standing alone, `2021-01`, `01-08`, `01/08`, `1月8日`. Not read are clock times, longer
/// numbers (index numbers such as `2026-02-00018`), and days that no calendar has.
enum RowDateScan {
  private enum Gap { case dash, slash, dot, year, month, other }

  private struct Number {
    var value: Int
    var digits: Int
    var start: Int
    var end: Int
  }

  /// Every hit, left to right; `text` of more than 400 bytes is not scanned.
  static func hits(in text: ArraySlice<UInt8>) -> [RowDateHit] {
    guard text.count <= 400, mayHold(text) else { return [] }
    let numbers = numbers(in: text)
    var out: [RowDateHit] = []
    var index = 0
    while index < numbers.count {
      if let (hit, used) = hit(at: index, of: numbers, in: text) {
        out.append(hit)
        index += used
      } else {
        index += 1
      }
    }
    return out
  }

  private static func mayHold(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { (0x30...0x39).contains($0) || $0 == 0xEF }
  }

  private static func hit(
    at index: Int, of numbers: [Number], in text: ArraySlice<UInt8>
  ) -> (RowDateHit, Int)? {
    let first = numbers[index]
    guard standsFree(first, in: text) else { return nil }
    func gap(_ step: Int) -> Gap {
      let left = index + step
      guard left + 1 < numbers.count else { return .other }
      return self.gap(text[numbers[left].end..<numbers[left + 1].start])
    }
    if first.digits == 8 { return compact(first, in: text).map { ($0, 1) } }
    if first.digits == 4, (1980...2100).contains(first.value) {
      guard gap(0) != .other, gap(0) != .month else { return nil }
      let month = numbers[index + 1]
      guard month.digits <= 2, (1...12).contains(month.value) else { return nil }
      if gap(1) != .other, gap(1) != .year, index + 2 < numbers.count {
        let day = numbers[index + 2]
        guard day.digits <= 2,
          CivilDate(year: first.value, month: month.value, day: day.value) != nil,
          !continues(day, in: text)
        else { return nil }
        return (
          RowDateHit(
            year: first.value, month: month.value, day: day.value, start: first.start,
            end: day.end), 3
        )
      }
      return (
        RowDateHit(
          year: first.value, month: month.value, day: nil, start: first.start, end: month.end), 2
      )
    }
    return monthAndDay(first, index, numbers, gap(0), text).map { ($0, 2) }
  }

  private static func monthAndDay(
    _ month: Number, _ index: Int, _ numbers: [Number], _ gap: Gap, _ text: ArraySlice<UInt8>
  ) -> RowDateHit? {
    guard month.digits <= 2, index + 1 < numbers.count else { return nil }
    let day = numbers[index + 1]
    guard day.digits <= 2, CivilDate(year: 2020, month: month.value, day: day.value) != nil,
      !continues(day, in: text)
    else { return nil }
    switch gap {
    case .month: break
    case .dash, .slash: guard month.digits == 2, day.digits == 2 else { return nil }
    case .dot, .year, .other: return nil
    }
    return RowDateHit(
      year: nil, month: month.value, day: day.value, start: month.start, end: day.end)
  }

  /// `20210108`, only where nothing else stands in the text but brackets.
  private static func compact(_ number: Number, in text: ArraySlice<UInt8>) -> RowDateHit? {
    let year = number.value / 10_000
    guard text.count <= number.end - number.start + 8, (1980...2100).contains(year),
      let date = CivilDate(year: year, month: number.value / 100 % 100, day: number.value % 100)
    else { return nil }
    return RowDateHit(
      year: year, month: date.month, day: date.day, start: number.start, end: number.end)
  }

  /// No letter, dash, slash, dot or colon stands right before the number.
  private static func standsFree(_ number: Number, in text: ArraySlice<UInt8>) -> Bool {
    guard number.start > text.startIndex else { return true }
    let before = text[number.start - 1]
    if (0x61...0x7A).contains(before | 0x20) { return false }
    return ![0x2D, 0x2F, 0x2E, 0x5F].contains(before)
  }

  /// A dash with more digits follows: part of a longer number.
  private static func continues(_ number: Number, in text: ArraySlice<UInt8>) -> Bool {
    guard number.end + 1 < text.endIndex else { return false }
    return (text[number.end] == 0x2D || text[number.end] == 0x2F)
      && (0x30...0x39).contains(text[number.end + 1])
  }

  private static func gap(_ bytes: ArraySlice<UInt8>) -> Gap {
    guard bytes.count <= 24 else { return .other }
    let mark = ByteSearch.squeezed(bytes)
    switch mark {
    case [0x2D], [0xEF, 0xBC, 0x8D], [0xE2, 0x80, 0x94], [0xE2, 0x80, 0x93]: return .dash
    case [0x2F], [0xEF, 0xBC, 0x8F]: return .slash
    case [0x2E], [0xEF, 0xBC, 0x8E]: return .dot
    case [0xE5, 0xB9, 0xB4]: return .year
    case [0xE6, 0x9C, 0x88]: return .month
    default: return .other
    }
  }

  private static func numbers(in text: ArraySlice<UInt8>) -> [Number] {
    var out: [Number] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard let (_, width) = digit(at: index, in: text), width > 0 else {
        index += 1
        continue
      }
      var number = Number(value: 0, digits: 0, start: index, end: index)
      while let (value, width) = digit(at: index, in: text) {
        number.value = min(number.value, 1_000_000_000) * 10 + value
        number.digits += 1
        index += width
      }
      number.end = index
      out.append(number)
    }
    return out
  }

  /// An ASCII or full-width digit.
  private static func digit(at index: Int, in text: ArraySlice<UInt8>) -> (Int, Int)? {
    guard index < text.endIndex else { return nil }
    let byte = text[index]
    if (0x30...0x39).contains(byte) { return (Int(byte - 0x30), 1) }
    guard byte == 0xEF, index + 2 < text.endIndex, text[index + 1] == 0xBC,
      (0x90...0x99).contains(text[index + 2])
    else { return nil }
    return (Int(text[index + 2] - 0x90), 3)
  }
}
