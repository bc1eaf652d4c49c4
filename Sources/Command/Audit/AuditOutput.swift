import Audit
import Codings
import Report
import Score
import Texts

/// Where an audit's report stands, and what stood there before.
enum AuditOutput {
  /// The folder of runs that were given no place.
  static let home = "Reports"

  /// Where a run works whose name is known only at its end: one place for each plan, so that two
  /// runs of one plan meet, and those of two plans do not.
  static func working(_ plan: String) -> String {
    "\(home)/run-\(SHA256.hex(Array(plan.utf8)).prefix(8))"
  }

  /// The file to open first.
  static func first(in folder: String) -> String {
    InputFile.kind(of: "\(folder)/index.html") == .file ? "\(folder)/index.html" : folder
  }

  /// The run before `audit` of the same plan: what stands at `path`, else the newest beside it.
  ///
  /// One with the same units and packs goes before others, so that a run that looked at a part is
  /// not what the whole is compared with.
  static func earlier(_ audit: AuditResult, at path: String) -> AuditResult? {
    var places: [String] = []
    if AuditHead.read(folder: path)?.plan == audit.plan { places.append(path) }
    let shelf = RunShelf(OutputFolder.split(path).parent, plan: audit.plan)
    places += shelf.runs.map(\.path).filter { $0 != path }
    var newest: AuditResult?
    for place in places.prefix(20) {
      guard let bytes = try? InputFile.read("\(place)/audit.json"),
        let found = try? AuditFile.read(bytes)
      else { continue }
      if Set(found.units.map(\.id)) == Set(audit.units.map(\.id)),
        found.packs.map(\.id) == audit.packs.map(\.id)
      {
        return found
      }
      newest = newest ?? found
    }
    return newest
  }

  /// Removes the runs beyond those that are kept.
  static func prune(_ place: String, plan: String, keeping count: Int, _ talk: TalkOptions) {
    let shelf = RunShelf(OutputFolder.split(place).parent, plan: plan)
    for path in shelf.removeOldest(keeping: count, besides: place) {
      talk.detail(Bilingual(zh: "删除旧的一次：\(path)", en: "removed an old run: \(path)"))
    }
  }
}
