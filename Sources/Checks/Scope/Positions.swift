/// Lists of positions in `SurveyIndex.items`: short ones, put together for each rule and unit.
enum Positions {
  /// The same in ascending order, each once.
  static func ascending(_ positions: [Int]) -> [Int] {
    guard positions.count > 1 else { return positions }
    var sorted = positions
    sorted.sort()
    var kept = 1
    for index in 1..<sorted.count where sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }

  /// Says whether a position stands in an ascending list.
  static func contain(_ ascending: [Int], _ position: Int) -> Bool {
    var low = 0
    var high = ascending.count
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < ascending.count && ascending[low] == position
  }
}
