import Foundation
import Support
import Testing

/// `--keep N`, `Reports/latest`, and what is never removed.
@Suite(.timeLimit(.minutes(20)))
struct `Runs that are kept` {
  private static let days = ["2021-12-01", "2021-12-02", "2021-12-03", "2021-12-04"]

  /// The runs in `Reports`, by their days; nothing hidden, no link.
  private static func days(_ site: SmallSite, _ place: String = "Reports") -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: site.folder.path(place))
    return (names ?? []).filter { $0.hasPrefix("20") }.map { String($0.prefix(10)) }.sorted()
  }

  private static func run(
    _ site: SmallSite, _ day: String, _ words: String...
  ) async throws {
    let outcome = try await site.audit(["--as-of", day, "--quiet", "--format", "json"] + words)
    #expect(outcome.status == 3 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test func `are the newest of their plan, and latest points at the last`() async throws {
    let site = try await SmallSite()
    for day in Self.days { try await Self.run(site, day, "--keep", "2") }
    #expect(Self.days(site) == ["2021-12-03", "2021-12-04"])
    let latest = try FileManager.default.destinationOfSymbolicLink(
      atPath: site.folder.path("Reports/latest"))
    #expect(latest.hasPrefix("2021-12-04-"))
    let hidden = try FileManager.default.contentsOfDirectory(
      atPath: site.folder.path("Reports")
    ).filter { $0.hasPrefix(".") && !$0.hasSuffix(".lock") }
    #expect(hidden == [])
  }

  @Test func `are all without --keep`() async throws {
    let site = try await SmallSite()
    for day in Self.days { try await Self.run(site, day) }
    #expect(Self.days(site) == Self.days)
  }

  @Test func `count in the folder of --out, too, and leave alone what is another's`() async throws {
    let site = try await SmallSite()
    for day in Self.days.prefix(3) { try await Self.run(site, day, "--out", "all/\(day)") }
    let all = site.folder.url.appendingPathComponent("all")
    // Another plan's run, a pinned run, a run behind a link, a folder with other things in it.
    let other = try await SmallSite(plan: "别的方案")
    try await Self.run(other, "2021-11-01")
    let foreign = try #require(
      try FileManager.default.contentsOfDirectory(atPath: other.folder.path("Reports"))
        .first { $0.hasPrefix("2021-11-01-") })
    try FileManager.default.copyItem(
      at: other.folder.url.appendingPathComponent("Reports/\(foreign)"),
      to: all.appendingPathComponent("2021-11-01"))
    try Data().write(to: all.appendingPathComponent("2021-12-01/.keep"))
    try FileManager.default.createSymbolicLink(
      at: all.appendingPathComponent("2020-01-01"),
      withDestinationURL: all.appendingPathComponent("2021-12-01"))
    try FileManager.default.createDirectory(
      at: all.appendingPathComponent("2019-photos"), withIntermediateDirectories: true)
    try await Self.run(site, Self.days[3], "--out", "all/\(Self.days[3])", "--keep", "1")
    #expect(
      Self.days(site, "all") == [
        "2019-photo", "2020-01-01", "2021-11-01", "2021-12-01", "2021-12-04",
      ])
  }

  @Test(arguments: ["0", "-1", "many"])
  func `must be at least one`(count: String) async throws {
    let site = try await SmallSite()
    let outcome = try await site.audit(["--keep=\(count)"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--keep"))
  }
}
