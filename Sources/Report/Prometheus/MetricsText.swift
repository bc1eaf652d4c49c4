import JSON

/// Writes metrics in the text exposition format 0.0.4: HELP and TYPE before the samples of a name.
struct MetricsText {
  /// UTF-8; every line ends with a line feed.
  private(set) var bytes: [UInt8] = []
  private let plan: String
  private var name = ""

  /// `plan` is a label of every sample.
  init(plan: String) { self.plan = plan }

  /// Begins a gauge: a figure that may rise and fall.
  mutating func metric(_ name: String, _ help: String) {
    self.name = name
    bytes += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n".utf8
  }

  /// One sample of the gauge that was begun last.
  mutating func sample(_ labels: [(String, String)], _ value: Double) {
    let all = [("plan", plan)] + labels
    let words = all.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    bytes += "\(name){\(words)} \(Self.number(value))\n".utf8
  }

  /// A label's value: backslash, quote and line feed are escaped; all else may stand.
  private static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "\"": out.append(contentsOf: "\\\"".unicodeScalars)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return JSONWriter.decimal(value)
  }
}
