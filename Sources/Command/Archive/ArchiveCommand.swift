import ArgumentParser
import Archive
import Audit
import Texts

/// `mingcha archive`: what an archive holds, and whether it is sound.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: Help.text(
      "存档：列出、查看、核验、导出（WARC 1.0 和 1.1，别的程序写的也行）。",
      "Archives: list, show, verify, extract (WARC 1.0 and 1.1, other programs' too)."),
    discussion: Help.page(
      """
      mingcha archive list archive/2021Q4
      mingcha archive list archive/2021Q4 --urls
      mingcha archive show archive/2021Q4 http://www.example.gov.cn/ --body
      mingcha archive verify archive/2021Q4
      mingcha archive extract archive/2021Q4 --out pages
      """),
    subcommands: [
      ArchiveListCommand.self, ArchiveShowCommand.self, ArchiveVerifyCommand.self,
      ArchiveExtractCommand.self,
    ])
}

/// What all commands on an archive take.
struct ArchiveOptions: ParsableArguments {
  @Argument(
    help: Help.said("存档文件夹，或一个 WARC 文件。", "The archive's folder, or one WARC file."),
    completion: .file())
  var archive: String

  @Option(help: Help.said("语言：zh-Hans 或 en。", "Language: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  /// Opens the archive; a path without one is the caller's mistake.
  func open() throws -> ArchiveReader {
    guard InputFile.kind(of: archive) != .nothing else {
      throw UsageFault("\(archive): 不存在 / does not exist")
    }
    do {
      return try ArchiveReader(
        OutputFolder.trimmed(archive), blockLimit: ArchiveReader.widestBlock)
    } catch {
      throw UsageFault("\(error)")
    }
  }

  /// Does work on the archive; what the archive's own damage makes impossible ends with status 1.
  func reading<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ArchiveError {
      Terminal.say("\(error)\n")
      throw ExitCode(1)
    }
  }
}

/// Text of foreign origin on its way to a terminal.
enum Shown {
  /// The text with control characters, which could steer a terminal, made visible; line ends and
  /// tabs stay.
  static func text(_ bytes: [UInt8]) -> String {
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: out.append(scalar)
      case 0x0D: continue
      case 0..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F, 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  static func text(_ text: String) -> String { self.text(Array(text.utf8)) }
}
