/// Reads the spellings of an IPv4 address that inet_aton(3) and browsers take.
enum LooseIPv4 {
  /// Says whether the last label of a host is a number, so that the host must be an address.
  static func endsInNumber(_ labels: [Substring]) -> Bool {
    guard let last = labels.last, !last.isEmpty else { return false }
    return last.utf8.allSatisfy { (0x30...0x39).contains($0) } || number(last) != nil
  }

  /// The address of one to four numbers, decimal, octal (`0177`) or hexadecimal (`0x7f`), the last
  /// of which fills what the others leave: `127.1`, `2130706433`; nil for anything else.
  static func read(_ labels: [Substring]) -> IPAddress? {
    guard (1...4).contains(labels.count) else { return nil }
    let numbers = labels.compactMap { number($0) }
    guard numbers.count == labels.count, let last = numbers.last else { return nil }
    let leading = numbers.dropLast()
    guard leading.allSatisfy({ $0 <= 255 }), last < UInt64(1) << UInt64(8 * (5 - numbers.count))
    else { return nil }
    var value = last
    for (index, part) in leading.enumerated() { value |= part << UInt64(8 * (3 - index)) }
    return IPAddress((0..<4).map { UInt8(truncatingIfNeeded: value >> UInt64(24 - 8 * $0)) })
  }

  private static func number(_ label: Substring) -> UInt64? {
    let text = label.lowercased()
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count <= 20 else {
      return nil
    }
    if text.hasPrefix("0x") {
      let digits = text.dropFirst(2)
      return digits.isEmpty ? 0 : UInt64(digits, radix: 16)
    }
    if first == UInt8(ascii: "0"), text.utf8.count > 1 { return UInt64(text, radix: 8) }
    return UInt64(text)
  }
}
