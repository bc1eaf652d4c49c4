import Checks
import Examples
import JSON
import Rules
import Texts

/// The JSON Schema of the files that packs are made of, for the editors of rule authors.
///
/// Source: JSON Schema, draft 2020-12. Made from the lists of keys by which packs are read, so
/// that both agree.
struct PackSchema {
  private static let kinds: [CheckDescriptor] = allChecks.map { $0.descriptor }

  /// The whole schema, laid out, with a line feed at its end.
  static var bytes: [UInt8] {
    var json = JSONWriter(capacity: 1 << 16)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("$id", "urn:mingcha:schema:pack-1")
      json.member("title", "mingcha.pack/1")
      json.member(
        "description",
        "规则包的文件：pack.yaml、条款、规则、示例和词表；由 mingcha rules schema 生成。"
          + "Files of a rule pack; made by `mingcha rules schema`.")
      choose("pack", "head", &json) { json in
        choose("vocabulary", "vocabulary", &json) { $0.member("$ref", "#/$defs/part") }
      }
      json.object("$defs", definitions)
    }
    return json.bytes + [0x0A]
  }

  /// A file with this key is of that sort, else as `other` says.
  private static func choose(
    _ key: String, _ sort: String, _ json: inout JSONWriter, other: (inout JSONWriter) -> Void
  ) {
    json.object("if") { json in
      json.member("type", "object")
      json.array("required", [key])
    }
    json.object("then") { $0.member("$ref", "#/$defs/\(sort)") }
    json.object("else", other)
  }

  private static func definitions(_ json: inout JSONWriter) {
    let shared = Set(PackKeys.part.names)
    json.object("head") { json in
      object(PackKeys.head, &json) { key in
        shared.contains(key.name) ? "#/$defs/part/properties/\(key.name)" : nil
      }
    }
    json.object("part") { json in
      object(PackKeys.part, &json)
      json.member("minProperties", 1)
    }
    json.object("vocabulary") { object(PackKeys.vocabulary, &$0) }
    json.object("check", check)
    for kind in kinds {
      json.object("check-\(kind.kind)") { json in
        json.member("description", words(kind.summary))
        object(
          [PackKey("kind", .oneOf([kind.kind]), isRequired: true, kind.summary)] + kind.keys, &json)
      }
    }
    scalars(&json)
  }

  private static func scalars(_ json: inout JSONWriter) {
    json.object("text") { $0.array("type", ["string", "number"]) }
    json.object("texts") { json in
      json.array("anyOf", [false, true]) { json, isList in
        if isList {
          list(&json) { $0.member("$ref", "#/$defs/text") }
        } else {
          json.member("$ref", "#/$defs/text")
        }
      }
    }
    json.object("bilingual") { json in
      json.array("anyOf", [false, true]) { json, isPair in
        guard isPair else { return json.member("$ref", "#/$defs/text") }
        object(
          ["zh", "en"].map { PackKey($0, .text, isRequired: true, Bilingual(zh: "", en: "")) },
          &json)
      }
    }
    json.object("day") { pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", &$0) }
    json.object("day-of-year") { pattern("^[0-9]{2}-([0-9]{2}|end)$", &$0) }
  }

  private static func pattern(_ pattern: String, _ json: inout JSONWriter) {
    json.member("type", "string")
    json.member("pattern", pattern)
  }

  /// The kinds and, for each, its own keys.
  private static func check(_ json: inout JSONWriter) {
    json.member("type", "object")
    json.array("required", ["kind"])
    json.object("properties") { json in
      json.object("kind") { $0.array("enum", kinds.map(\.kind)) }
    }
    json.array("allOf", kinds) { json, kind in
      json.object("if") { json in
        json.object("properties") { json in
          json.object("kind") { $0.member("const", kind.kind) }
        }
      }
      json.object("then") { $0.member("$ref", "#/$defs/check-\(kind.kind)") }
    }
  }

  /// A mapping with these keys and no other.
  private static func object(
    _ keys: [PackKey], _ json: inout JSONWriter, elsewhere: (PackKey) -> String? = { _ in nil }
  ) {
    json.member("type", "object")
    let required = keys.requiredNames
    if !required.isEmpty { json.array("required", required) }
    json.object("properties") { json in
      for key in keys {
        json.object(key.name) { json in
          if !key.meaning.zh.isEmpty { json.member("description", words(key.meaning)) }
          if let place = elsewhere(key) {
            json.member("$ref", place)
          } else {
            value(key.form, &json)
          }
        }
      }
    }
    json.member("additionalProperties", flag: false)
  }

  private static func list(_ json: inout JSONWriter, _ item: (inout JSONWriter) -> Void) {
    json.member("type", "array")
    json.object("items", item)
  }

  /// Free names, all with values of one sort.
  private static func free(_ json: inout JSONWriter, _ member: (inout JSONWriter) -> Void) {
    json.member("type", "object")
    json.object("additionalProperties", member)
  }

  private static func whole(_ range: ClosedRange<Int>, _ json: inout JSONWriter) {
    json.member("type", "integer")
    json.member("minimum", range.lowerBound)
    json.member("maximum", range.upperBound)
  }

  private static func value(_ form: KeyForm, _ json: inout JSONWriter) {
    switch form {
    case .text: json.member("$ref", "#/$defs/text")
    case .texts, .patterns: json.member("$ref", "#/$defs/texts")
    case .bilingual: json.member("$ref", "#/$defs/bilingual")
    case .flag: json.member("type", "boolean")
    case .count(let range): whole(range, &json)
    case .number(let range):
      json.member("type", "number")
      json.member("minimum", decimal: range.lowerBound)
      json.member("maximum", decimal: range.upperBound)
    case .oneOf(let words): json.array("enum", words)
    case .someOf(let words):
      json.array("anyOf", [false, true]) { json, isList in
        if isList { list(&json) { $0.array("enum", words) } } else { json.array("enum", words) }
      }
    case .day: json.member("$ref", "#/$defs/day")
    case .dayOfYear: json.member("$ref", "#/$defs/day-of-year")
    case .dayOrDayOfYear:
      json.array("anyOf", ["day", "day-of-year"]) { $0.member("$ref", "#/$defs/\($1)") }
    case .wordGroups: list(&json) { $0.member("$ref", "#/$defs/texts") }
    case .counts(let range): list(&json) { whole(range, &$0) }
    case .countGroups(let range): list(&json) { list(&$0) { whole(range, &$0) } }
    case .named: free(&json) { $0.member("$ref", "#/$defs/text") }
    case .namedCounts(let range): free(&json) { whole(range, &$0) }
    case .namedTexts: free(&json) { $0.member("$ref", "#/$defs/texts") }
    case .entry(let keys): object(keys, &json)
    case .entries(let keys): list(&json) { object(keys, &$0) }
    case .pieces(let sorts):
      list(&json) { json in json.array("anyOf", sorts) { object($1, &$0) } }
    case .check: json.member("$ref", "#/$defs/check")
    case .examples: list(&json) { object(ExampleKeys.example, &$0) }
    }
  }

  private static func words(_ text: Bilingual) -> String { "\(text.zh) \(text.en)" }
}
