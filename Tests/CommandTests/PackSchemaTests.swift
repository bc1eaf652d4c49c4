import Foundation
import Testing
import YAML

/// `docs/schema/pack-1.schema.json` against every shipped pack, by a validator that is not ours.
@Suite(.timeLimit(.minutes(5)))
struct `Schema of packs` {
  /// All YAML files below some folders of the checkout, sorted.
  private static let files = ["Rules", "Tests/Fixtures/packs"].flatMap { folder in
    (FileManager.default.subpaths(atPath: BuiltCommand.root.appendingPathComponent(folder).path)
      ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `is met by every file of every pack`() async throws {
    let module = try await Tool.run(
      "/usr/bin/env", ["python3", "-c", "from jsonschema import Draft202012Validator"])
    // `scripts/check` insists on the validator.
    guard module.status == 0 else { return }
    let root = BuiltCommand.root
    let place = try TemporaryFolder()
    var texts: [String] = []
    for file in Self.files {
      let bytes = Array(try Data(contentsOf: root.appendingPathComponent(file)))
      let text = Self.json(try YAMLDocument.read(bytes, file: file))
      texts.append(try place.create(file.replacing("/", with: "_") + ".json", text).path)
    }
    #expect(texts.count > 50)
    let outcome = try await Tool.run(
      "/usr/bin/env",
      [
        "python3", "\(root.path)/Tests/Interop/validate_packs.py",
        "\(root.path)/docs/schema/pack-1.schema.json",
      ] + texts)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  /// A value as JSON, plain scalars as YAML's core schema takes them.
  private static func json(_ value: YAMLValue) -> String {
    switch value.content {
    case .null: return "null"
    case .scalar(let text, quoted: false) where text == "true" || text == "false": return text
    case .scalar(let text, quoted: false) where text.wholeMatch(of: number) != nil: return text
    case .scalar(let text, quoted: _): return quoted(text)
    case .sequence(let items): return "[" + items.map(json).joined(separator: ",") + "]"
    case .mapping(let entries):
      return "{"
        + entries.map { quoted(name($0.key)) + ":" + json($0.value) }.joined(separator: ",") + "}"
    }
  }

  private static var number: Regex<Substring> { /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?/ }

  private static func name(_ key: YAMLValue) -> String {
    guard case .scalar(let text, quoted: _) = key.content else { return "" }
    return text
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { mark in
      mark.value < 0x20 || mark == "\"" || mark == "\\"
        ? "\\u" + String(repeating: "0", count: 4 - String(mark.value, radix: 16).count)
          + String(mark.value, radix: 16)
        : String(mark)
    }
    return "\"" + escaped.joined() + "\""
  }
}
