import Patterns

/// The body whose document a title says it is: 青岚区民政局 in 青岚区民政局2020年政府信息公开年度报告.
struct LeadingBody {
  /// Its name in normal form.
  let name: [UInt8]

  private static let names = try? Pattern(
    "^(?!我|本|全|各|该)\\p{Han}{1,24}?"
      + "(?:人民政府|政府|局|委员会|委|办公室|办|镇|乡|街道|办事处|院|中心|厅|部|公司|学校|市|区|县|省)"
      + "(?=(?:关于|公布|发布)?20[0-9]{2}年)")

  /// Nil for a title that begins with no name and year.
  init?(of title: [UInt8]) {
    guard let range = Self.names?.firstRange(in: title) else { return nil }
    name = Array(title[range])
  }

  /// The name may be another spelling of one of these: 区教体局 of 区教育和体育局, and not 清州市教育局.
  func isKin(of spellings: [[UInt8]]) -> Bool {
    let core = Self.core(name)
    let isHigher = Self.higher.contains { core.place(of: $0) != nil }
    if isHigher || core.isEmpty { return false }
    return spellings.contains { spelling in
      let other = Self.core(spelling)
      return Self.abbreviates(core, other) || Self.abbreviates(other, core)
    }
  }

  private static let higher = ["市", "省", "州", "盟", "国"].map { Array($0.utf8) }
  private static let districts = ["区", "县", "旗"].map { Array($0.utf8) }

  /// The name without the district before it.
  private static func core(_ name: [UInt8]) -> [UInt8] {
    let ends = districts.compactMap { district in
      name.indices.last { name[$0...].starts(with: district) }.map { $0 + district.count }
    }
    return Array(name[(ends.max() ?? 0)...])
  }

  /// The characters of the one stand in the other, in order.
  private static func abbreviates(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    guard short.count >= 6 else { return false }
    var rest = String(decoding: long, as: UTF8.self).unicodeScalars[...]
    for scalar in String(decoding: short, as: UTF8.self).unicodeScalars {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
