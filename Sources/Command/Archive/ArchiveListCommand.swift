import ArgumentParser
import Archive
import Crawl
import Dates
import JSON
import Page
import Texts
import Web

/// `mingcha archive list`: sites and files, or one line a capture.
struct ArchiveListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Help.text(
      "列出存档里的站点和文件；加 --urls 则每次抓取一行。",
      "List an archive's sites and files; with --urls one line a capture."),
    discussion: Help.page(
      """
      mingcha archive list archive/2021Q4
      mingcha archive list archive/2021Q4 --urls --site portal
      mingcha archive list archive/2021Q4 --urls --json | jq -r 'select(.status==404).url'
      """,
      zh: """
        --json：不带 --urls 时是一个对象（mingcha.archive/1），带 --urls 时每行一个对象。
        退出码：0 已列出 · 1 存档有损坏，列到损坏处为止 · 2 参数有误或没有存档
        """,
      en: """
        --json: one object (mingcha.archive/1); with --urls an object a line.
        Exit status: 0 listed · 1 the archive is damaged, listed up to there · 2 arguments are wrong or there is no archive
        """))

  @OptionGroup var options: ArchiveOptions

  @Flag(
    help: Help.said(
      "每次抓取一行：时间、状态、类型、长度、网址、抓取原因。",
      "One line a capture: time, status, type, length, address, why it was fetched."))
  var urls = false

  @Option(help: Help.said("只列这个站点。", "Only this site."))
  var site: String?

  @Flag(help: Help.said("输出 JSON，供程序读取。", "Print JSON, for programs."))
  var json = false

  func run() throws {
    let reader = try options.open()
    let wanted = site.map { SiteID($0) }
    if urls {
      let lines = CaptureLines(reader)
      return try options.reading {
        try reader.forEach(site: wanted) { entry in
          guard let line = lines.line(entry) else { return }
          Terminal.print(json ? line.json : line.text)
        }
      }
    }
    let outlines = reader.outlines().filter { wanted == nil || $0.site == wanted }
    let sites = SiteOutline.all(outlines, origins: reader.origins())
    Terminal.print(json ? Self.json(sites) : text(sites))
    if outlines.contains(where: { $0.problem.map { $0.code != .tornTail } ?? false }) {
      for case let problem? in outlines.map(\.problem) { Terminal.say("\(problem)\n") }
      throw ExitCode(1)
    }
    if sites.contains(where: \.isShort) { throw ExitCode(1) }
  }

  private func text(_ sites: [SiteOutline]) -> String {
    var text = ""
    for site in sites {
      text += site.heading(options.lang) + "\n"
      for part in site.files {
        text +=
          Bilingual(
            zh: "  \(Shown.text(part.file))　\(part.records) 条记录　\(part.bytes) 字节"
              + (part.problem == nil ? "" : "　在记录中间结束或有损坏"),
            en: "  \(Shown.text(part.file))  \(part.records) records  \(part.bytes) bytes"
              + (part.problem == nil ? "" : "  ends within a record, or is damaged")
          ).text(options.lang) + "\n"
      }
      for path in site.origin?.since ?? [] {
        text +=
          Bilingual(
            zh: "  未变的网页在：\(Shown.text(path))",
            en: "  unchanged pages are in: \(Shown.text(path))"
          ).text(options.lang) + "\n"
      }
    }
    return text
  }

  private static func json(_ sites: [SiteOutline]) -> String {
    var writer = JSONWriter(.indented)
    writer.object { root in
      root.member("schema", "mingcha.archive/1")
      root.array("sites", sites) { object, site in
        object.member("id", site.id?.text)
        object.member("complete", flag: site.isComplete)
        object.member("stopped", site.stopped)
        object.member("responses", site.files.reduce(0) { $0 + $1.responses })
        object.member("revisits", site.files.reduce(0) { $0 + $1.revisits })
        object.member("failures", site.files.reduce(0) { $0 + $1.failures })
        object.member("first", site.first?.description)
        object.member("last", site.last?.description)
        object.array("start", (site.origin?.start ?? []).map(\.string))
        object.array("hosts", (site.origin?.hosts ?? []).map(\.description))
        object.array("since", site.origin?.since ?? [])
        object.array("files", site.files) { object, part in
          object.member("file", part.file)
          object.member("records", part.records)
          object.member("bytes", part.bytes)
          object.member("problem", part.problem?.code.rawValue)
        }
      }
    }
    return String(decoding: writer.finished(), as: UTF8.self)
  }
}

/// The files of one site together.
private struct SiteOutline {
  /// Nil for other programs' files.
  let id: SiteID?
  var files: [SegmentOutline] = []
  var origin: SegmentOrigin?
  private var summary: CrawlSummary?
  /// Fewer answers are there than the account tells of.
  private(set) var isShort = false

  init(id: SiteID?) { self.id = id }

  /// Sorted by name, files without a site last.
  static func all(
    _ outlines: [SegmentOutline], origins: [(site: SiteID, origin: ArchiveReader.Origin)]
  ) -> [SiteOutline] {
    var found: [SiteOutline] = []
    for outline in outlines {
      let index =
        found.firstIndex { $0.id == outline.site }
        ?? {
          found.append(SiteOutline(id: outline.site))
          return found.count - 1
        }()
      found[index].files.append(outline)
      found[index].summary = outline.summary.flatMap { CrawlSummary(json: $0) }
      let answers = found[index].files.reduce(0) { $0 + $1.responses + $1.revisits + $1.failures }
      found[index].isShort = answers < outline.told ?? 0
    }
    for case (let site, .told(let origin)) in origins {
      guard let index = found.firstIndex(where: { $0.id == site }) else { continue }
      if found[index].origin == nil { found[index].origin = origin }
    }
    return found.sorted { ($0.id?.text ?? "\u{10FFFF}") < ($1.id?.text ?? "\u{10FFFF}") }
  }

  /// The crawl came to its end by itself.
  var isComplete: Bool { !isShort && summary.map { $0.stopped == nil } ?? false }
  /// Why it did not: `interrupted` when no account of it was stored.
  var stopped: String? {
    guard id != nil else { return nil }
    if isShort { return SiteRecords.recordsMissing }
    return summary.map { $0.stopped } ?? "interrupted"
  }
  var first: Timestamp? { files.compactMap(\.first).min() }
  var last: Timestamp? { files.compactMap(\.last).max() }

  func heading(_ language: Language) -> String {
    let name = id.map { Shown.text($0.text) }
    let state =
      id == nil
      ? Bilingual(zh: "其他程序的文件", en: "another program's")
      : stopped.map { Bilingual(zh: "未完成（\($0)）", en: "unfinished (\($0))") }
        ?? Bilingual(zh: "完整", en: "complete")
    func sum(_ path: KeyPath<SegmentOutline, Int>) -> Int {
      files.reduce(0) { $0 + $1[keyPath: path] }
    }
    let span = [first, last].compactMap { $0?.description }.joined(separator: " – ")
    return Bilingual(
      zh: "\(name ?? "—")　\(state.zh)　响应 \(sum(\.responses))　未变 \(sum(\.revisits))　失败 "
        + "\(sum(\.failures))　\(span)",
      en: "\(name ?? "—")  \(state.en)  responses \(sum(\.responses))  unchanged "
        + "\(sum(\.revisits))  failures \(sum(\.failures))  \(span)"
    ).text(language)
  }
}
