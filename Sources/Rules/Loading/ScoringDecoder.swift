import Texts
import YAML

/// Reads how a pack scores: `scheme`, `grades`, `bonus`.
enum ScoringDecoder {
  static func decode(_ map: YAMLMapping, log: YAMLProblemLog) -> Scoring {
    var scoring = Scoring()
    scoring.scheme = map.enumeration("scheme", of: ScoringScheme.self, log: log) ?? .weightedSum
    scoring.grades = grades(map, log)
    if let bonus = map.mapping("bonus", log: log) {
      bonus.allow(only: PackKeys.bonus.names, log: log)
      scoring.bonusGate = bonus.double("gate", in: 0...100, log: log) ?? 0
      scoring.mostBonus = bonus.double("most", in: 0...1000, log: log)
    }
    return scoring
  }

  private static func grades(_ map: YAMLMapping, _ log: YAMLProblemLog) -> [Grade] {
    guard let items = map.mappings("grades", log: log) else { return [] }
    var grades: [Grade] = []
    for item in items {
      item.allow(only: PackKeys.grade.names, log: log)
      item.require(PackKeys.grade.requiredNames, log: log)
      let name = item.bilingual("name", log: log)
      let from = item.double("from", in: 0...100, log: log)
      guard let name, let from else { continue }
      if let last = grades.last, from >= last.from {
        item["from"]?.reject(
          expected: Bilingual(
            zh: "小于上一档起点\(last.from)的数（从高到低写）",
            en: "less than the grade above (\(last.from)); write the highest first"), log: log)
      }
      grades.append(Grade(name: name, from: from))
    }
    if let last = grades.last, last.from > 0, let place = map["grades"] {
      log.add(
        place.problem(
          Bilingual(zh: "最低一档要从0开始", en: "the lowest grade must begin at 0")))
    }
    return grades
  }
}

/// Reads a pack's dimensions (一级、二级指标).
enum DimensionDecoder {
  static func decode(_ map: YAMLMapping, log: YAMLProblemLog) -> [Dimension] {
    guard let items = map.mappings("dimensions", log: log) else { return [] }
    var found: [Dimension] = []
    for item in items {
      item.allow(only: PackKeys.dimension.names, log: log)
      item.require(PackKeys.dimension.requiredNames, log: log)
      let parent = item.string("parent", log: log)
      if let parent, !found.contains(where: { $0.id == parent }) {
        let near = NearestWord.hint(parent, in: found.map(\.id))
        item["parent"].map { place in
          log.add(
            place.problem(
              Bilingual(
                zh: "“\(parent)”没有写在前面\(near.zh)",
                en: "no dimension \"\(parent)\" stands before this one\(near.en)")))
        }
      }
      guard let id = item.string("id", log: log), let title = item.bilingual("title", log: log)
      else { continue }
      if found.contains(where: { $0.id == id }), let place = item["id"] {
        log.add(
          place.problem(
            Bilingual(zh: "维度“\(id)”出现两次", en: "dimension \"\(id)\" stands twice")))
      }
      found.append(
        Dimension(id: id, parent: parent, title: title, why: item.bilingual("why", log: log)))
    }
    return found
  }
}
