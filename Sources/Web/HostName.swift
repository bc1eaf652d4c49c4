/// The one ASCII form of the host names that addresses spell in many ways (RFC 5890, UTS 46).
///
/// libcurl would do it with the locale's charset, which a batch program can't rely on.
enum HostName {
  /// The host as ASCII; nil when it is no UTF-8, or holds what no host may hold.
  ///
  /// Percent-encoding is undone; full-width forms and the ideographic full stop become ASCII;
  /// letters become lower case; soft hyphens, zero-width spaces and other marks that nobody sees
  /// are dropped; the dot of the root is cut; an IPv4 address in any spelling becomes dotted
  /// decimal. Nil also for direction marks, joiners and other controls, for text that may not be
  /// in Unicode's form C (combining marks, compatibility forms, which no Chinese name needs), for
  /// empty or long labels, and for a name whose last label is a number and that is no address.
  static func ascii(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let plain = percentDecoded(bytes), let text = String(validating: plain, as: UTF8.self),
      let mapped = mapped(text)
    else { return nil }
    var labels: [String] = []
    var parts = mapped.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    for label in parts {
      guard !label.isEmpty, let text = asciiLabel(Array(label)) else { return nil }
      labels.append(text)
    }
    let slices = labels.map { $0[...] }
    if LooseIPv4.endsInNumber(slices) { return LooseIPv4.read(slices)?.description }
    let name = labels.joined(separator: ".")
    return name.utf8.count <= Authority.longestName ? name : nil
  }

  /// The text after UTS 46's mapping as far as Chinese hosts need it; nil where it forbids.
  private static func mapped(_ text: String) -> String.UnicodeScalarView? {
    var mapped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3002, 0xFF0E, 0xFF61: mapped.append(".")
      case 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFE00...0xFE0F: continue
      case 0xFF01...0xFF5E:
        guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
        mapped.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
      default:
        guard isAllowed(scalar) else { return nil }
        mapped.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    let isClean = mapped.allSatisfy { $0.value > 0x20 && !forbidden.contains($0) }
    return isClean ? mapped : nil
  }

  /// What ends or parts a host in an address, or would in another program's eyes.
  private static let forbidden = Set("/?#@:\\[]<>^|%\"`{}'*!$&()+,;=~\u{7F}".unicodeScalars)

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return true }
    let properties = scalar.properties
    guard properties.canonicalCombiningClass == .notReordered,
      !properties.isFullCompositionExclusion,
      // The parts of Korean syllables, which form C puts together.
      !(0x1100...0x11FF).contains(scalar.value)
    else { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator, .nonspacingMark, .enclosingMark:
      return false
    default: return true
    }
  }

  /// A label as it is when ASCII, else `xn--` and Punycode; nil beyond 63 characters (RFC 1035).
  private static func asciiLabel(_ scalars: [Unicode.Scalar]) -> String? {
    guard scalars.count <= 63 else { return nil }
    if scalars.allSatisfy(\.isASCII) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text)
    }
    guard let code = punycode(scalars.map(\.value)), code.utf8.count <= 59 else { return nil }
    return "xn--" + code
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit),
        let low = rest.popFirst().flatMap(hexDigit)
      else { return nil }
      out.append(high << 4 | low)
    }
    return out
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// RFC 3492 §6.3; at most 63 scalars come in, so that nothing overflows 64 bits.
  private static func punycode(_ scalars: [UInt32]) -> String? {
    var out = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let basic = out.count
    if basic > 0 { out.append(UInt8(ascii: "-")) }
    var next = 0x80
    var delta = 0
    var bias = 72
    var handled = basic
    while handled < scalars.count {
      guard let least = scalars.map({ Int($0) }).filter({ $0 >= next }).min() else { return nil }
      delta += (least - next) * (handled + 1)
      next = least
      for scalar in scalars.map({ Int($0) }) {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        write(delta, bias: bias, to: &out)
        bias = adapted(delta, points: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func write(_ delta: Int, bias: Int, to out: inout [UInt8]) {
    let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    var rest = delta
    var step = 36
    while true {
      let threshold = min(max(step - bias, 1), 26)
      guard rest >= threshold else { break }
      out.append(digits[threshold + (rest - threshold) % (36 - threshold)])
      rest = (rest - threshold) / (36 - threshold)
      step += 36
    }
    out.append(digits[rest])
  }

  /// RFC 3492 §6.1.
  private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var rest = isFirst ? delta / 700 : delta / 2
    rest += rest / points
    var step = 0
    while rest > 455 {
      rest /= 35
      step += 36
    }
    return step + 36 * rest / (rest + 38)
  }
}
