import Support
import Testing
import YAML

/// `faults.yaml` of the sample district: what an audit of it must say.
struct FaultList {
  /// One planted fault.
  struct Fault {
    var unit: String
    var rule: String
    var status: String
    /// The address on which it turns, from the site's root.
    var page: String
    var why: String
  }

  var faults: [Fault] = []
  /// The expected status by `unit clause`; whatever is not named here does not bind the unit.
  var expected: [String: String] = [:]

  /// Reads the list of the bundled district.
  init() throws {
    let file = SampleDistrict.bundledFolder + "/faults.yaml"
    let bytes = try #require(StaticFolder.contents(of: file), "\(file) is not there")
    let log = YAMLProblemLog()
    let root = try #require(YAMLMapping(YAMLDocument.read(bytes, file: file)))
    for entry in root.mappings("faults", log: log) ?? [] {
      func text(_ key: String) -> String { entry.string(key, log: log) ?? "" }
      let fault = Fault(
        unit: text("unit"), rule: text("rule"), status: text("status"), page: text("page"),
        why: text("why"))
      faults.append(fault)
      try expect(fault.status, for: fault.rule, of: fault.unit)
    }
    for (key, status) in [("not-applicable", "notApplicable"), ("passes", "pass")] {
      for entry in root.mappings(key, log: log) ?? [] {
        for rule in entry.strings("rules", log: log) ?? [] {
          try expect(status, for: rule, of: entry.string("unit", log: log) ?? "")
        }
      }
    }
    try log.check()
  }

  private mutating func expect(_ status: String, for rule: String, of unit: String) throws {
    try #require(expected["\(unit) \(rule)"] == nil, "\(unit) \(rule) is listed twice")
    expected["\(unit) \(rule)"] = status
  }
}
