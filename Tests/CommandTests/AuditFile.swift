import Foundation

/// The part of `audit.json` (`contract/README.md`) that these tests look at.
struct AuditFile: Decodable, Sendable {
  struct Site: Decodable, Sendable {
    var id: String
    var status: String
    var pages: Int
    var outcomes: [String: Int]
    var problems: [Problem]
    var liberties: [String]?
  }

  struct Problem: Decodable, Sendable {
    var outcome: String
    var count: Int
    var url: String
    /// What the network said.
    var detail: String?
  }

  struct Unit: Decodable, Sendable {
    var id: String
    var score: Score
    var findings: [Finding]
  }

  struct Score: Decodable, Sendable { var verdict: String }

  struct Finding: Decodable, Sendable {
    var rule: String
    var clause: String
    var status: String
    var message: String
    var fix: String?
    var evidence: [Evidence]
  }

  struct Evidence: Decodable, Sendable { var url: String }

  var schema: String
  var run: Run
  var sites: [Site]
  var units: [Unit]

  struct Run: Decodable, Sendable {
    var id: String
    var language: String
  }

  init(_ data: Data) throws { self = try JSONDecoder().decode(AuditFile.self, from: data) }

  /// How the findings differ from the list, one line each, sorted.
  func differences(from list: FaultList) -> [String] {
    var lines: [String] = []
    var left = list.expected
    for unit in units {
      for finding in unit.findings {
        let key = "\(unit.id) \(finding.clause)"
        let wanted = list.expected[key] ?? "notApplicable"
        left[key] = nil
        if finding.status != wanted {
          lines.append("\(key): expected \(wanted), found \(finding.status): \(finding.message)")
        }
      }
    }
    lines += left.map { "\($0.key): expected \($0.value), no finding" }
    return lines.sorted()
  }
}
