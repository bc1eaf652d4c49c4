package import Web

extension UnitNames {
  /// The units that a 发布机构 or 来源 names, sorted; empty when it names none of the plan.
  ///
  /// Names stand beside one another (区财政局、区民政局), with the districts above (枣庄市山亭区财政局),
  /// with an inner office behind (区财政局办公室), with a former name in brackets or 原 in front.
  package func units(speaking text: String) -> [UnitID] {
    if let unit = unit(speaker: text) { return [unit] }
    let parts = text.split { Self.separators.contains($0) }
    guard parts.count > 1, parts.count <= 12 else { return [] }
    return Set(parts.compactMap { unit(speaker: String($0)) }).sorted()
  }

  private static let separators: Set<Character> = [
    "、", "，", ",", ";", "；", "/", "|", " ", "\u{3000}", "和", "与",
  ]

  /// The unit that one name means, whatever dress it wears.
  private func unit(speaker text: String) -> UnitID? {
    guard text.utf8.count <= 240 else { return nil }
    for name in Self.forms(of: text) {
      if let unit = unit(named: name) ?? withoutHigherDistricts(name) { return unit }
      if let bare = Self.withoutOffice(name),
        let unit = unit(named: bare) ?? withoutHigherDistricts(bare)
      {
        return unit
      }
    }
    return nil
  }

  /// The name itself, without what stands in brackets behind it, and without 原 in front.
  private static func forms(of text: String) -> [String] {
    var forms = [text]
    if let open = text.firstIndex(where: { "（(".contains($0) }), open > text.startIndex {
      forms.append(String(text[..<open]))
    }
    return forms + forms.filter { $0.hasPrefix("原") }.map { String($0.dropFirst()) }
  }

  /// `山东省枣庄市山亭区财政局` → `山亭区财政局`: what stands before the district must be districts.
  private func withoutHigherDistricts(_ text: String) -> UnitID? {
    let key = NameKey.of(text)
    guard let district, let range = key.firstRange(of: district), range.lowerBound > key.startIndex,
      let level = key[..<range.lowerBound].last, Self.higherLevels.contains(level)
    else { return nil }
    return unit(named: String(key[range.lowerBound...]))
  }

  private static let higherLevels: Set<Character> = ["省", "市", "州", "盟", "区"]

  /// `区财政局办公室`, `区财政局预算科` → `区财政局`; the office of a government or of a committee is a
  /// body of its own.
  private static func withoutOffice(_ text: String) -> String? {
    guard let last = text.last, inner.contains(last),
      let end = text.lastIndex(where: { bodies.contains($0) })
    else { return nil }
    let office = text[text.index(after: end)...]
    guard (2...8).contains(office.count), text.distance(from: text.startIndex, to: end) >= 2 else {
      return nil
    }
    return String(text[...end])
  }

  private static let inner: Set<Character> = ["室", "科", "股", "处"]
  private static let bodies: Set<Character> = ["局", "院", "站"]
}
