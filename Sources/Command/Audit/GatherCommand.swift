import ArgumentParser
import Audit
import Page
import Texts
import Web

/// `mingcha gather`: only fetch; leaves a replayable archive.
struct GatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather", abstract: "只采集：留下可以重新判定的存档（WARC 1.1）。",
    discussion: """
      例：
        mingcha gather plan.yaml --archive archive/2021Q4
        mingcha audit plan.yaml --archive archive/2021Q4
      """)

  @OptionGroup var options: PlanOptions
  @OptionGroup var talk: TalkOptions

  @Option(help: "存档文件夹。")
  var archive: String

  func run() throws {
    let run = try options.run()
    let path = OutputFolder.trimmed(archive)
    let (parent, name) = OutputFolder.split(path)
    try OutputFolder.makeFolders(parent)
    let lock = try RunLock("\(parent)/.\(name).lock")
    defer { withExtendedLifetime(lock) {} }
    guard FolderListing.names(path).isEmpty else {
      throw UsageFault(
        "--archive: \(path) 里已有文件；请给一个新文件夹 / holds files already; name a new folder")
    }
    let records = try Gathering(run: run, talk: talk, keepsFacts: false).gather(into: path)
    var isComplete = true
    for site in records {
      let unread = site.pages.count {
        $0.outcome.family != .fetched && $0.outcome.family != .notFound
      }
      if unread > 0 || site.stopped != nil { isComplete = false }
      guard !talk.quiet else { continue }
      let read = site.pages.count { $0.facts != nil }
      Terminal.print(
        Bilingual(
          zh: "\(site.site)：读到 \(read) 页，未读 \(unread) 页，请求 \(site.requests) 次"
            + (site.stopped.map { "，提前结束：\($0)" } ?? "") + "\n",
          en: "\(site.site): \(read) pages read, \(unread) unread, \(site.requests) requests"
            + (site.stopped.map { ", stopped: \($0)" } ?? "") + "\n"
        ).text(talk.lang))
    }
    if !talk.quiet {
      Terminal.print(Bilingual(zh: "存档：\(path)\n", en: "Archive: \(path)\n").text(talk.lang))
    }
    throw ExitCode(isComplete ? 0 : 3)
  }
}
