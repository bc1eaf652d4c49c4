/// All spellings of one unit in normal form.
package struct UnitSpellings: Sendable {
  /// Longest first.
  package let all: [[UInt8]]

  package init(_ names: [String]) {
    let normal = Set(names.map(TitleText.normalize)).filter { $0.count >= 6 }
    all = normal.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  /// Says whether a normalised title names the unit.
  ///
  /// A spelling that does not say its level (财政局) does not count behind 市, 省, 州 or 县:
  /// 清州市财政局 is another body than the district's.
  package func isNamed(in title: [UInt8]) -> Bool {
    all.contains { isNamed($0, in: title) }
  }

  /// The same, with spellings of at least three characters only: what names *another* unit must
  /// be plain.
  package func isPlainlyNamed(in title: [UInt8]) -> Bool {
    all.contains { $0.count >= 9 && isNamed($0, in: title) }
  }

  /// Where a normalised title bears the unit's name, the longest spelling at each place.
  package func places(in title: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for spelling in all {
      var start = 0
      while let place = title.place(of: spelling, from: start) {
        let range = place..<(place + spelling.count)
        if !found.contains(where: { $0.overlaps(range) }) { found.append(range) }
        start = range.upperBound
      }
    }
    return found
  }

  /// What is left of a name once a leading spelling of the unit is taken off; nil when none leads.
  package func stripped(from name: [UInt8]) -> [UInt8]? {
    for spelling in all where name.count > spelling.count && name.starts(with: spelling) {
      return Array(name[spelling.count...])
    }
    return nil
  }

  private func isNamed(_ spelling: [UInt8], in title: [UInt8]) -> Bool {
    var start = 0
    while let place = title.place(of: spelling, from: start) {
      if Self.saysLevel(spelling) || !Self.followsHigherLevel(place, in: title) { return true }
      start = place + 1
    }
    return false
  }

  private static let higherLevels = ["市", "省", "州", "县", "盟"].map { Array($0.utf8) }
  private static let levels = ["区", "县", "市", "镇", "乡", "街道"].map { Array($0.utf8) }

  private static let market = Array("市场".utf8)

  private static func saysLevel(_ spelling: [UInt8]) -> Bool {
    // 区财政局, 青岚区财政局, 云门镇; the 市 of 市场监管局 says no level.
    levels.contains { level in
      guard let place = spelling.place(of: level) else { return false }
      return spelling.place(of: market, from: place) != place
    }
  }

  private static func followsHigherLevel(_ place: Int, in title: [UInt8]) -> Bool {
    higherLevels.contains { $0.count <= place && Array(title[(place - $0.count)..<place]) == $0 }
  }
}
