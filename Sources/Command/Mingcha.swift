import ArgumentParser

/// `mingcha`: the command line.
@main
struct Mingcha: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingcha", abstract: "政务公开合规审核：采集、读取、判定、计分、出报告。")
}
