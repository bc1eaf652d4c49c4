import ArgumentParser
import Archive
import Audit
import Crawl
import Foundation
import Page
import Texts
import Web

/// `mingcha gather`: only fetch; leaves a replayable archive.
struct GatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather",
    abstract: Help.text(
      "只采集：留下可以重新判定的存档（WARC 1.1）。",
      "Only gather: leaves an archive that can be judged again (WARC 1.1)."),
    discussion: Help.page(
      """
      mingcha gather plan.yaml --archive archive/2021Q4
      mingcha gather plan.yaml --archive archive/2021Q4       # 上次没采完（断电、中断）：接着采 | unfinished (power cut, interrupt): go on
      mingcha gather plan.yaml --archive archive/2022Q1 --since archive/2021Q4
      mingcha audit plan.yaml --archive archive/2021Q4
      """,
      zh: """
        接着采集时，已存下的网页不再请求，结果与一次采完相同。--since 只取有变化的网页；没变的网页指向旧存档，
        因此旧存档要留着（两个文件夹可以一起移动）。
        退出码：0 采集完整 · 2 参数、方案有误，或文件夹里是别的东西 · 3 有网页没有读到，或提前结束 · 4 存档被占用
        """,
      en: """
        Going on asks for nothing that is stored, and gives what one run would have given. --since fetches only what changed;
        what did not points at the older archive, which has to stay (both folders may move together).
        Exit status: 0 complete · 2 arguments or plan are wrong, or the folder holds something else · 3 pages are unread, or it ended early · 4 another run holds the archive
        """))

  @OptionGroup var options: PlanOptions
  @OptionGroup var talk: TalkOptions
  @OptionGroup var render: RenderOptions

  @Option(
    help: Help.said(
      "存档文件夹：新的、空的，或同一方案没采完的存档。",
      "The archive's folder: new, empty, or an unfinished archive of the same plan."),
    completion: .directory)
  var archive: String

  @Option(
    help: Help.said("旧存档：只取此后有变化的网页。", "An older archive: fetch only what changed since."),
    completion: .directory)
  var since: String?

  func run() throws {
    let browser = try render.program()
    let run = try options.run()
    talk.describe(run)
    let path = OutputFolder.trimmed(archive)
    try OutputFolder.makeFolders(OutputFolder.split(path).parent)
    let lock = try RunLock(RunLock.path(of: path))
    defer { withExtendedLifetime(lock) {} }
    guard InputFile.kind(of: path) != .file else {
      throw UsageFault("--archive: \(path) 是文件，应为文件夹 / is a file; a folder is needed")
    }
    let use = try SinceArchive.use(archive: path, since: since)
    let result = try Gathering(
      run: run, talk: talk, browser: browser, keepsFacts: browser != nil
    ).result(into: path, use: use)
    if !talk.quiet { say(result, path) }
    throw ExitCode(Self.isComplete(result.records) ? 0 : 3)
  }

  private static func isComplete(_ records: [SiteRecords]) -> Bool {
    records.allSatisfy { site in
      site.stopped == nil
        && site.pages.allSatisfy {
          $0.outcome.family == .fetched || $0.outcome.family == .notFound
        }
    }
  }

  private func say(_ result: Crawler.Result, _ path: String) {
    func print(_ zh: String, _ en: String) {
      Terminal.print(Bilingual(zh: zh, en: en).text(talk.lang) + "\n")
    }
    if result.wasComplete {
      print("这个存档已经采完，没有剩下的", "this archive is complete, nothing is left to gather")
    } else if result.takenUp > 0 {
      print(
        "接着上次：已有 \(result.takenUp) 条，不再请求",
        "went on with an earlier run: \(result.takenUp) answers were there and not asked for again")
    }
    for site in result.records {
      let unread = site.pages.count {
        $0.outcome.family != .fetched && $0.outcome.family != .notFound
      }
      let read = site.pages.count { $0.facts != nil }
      let stopped = site.stopped
      print(
        "\(site.site)：读到 \(read) 页，未读 \(unread) 页，请求 \(site.requests) 次"
          + (stopped.map { "，提前结束：\($0)" } ?? ""),
        "\(site.site): \(read) pages read, \(unread) unread, \(site.requests) requests"
          + (stopped.map { ", stopped: \($0)" } ?? ""))
    }
    print("存档：\(path)", "Archive: \(path)")
  }
}

/// The older archives of a `gather --since`, or of one that is gone on with.
enum SinceArchive {
  /// How the folder is to be used; the caller's mistakes are told.
  static func use(archive path: String, since: String?) throws -> ArchiveUse {
    var use = ArchiveUse()
    use.resumes = true
    let folder = try absolute(path)
    guard let since else {
      // An unfinished archive names its older ones itself.
      use.sincePaths = ArchiveUse.sincePaths(of: path)
      if let newest = use.sincePaths.first {
        use.since = try? OlderCaptures(RelativePath.resolved(newest, from: folder))
      }
      return use
    }
    let older = OutputFolder.trimmed(since)
    guard InputFile.kind(of: older) == .folder else {
      throw UsageFault("--since: \(older) 不是存档文件夹 / is no folder of an archive")
    }
    let target = try absolute(older)
    guard target != folder else {
      throw UsageFault(
        "--since: 旧存档和新存档是同一个文件夹 / the older archive and the new one are the same folder")
    }
    do {
      let captures = try OlderCaptures(target)
      use.since = captures
      use.sincePaths = captures.folders.map { RelativePath.text(of: $0, from: folder) }
    } catch let error as ArchiveError {
      throw UsageFault("--since: \(error)")
    }
    return use
  }

  /// The path from the root, links resolved; the folder above must be there.
  private static func absolute(_ path: String) throws -> String {
    if let whole = real(path) { return whole }
    let (parent, name) = OutputFolder.split(path)
    guard let above = real(parent) else {
      throw UsageFault("\(parent): 不存在 / does not exist")
    }
    return above == "/" ? "/\(name)" : "\(above)/\(name)"
  }

  private static func real(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
