extension JSONWriter {
  /// A decimal without float noise: at most four places, no trailing zeros; `0` when not finite.
  package static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    guard value.magnitude < 1e11 else { return "\(value)" }
    let rounded = (value * 10_000).rounded() / 10_000
    if rounded == rounded.rounded() { return "\(Int64(rounded))" }
    // The shortest form that reads back as the same number, without an exponent at this size.
    let text = "\(rounded)"
    return text.utf8.contains(UInt8(ascii: "e")) ? fixed(rounded) : text
  }

  /// Four places written out, for numbers so small that the shortest form has an exponent.
  private static func fixed(_ value: Double) -> String {
    let tenThousandths = Int64((value.magnitude * 10_000).rounded())
    let digits = String(tenThousandths % 10_000 + 10_000).dropFirst()
    var text = "\(tenThousandths / 10_000).\(digits)"
    while text.hasSuffix("0") { text.removeLast() }
    return (value < 0 ? "-" : "") + text
  }
}
