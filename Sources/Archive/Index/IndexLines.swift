/// The lines of an index while its file is being written: their text in one run.
struct IndexLines {
  private var bytes: [UInt8] = []
  /// Where each line ends in `bytes`.
  private var ends: [Int] = []

  mutating func append(_ entry: CDXEntry) {
    entry.append(to: &bytes)
    ends.append(bytes.count)
  }

  /// All lines with their ends, sorted by their bytes.
  var sorted: [UInt8] {
    var start = 0
    var ranges = ends.map { end in
      defer { start = end }
      return start..<end
    }
    ranges.sort { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for range in ranges { out += bytes[range] }
    return out
  }
}
