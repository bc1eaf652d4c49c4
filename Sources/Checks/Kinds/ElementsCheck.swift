import Findings
package import Rules
package import Sites
package import Texts
package import YAML

/// Labelled pieces of information must stand on the unit's pages.
package enum ElementsCheck: Check {
  /// What a part's value must look like.
  package enum Shape: String, Sendable, CaseIterable {
    /// `value` is any plain value under the label, `text` also a text about it.
    case text, value, address, hours, telephone, fax, leaders, sections
  }

  /// One piece of information.
  package struct Part: Sendable {
    package var id: String
    package var name: Bilingual
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    /// Labels under which the value stands, in normal form.
    package var fields: [FoldedName]
    /// Words of which the text must hold one, in normal form.
    package var text: [[UInt8]]
    package var shape: Shape
    package var minLength: Int
    /// A picture on a page with a fitting title is enough (a flow chart).
    package var pictures: Bool
  }

  /// The keys of an `elements` rule.
  package struct Requirement: Sendable {
    package var parts: [Part]
    /// Some of the parts earn some of the points.
    package var isPartial: Bool
    /// Pages judged one by one; nil when the parts may stand on several pages.
    package var each: EachPage?
  }

  package static let descriptor = CheckDescriptor(
    kind: "elements",
    summary: Wording.text("应写明的要素齐全", "All required pieces of information are shown"),
    keys: [
      .init(
        "parts", .entries(partKeys), isRequired: true,
        Wording.text(
          "各要素：id, name, columns, titles, fields, text, shape, min-length, pictures",
          "The parts: id, name, columns, titles, fields, text, shape, min-length, pictures")),
      .init(
        "partial", .flag, isRequired: false,
        Wording.text("缺项时按比例得分（默认 false）", "Missing parts cost their share (false)")),
    ] + eachKeys)

  /// The keys of a part; with each: true it takes those of `pieceKeys`.
  private static let ownKeys: [PackKey] = [
    PackKey("id", .text, isRequired: true, "编号", "The part's id"),
    PackKey("name", .bilingual, isRequired: true, "要素名称", "The part's name"),
    PackKey("shape", .word(Shape.self), isRequired: true, "值的样子", "What the value looks like"),
    PackKey("columns", .texts, "所在栏目", "Columns whose pages may show it"),
    PackKey("titles", .patterns, "所在页面的标题样式", "Titles of pages that may show it"),
    PackKey("fields", .texts, "标签", "Labels under which the value stands"),
    PackKey("text", .texts, "正文须含其一的字样", "Words of which the text must hold one"),
    PackKey("min-length", .count(0...100_000), "正文最少字数（默认 20）", "Characters needed (20)"),
    PackKey("pictures", .flag, "有图片即可（默认 false）", "A picture will do (false)"),
  ]

  /// All keys that a part may have; which are needed depends on `each`.
  private static let partKeys: [PackKey] =
    ownKeys.map { PackKey($0.name, $0.form, isRequired: $0.name == "name", $0.meaning) }
    + pieceKeys.filter { piece in !ownKeys.names.contains(piece.name) }

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    if mapping.bool("each", log: log) ?? false {
      return eachPage(mapping, log).map { Requirement(parts: [], isPartial: false, each: $0) }
    }
    for key in eachKeys where key.name != "each" {
      guard let place = mapping.place(of: key.name) else { continue }
      log.add(
        place.problem(
          Wording.text("“\(key.name)”只与 each: true 同用", "\"\(key.name)\" goes with each: true")))
    }
    let isPartial = mapping.bool("partial", log: log) ?? false
    guard let list = mapping.mappings("parts", log: log) else { return nil }
    if list.isEmpty, let place = mapping["parts"] {
      log.add(
        place.problem(
          Wording.text("elements 规则至少要有一个要素", "an elements rule needs at least one part")))
    }
    let parts = list.compactMap { part($0, log) }
    return Requirement(parts: parts, isPartial: isPartial)
  }

  private static func part(_ mapping: YAMLMapping, _ log: YAMLProblemLog) -> Part? {
    mapping.allow(only: ownKeys.names, log: log)
    mapping.require(ownKeys.requiredNames, log: log)
    mapping.requireOne(of: "columns", "titles", log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let fields = mapping.strings("fields", log: log) ?? []
    let text = mapping.strings("text", log: log) ?? []
    let minLength = mapping.int("min-length", in: 0...100_000, log: log) ?? 20
    guard let id = mapping.string("id", log: log), let name = mapping.bilingual("name", log: log),
      let shape = mapping.enumeration("shape", of: Shape.self, log: log)
    else { return nil }
    return Part(
      id: id, name: name, columns: columns, keys: columns.map(FoldedName.init), titles: titles,
      fields: fields.map(FoldedName.init), text: text.map(TitleText.normalize), shape: shape,
      minLength: minLength, pictures: mapping.bool("pictures", log: log) ?? false)
  }

  /// A part may stand in a document of a page that bears its title or stands in its column.
  package static func attachments(_ requirement: Requirement) -> [AttachmentNeed] {
    requirement.parts.map { AttachmentNeed(titles: $0.titles, columns: $0.keys) }
      + (requirement.each.map { [AttachmentNeed(titles: $0.titles, columns: $0.keys)] } ?? [])
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    if let each = requirement.each { return EachTally(each, territory, rule).conclusion }
    let searches = requirement.parts.map { PartSearch($0, in: territory) }
    return Verdict(requirement, territory, searches, rule).conclusion
  }
}
