/// A moment, to the second, in UTC; coded and printed as RFC 3339 `2021-03-05T08:00:00Z`.
package struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let secondsSince1970: Int64

  /// Clamped to years 1 to 9999.
  package init(secondsSince1970: Int64) {
    self.secondsSince1970 = min(max(secondsSince1970, -62_135_596_800), 253_402_300_799)
  }

  /// Reads `YYYY-MM-DDThh:mm:ss[.fraction]Z`; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == 0x3A, bytes[16] == 0x3A, Self.isFraction(bytes[19...].dropLast()),
      let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Self.twoDigits(bytes[11..<13]), (0...23).contains(hour),
      let minute = Self.twoDigits(bytes[14..<16]), (0...59).contains(minute),
      let second = Self.twoDigits(bytes[17..<19]), (0...60).contains(second)
    else { return nil }
    self.init(
      secondsSince1970: Int64(date.ordinal) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
  }

  private static func twoDigits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Nothing, or a point and digits.
  private static func isFraction(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let point = bytes.first else { return true }
    return point == UInt8(ascii: ".") && bytes.count > 1
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The day in Beijing (UTC+8, no summer time since 1992) at this moment.
  package var beijingDay: CivilDate { day(offset: 8 * 3600) }

  /// The minute of that day, 0 to 1439.
  package var beijingMinute: Int {
    let seconds = secondsSince1970 + 8 * 3600
    return Int((seconds % 86_400 + 86_400) % 86_400 / 60)
  }

  private func day(offset: Int64) -> CivilDate {
    let seconds = secondsSince1970 + offset
    return CivilDate(ordinal: Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
  }

  package var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(20)
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes `2021-03-05T08:00:00Z` at the end of `out`.
  package func append(to out: inout [UInt8]) {
    let date = day(offset: 0)
    let rest = Int(secondsSince1970 - Int64(date.ordinal) * 86_400)
    func two(_ value: Int, _ mark: Unicode.Scalar) {
      Self.append(value, to: &out)
      out.append(UInt8(ascii: mark))
    }
    Self.append(date.year / 100, to: &out)
    two(date.year % 100, "-")
    two(date.month, "-")
    two(date.day, "T")
    two(rest / 3600, ":")
    two(rest / 60 % 60, ":")
    two(rest % 60, "Z")
  }

  /// Writes `20210305080000` at the end of `out`.
  package func append(digitsTo out: inout [UInt8]) {
    let date = day(offset: 0)
    let rest = Int(secondsSince1970 - Int64(date.ordinal) * 86_400)
    Self.append(date.year / 100, to: &out)
    Self.append(date.year % 100, to: &out)
    Self.append(date.month, to: &out)
    Self.append(date.day, to: &out)
    Self.append(rest / 3600, to: &out)
    Self.append(rest / 60 % 60, to: &out)
    Self.append(rest % 60, to: &out)
  }

  /// Two digits of a number below 100.
  private static func append(_ value: Int, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
    out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no RFC 3339 moment in UTC: \(text)")
    }
    self = moment
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
