import ArgumentParser
import Foundation
import Report

/// Whether a command's text carries colours.
struct ColorOptions: ParsableArguments {
  /// The choice: `auto` paints on a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`.
  enum Choice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Option(
    help: Help.said(
      "颜色：auto（终端上有，设了 NO_COLOR 则无）、always、never。",
      "Colours: auto (on a terminal, unless NO_COLOR is set), always, never."))
  var color: Choice = Setting.color.value() ?? .auto

  /// The style of what is printed as a result on stdout.
  func style() -> TerminalStyle {
    switch color {
    case .always: return .colored
    case .never: return .plain
    case .auto:
      // https://no-color.org: any value but an empty one.
      let words = ProcessInfo.processInfo.environment
      let isRefused = words["NO_COLOR"].map { !$0.isEmpty } ?? false
      return isatty(STDOUT_FILENO) == 1 && !isRefused && words["TERM"] != "dumb"
        ? .colored : .plain
    }
  }
}
