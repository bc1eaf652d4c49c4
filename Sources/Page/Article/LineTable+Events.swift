import Dates
import Texts

extension LineTable {
  /// Takes the role from 时间 and 日期 where they name when something takes place.
  ///
  /// That is a span of time, or a day beside a place: no day of publishing, no line of particulars.
  mutating func setEventsApart(
    _ line: Int, _ firstLabel: Int, _ dates: ArraySlice<DateSighting>
  ) {
    let own = firstLabel..<labels.count
    let hasPlace = own.contains { isPlace($0) }
    for index in own where labels[index].role == .dated {
      let value = labels[index].value
      let day = dates.first { value.contains($0.range.lowerBound) }
      if hasPlace || isBelowPlace(line) || day.map({ isSpan($0, in: value) }) ?? false {
        labels[index].role = .other
      }
    }
    if hasPlace, line > 0 { setApart(line - 1) }
  }

  /// The line above a place holds 时间 and nothing else.
  private mutating func setApart(_ line: Int) {
    let found = facts[line].labels
    guard found.count == 1, labels[found.lowerBound].role == .dated else { return }
    labels[found.lowerBound].role = .other
    facts[line].isInfo = false
  }

  private func isBelowPlace(_ line: Int) -> Bool {
    guard line > 0, let above = facts[line - 1].labels.first else { return false }
    return isPlace(above)
  }

  /// 地点, 会议地点, 报名地点.
  private func isPlace(_ label: Int) -> Bool {
    labels[label].role == .other && labels[label].label.utf8.suffix(6).elementsEqual("地点".utf8)
  }

  /// A day, perhaps with a time, after which 至 or a dash leads to another number.
  private func isSpan(_ day: DateSighting, in value: Range<Int>) -> Bool {
    guard day.range.upperBound < value.upperBound else { return false }
    var rest = flow.bytes[day.range.upperBound..<value.upperBound]
    for _ in 0..<24 {
      guard let first = rest.first else { return false }
      if first <= 0x20 || first == UInt8(ascii: ":") || (0x30...0x39).contains(first) {
        rest = rest.dropFirst()
      } else if let word = Self.ofTime.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
      } else {
        break
      }
    }
    guard let lead = Self.leads.first(where: { rest.starts(with: $0) }) else { return false }
    let end = rest.dropFirst(lead.count).drop { $0 <= 0x20 }
    if let first = end.first, (0x30...0x39).contains(first) { return true }
    return Self.ofDay.contains { end.starts(with: $0) }
  }

  private static let ofDay = ByteText.words("上午", "下午", "晚", "次日", "今")
  private static let ofTime =
    ByteText.words("时", "点", "分", "秒", "：", "半", "起", "（", "）", "(", ")", "星期", "周")
    + ByteText.words("一", "二", "三", "四", "五", "六", "日") + ofDay
  private static let leads = ByteText.words("至", "到", "—", "－", "–", "～", "~", "-")
}
