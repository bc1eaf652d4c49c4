import ArgumentParser
import Foundation

/// `mingcha rules schema`: the JSON Schema of pack files.
struct RulesSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "规则包文件的 JSON Schema，供编辑器提示和校验。",
    discussion: """
      支持 YAML 的编辑器（yaml-language-server）在文件首行写
      # yaml-language-server: $schema=../../docs/schema/pack-1.schema.json
      即可边写边查。

      例：
        mingcha rules schema > docs/schema/pack-1.schema.json
      """)

  func run() throws {
    FileHandle.standardOutput.write(Data(PackSchema.bytes))
  }
}
