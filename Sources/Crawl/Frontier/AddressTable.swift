import Texts
import Web

/// All addresses that a crawl knows, each with a number: their bytes lie in one run.
///
/// Costs the address's bytes and about 18 more. Numbers count from 0 in order of arrival.
struct AddressTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each address ends in `bytes`.
  private var ends: [UInt32] = []
  /// Open addressing: number + 1, or 0 for a free slot; a power of two, at most half full.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  /// Each address's hash, to compare before the bytes are.
  private var hashes: [Int] = []

  var count: Int { ends.count }

  /// The number of an address, and whether it is new; nil when the table is full (4 GB of text).
  mutating func insert(_ url: WebURL) -> (number: Int, isNew: Bool)? {
    var slot = url.code & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == url.code, holds(number, url.string) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard bytes.count + url.string.utf8.count < Int(UInt32.max) else { return nil }
    bytes.append(contentsOf: url.string.utf8)
    ends.append(UInt32(bytes.count))
    hashes.append(url.code)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return (ends.count - 1, true)
  }

  /// The number of an address that is known.
  func number(of url: WebURL) -> Int? {
    var slot = url.code & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == url.code, holds(number, url.string) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The address of that number as text.
  func text(_ number: Int) -> String {
    guard ends.indices.contains(number) else { return "" }
    return String(decoding: bytes[range(number)], as: UTF8.self)
  }

  /// Says whether the address of one number sorts before that of another, by their bytes.
  func isBefore(_ left: Int, _ right: Int) -> Bool {
    bytes[range(left)].lexicographicallyPrecedes(bytes[range(right)])
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  private func holds(_ number: Int, _ text: String) -> Bool {
    SameBytes.are(bytes[range(number)], text)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in hashes.indices {
      var slot = hashes[number] & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
