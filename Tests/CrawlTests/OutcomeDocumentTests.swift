import Crawl
import Foundation
import Support
import Testing
import Texts
import Web

/// `docs/outcomes.md`, written from `allOutcomes`.
///
///     MINGCHA_RECORD=1 swift test --filter OutcomeDocument
///
/// writes it anew, and fails on purpose: the test runs once more against what was recorded.
struct OutcomeDocument {
  @Test func `docs/outcomes.md says what the table says`() throws {
    let path = Fixtures.root + "/docs/outcomes.md"
    let wanted = Self.text
    if ProcessInfo.processInfo.environment["MINGCHA_RECORD"] == "1" {
      try Data(wanted.utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("docs/outcomes.md was written; run the test again without MINGCHA_RECORD")
      return
    }
    let found = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    #expect(
      found == wanted,
      "docs/outcomes.md is stale: MINGCHA_RECORD=1 swift test --filter OutcomeDocument")
  }

  private static let families: [(family: Outcome.Family, zh: String, en: String)] = [
    (.fetched, "已读取", "read in full"), (.truncated, "部分读取", "read in part"),
    (.notFound, "不存在", "the server says that there is nothing"),
    (.blocked, "被拦截", "challenge, firewall, login wall"),
    (.disallowed, "未访问", "robots.txt, or the plan's own limits"),
    (.unreachable, "无法访问", "name, connection, TLS, time, 5xx"),
    (.error, "不可读", "what came is no readable page"),
  ]

  static var text: String {
    var lines = [
      "# Outcomes 结果类别", "",
      "What became of an address has one stable dotted code. This is the whole list: `OutcomeClassifier` and",
      "`RedirectTrail` in `Sources/Crawl` give each address exactly one of them, live and from an archive alike. Written",
      "from `allOutcomes` by `MINGCHA_RECORD=1 swift test --filter OutcomeDocument`; a test holds it to the code.",
      "",
      "*Again* ↻ marks what may pass by itself: asking later can give another result. Without it the owner or the plan has",
      "to change something first. A page that is not read in full never proves that something is missing; only `notFound` is",
      "an answer.", "",
    ]
    for (family, zh, en) in families {
      lines += [
        "## `\(family.rawValue)` \(zh): \(en)", "", "| code | again | 说明 | meaning |",
        "| --- | --- | --- | --- |",
      ]
      for entry in allOutcomes where entry.outcome.family == family {
        lines.append(
          "| `\(entry.outcome.code)` | \(entry.isRetryable ? "↻" : "") | \(entry.advice.zh) | \(entry.advice.en) |"
        )
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  @Test func `the document has every family and every code`() {
    #expect(Set(Self.families.map(\.family)) == Set(Outcome.Family.allCases))
    let text = Self.text
    #expect(allOutcomes.allSatisfy { text.contains("| `\($0.outcome.code)` |") })
  }
}
