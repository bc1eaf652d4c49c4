import Patterns

/// Figures as reports state them: a number with its measure.
enum Figures {
  /// A number before a measure: 1,234万元, 56人, 7.8%, 12户次.
  static let pattern = try? Pattern(
    "[0-9][0-9,.]{0,15}(?:[万亿]?(?:元|人|户|件|次|个|家|名|份|条|项|吨|亩|公里|平方米|公顷|人次|宗|起)|%|％|‰)")
}
