import Dates
package import Texts

/// A number that stands for a person, already masked.
package struct PersonalNumber: Sendable, Hashable {
  /// What the number is.
  package enum Kind: String, Sendable, CaseIterable {
    /// 18 digits by GB 11643: region, day of birth, checksum.
    case idCard = "id-card"
    /// 16 to 19 digits of China UnionPay (62…), with Luhn's checksum.
    case bankCard = "bank-card"
    /// 11 digits of the mobile ranges.
    case mobile

    package var name: Bilingual {
      switch self {
      case .idCard: Bilingual(zh: "身份证号", en: "identity number")
      case .bankCard: Bilingual(zh: "银行卡号", en: "bank card number")
      case .mobile: Bilingual(zh: "手机号", en: "mobile number")
      }
    }
  }

  package let kind: Kind
  /// First three and last two characters, stars between.
  package let masked: String

  /// All personal numbers of a text, in its order; those behind an office's words left out.
  package static func all(in text: String, kinds: [Kind], allow: TitlePatterns) -> [PersonalNumber]
  {
    let bytes = Array(text.utf8)
    var found: [PersonalNumber] = []
    var place = 0
    while place < bytes.count {
      guard isDigit(bytes[place]) else {
        place += 1
        continue
      }
      var end = place
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      var run = Array(bytes[place..<end])
      if end < bytes.count, run.count == 17,
        bytes[end] == UInt8(ascii: "X") || bytes[end] == UInt8(ascii: "x")
      {
        run.append(UInt8(ascii: "X"))
        end += 1
      }
      if let kind = kinds.first(where: { $0.fits(run) }),
        !isAllowed(bytes, before: place, allow)
      {
        found.append(PersonalNumber(kind: kind, masked: mask(run)))
      }
      place = end
    }
    return found
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The words of the line before the number say that it is an office's.
  private static func isAllowed(_ text: [UInt8], before place: Int, _ allow: TitlePatterns) -> Bool
  {
    guard !allow.isEmpty else { return false }
    var start = place
    while start > 0, place - start < 60, text[start - 1] != 0x0A { start -= 1 }
    // The cut may fall within a character; its rest is no letter of any pattern.
    return allow.fits(TitleText.normalize(String(decoding: text[start..<place], as: UTF8.self)))
  }

  private static func mask(_ run: [UInt8]) -> String {
    let stars = [UInt8](repeating: UInt8(ascii: "*"), count: max(0, run.count - 5))
    return String(decoding: run.prefix(3) + stars + run.suffix(2), as: UTF8.self)
  }
}

extension PersonalNumber.Kind {
  /// Says whether a whole run of digits is such a number.
  func fits(_ run: [UInt8]) -> Bool {
    switch self {
    case .idCard: Self.isIdentity(run)
    case .bankCard: Self.isBankCard(run)
    case .mobile: Self.isMobile(run)
    }
  }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)
  /// The first two digits of the provinces' codes (GB/T 2260).
  private static let provinces: Set<Int> = Set(
    Array(11...15) + Array(21...23) + Array(31...37) + Array(41...46) + Array(50...54)
      + Array(61...65) + [71, 81, 82, 83])

  private static func isIdentity(_ run: [UInt8]) -> Bool {
    guard run.count == 18 else { return false }
    var sum = 0
    for (index, weight) in weights.enumerated() { sum += Int(run[index] - 0x30) * weight }
    guard run[17] == checks[sum % 11] else { return false }
    func number(_ range: Range<Int>) -> Int { run[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let year = number(6..<10)
    return provinces.contains(number(0..<2)) && (1900...2100).contains(year)
      && CivilDate(year: year, month: number(10..<12), day: number(12..<14)) != nil
  }

  private static func isBankCard(_ run: [UInt8]) -> Bool {
    guard (16...19).contains(run.count), run.starts(with: Array("62".utf8)),
      run.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    var sum = 0
    for (index, byte) in run.reversed().enumerated() {
      let digit = Int(byte - 0x30)
      let doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
      sum += index % 2 == 0 ? digit : doubled
    }
    return sum % 10 == 0
  }

  private static func isMobile(_ run: [UInt8]) -> Bool {
    run.count == 11 && run[0] == UInt8(ascii: "1") && (0x33...0x39).contains(run[1])
      && !run.dropFirst(3).allSatisfy { $0 == run[3] }
  }
}
