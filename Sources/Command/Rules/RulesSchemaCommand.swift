import ArgumentParser
import Foundation

/// `mingcha rules schema`: the JSON Schema of pack files.
struct RulesSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: Help.text(
      "规则包文件的 JSON Schema，供编辑器提示和校验。",
      "The JSON Schema of pack files, for editors that help and check."),
    discussion: Help.page(
      """
      mingcha rules schema > docs/schema/pack-1.schema.json
      """,
      zh: """
        支持 YAML 的编辑器（yaml-language-server）在文件首行写
        # yaml-language-server: $schema=../../docs/schema/pack-1.schema.json
        即可边写边查。
        """,
      en: """
        An editor with yaml-language-server checks a pack while it is written, when its first line is
        # yaml-language-server: $schema=../../docs/schema/pack-1.schema.json
        """))

  func run() throws {
    Terminal.print(PackSchema.bytes)
  }
}
