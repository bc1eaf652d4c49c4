import ArgumentParser
import Archive
import Audit
import Codings
import Foundation
import Texts
import Web

/// `mingcha archive extract`: decoded bodies as files.
struct ArchiveExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: Help.text(
      "导出正文（已解压）：一个网址、一个前缀，或整个站点。",
      "Extract decoded bodies: of one address, of a prefix, or of a whole site."),
    discussion: Help.page(
      """
      mingcha archive extract archive/2021Q4 --out pages
      mingcha archive extract archive/2021Q4 --prefix http://www.example.gov.cn/zwgk/ --out zwgk
      mingcha archive extract archive/2021Q4 --url http://www.example.gov.cn/1.pdf -o - > 1.pdf
      """,
      zh: """
        每个网址取最后一次抓取。文件在 <主机>/<路径> 下，对照表是 urls.tsv（文件、状态、时间、网址、不完整的原因）。
        退出码：0 已导出 · 1 存档有损坏，或有正文找不到 · 2 参数有误 · 3 存档里没有这样的网址
        """,
      en: """
        The last capture of each address. Files are under <host>/<path>; urls.tsv lists file, status, time, address, and why one is not whole.
        Exit status: 0 extracted · 1 the archive is damaged, or a body is missing · 2 arguments are wrong · 3 no such address
        """))

  @OptionGroup var options: ArchiveOptions

  @Option(help: Help.said("只导出这个网址。", "Only this address."))
  var url: String?

  @Option(help: Help.said("只导出以此开头的网址。", "Only addresses that begin so."))
  var prefix: String?

  @Option(help: Help.said("只导出这个站点。", "Only this site."))
  var site: String?

  @Option(
    name: .shortAndLong,
    help: Help.said(
      "新的或空的文件夹；- 表示把唯一的正文写到标准输出。", "A new or empty folder; - writes the only body to stdout."))
  var out: String

  func run() throws {
    let reader = try options.open()
    let wanted = try url.map { text in
      guard let url = WebURL(text) else {
        throw UsageFault("--url: \"\(text)\" 不是 http(s) 地址 / is no http(s) address")
      }
      return url
    }
    guard out == "-" || FolderListing.names(out).isEmpty, InputFile.kind(of: out) != .file else {
      throw UsageFault(
        "--out: \(out) 里已有文件；请给一个新文件夹 / holds files already; name a new folder")
    }
    let latest = try options.reading { try latestEntries(reader, wanted, isAnew: wanted == nil) }
    guard !latest.isEmpty else {
      Terminal.say(
        Bilingual(zh: "存档里没有这样的网址", en: "no such address in the archive")
          .text(options.lang) + "\n")
      throw ExitCode(3)
    }
    if out == "-" {
      try printOne(latest, reader)
    } else {
      try writeAll(latest, reader)
    }
  }

  /// Where the last answer of each wanted address lies.
  ///
  /// The index is a convenience: what it does not know, or tells wrong, is sought in the files, and
  /// so is whatever is more than one address (`isAnew`).
  private func latestEntries(
    _ reader: ArchiveReader, _ wanted: WebURL?, isAnew: Bool
  ) throws -> [(url: WebURL, line: CDXEntry)] {
    let files = Set(
      reader.files.filter { file in
        site.map { SegmentName.read(file)?.site == SiteID($0) } ?? true
      })
    let index = try ArchiveIndex(reader, isAnew: isAnew)
    let lines = wanted.map { index.entries(of: $0) } ?? index.entries
    var latest: [WebURL: CDXEntry] = [:]
    for line in lines where files.contains(line.file) && line.subject.method == nil {
      guard let url = WebURL(line.subject.url), prefix.map({ url.string.hasPrefix($0) }) ?? true
      else { continue }
      if let known = latest[url],
        (known.subject.fetchedAt, known.file, known.offset)
          > (line.subject.fetchedAt, line.file, line.offset)
      {
        continue
      }
      latest[url] = line
    }
    let isTold = try !latest.isEmpty && latest.values.allSatisfy { try reader.entry(at: $0) != nil }
    guard isAnew || isTold else { return try latestEntries(reader, wanted, isAnew: true) }
    return latest.map { (url: $0.key, line: $0.value) }.sorted { $0.url < $1.url }
  }

  private func printOne(_ latest: [(url: WebURL, line: CDXEntry)], _ reader: ArchiveReader) throws {
    guard latest.count == 1, let only = latest.first else {
      throw UsageFault(
        "--out -: 有 \(latest.count) 个网址；请用 --url 指定一个 / \(latest.count) addresses; "
          + "name one with --url")
    }
    guard let capture = try capture(only.line, reader, RevisitResolver(reader)) else {
      Terminal.say("\(only.url): 找不到正文 / the body can't be found\n")
      throw ExitCode(1)
    }
    let body = CaptureBody.decoded(capture)
    Terminal.print(body.bytes)
    if let fault = Self.fault(of: body, capture) { say(fault, only.url) }
    if body.state == .capped { throw ExitCode(1) }
  }

  /// Why what is written is not the page as it was meant: a word for the table, and for people.
  private static func fault(
    of body: DecodedBody, _ capture: Capture
  ) -> (code: String, words: Bilingual)? {
    switch body.state {
    case .capped:
      let most = CaptureBody.limit >> 20
      return (
        "capped",
        Bilingual(
          zh: "正文解码后超过 \(most) MiB，只导出开头",
          en: "the body is longer than \(most) MiB, only its beginning was written")
      )
    case .corrupt, .unknownCoding:
      return (
        "coding",
        Bilingual(
          zh: "正文不是服务器所说的压缩方式，解不开的按原样导出",
          en:
            "the body is not of the coding that the server named; what can't be decoded is as it came"
        )
      )
    case .truncated, .complete:
      guard body.state == .truncated || capture.truncated != nil else { return nil }
      return ("truncated", Bilingual(zh: "正文不完整", en: "the body is not whole"))
    }
  }

  private func say(_ fault: (code: String, words: Bilingual), _ url: WebURL) {
    Terminal.say("\(url): \(fault.words.text(options.lang))\n")
  }

  private func writeAll(_ latest: [(url: WebURL, line: CDXEntry)], _ reader: ArchiveReader) throws {
    let resolver = RevisitResolver(reader)
    let names = ExtractedNames(latest.map(\.url))
    let folder = try ExtractFolder(OutputFolder.trimmed(out))
    var table = ""
    var missing = 0
    var cut = 0
    var written = 0
    for (url, line) in latest {
      guard let capture = try options.reading({ try capture(line, reader, resolver) }) else {
        missing += 1
        Terminal.say("\(url): 找不到正文 / the body can't be found\n")
        continue
      }
      let body = CaptureBody.decoded(capture)
      guard !body.bytes.isEmpty else { continue }
      let fault = Self.fault(of: body, capture)
      if let fault { say(fault, url) }
      if body.state == .capped { cut += 1 }
      let name = names.name(of: url)
      try folder.write(name, body.bytes)
      written += 1
      table +=
        "\(name)\t\(capture.status ?? 0)\t\(capture.fetchedAt)\t\(url)\t\(fault?.code ?? "")\n"
    }
    try folder.write("urls.tsv", Array(table.utf8))
    let done = Bilingual(
      zh: "已导出 \(written) 个文件到 \(out)，对照表 urls.tsv\(missing > 0 ? "；找不到正文 \(missing) 个" : "")",
      en: "\(written) files are in \(out), listed in urls.tsv"
        + (missing > 0 ? "; \(missing) bodies are missing" : ""))
    Terminal.say(done.text(options.lang) + "\n")
    if missing + cut > 0 { throw ExitCode(1) }
  }

  private func capture(
    _ line: CDXEntry, _ reader: ArchiveReader, _ resolver: RevisitResolver
  ) throws -> Capture? {
    switch try reader.entry(at: line)?.record {
    case .response(let capture, _): capture
    case .revisit(let revisit, _): try? resolver.capture(revisit)
    default: nil
    }
  }
}
