import ArgumentParser
import Rules
import Score

/// What makes an audit end with status 1: a score, a severity, or only what a baseline has not.
struct GateOptions: ParsableArguments {
  /// The severities that `--fail-on` takes; missing a bonus is no failure.
  enum Mildest: String, CaseIterable, ExpressibleByArgument {
    case veto, must, should

    var severity: Severity {
      switch self {
      case .veto: .veto
      case .must: .must
      case .should: .should
      }
    }
  }

  @Option(
    help: Help.said(
      "达标线（百分制）；覆盖方案里的 fail-under。", "The bar in per cent; overrides the plan's fail-under."))
  var failUnder: Double?

  @Option(
    help: Help.said(
      "只在有这种轻重（或更重）的条款不达标时以 1 退出：veto、must、should；写了 --fail-under 的，达标线照样有效。",
      "End with 1 only when a clause of this severity or a graver one fails: veto, must, should; a bar given by --fail-under still counts."
    ))
  var failOn: Mildest?

  @Option(
    help: ArgumentHelp(
      Help.text(
        "以前的 audit.json：那里已有的失分项不影响退出码，只有新增的才算。",
        "An earlier audit.json: faults that it has do not count for the exit status, only new ones do."
      ), valueName: "audit.json"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  /// The bar of flag or environment; nil when neither names one.
  var bar: Double? { failUnder ?? Setting.failUnder.value() }

  /// The gate; reads the baseline, so that a mistake is told before anything is fetched.
  func gate() throws -> FailureGate {
    FailureGate(
      severity: (failOn ?? Setting.failOn.value())?.severity, holdsBar: bar != nil,
      baseline: try baseline.map { Baseline(try AuditInput.read($0)) })
  }
}
