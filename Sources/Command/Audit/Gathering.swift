import Archive
import Audit
import Crawl
import Foundation
import Page
import Synchronization
import Texts
import Web

/// Runs a crawl with its progress shown and Ctrl-C heard.
struct Gathering {
  let run: AuditRun
  let talk: TalkOptions
  /// The Chromium of `--render`; nil without it.
  var browser: String?
  /// The records are to be judged; without it they only say what was read.
  var keepsFacts = true

  /// Crawls all sites into an archive at `path` and gives their records.
  func gather(into path: String) throws -> [SiteRecords] {
    try result(into: path, use: ArchiveUse()).records
  }

  /// The same into a folder that may hold an unfinished archive, or asking an older one.
  func result(into path: String, use: ArchiveUse) throws -> Crawler.Result {
    let line = ProgressLine(
      style: talk.quiet ? .none : talk.progress, language: talk.lang)
    var plan = run.crawlPlan()
    plan.keepsFacts = keepsFacts
    let store = keepsFacts ? run.store(path) : nil
    let crawler = Crawler(
      plan: plan, archive: path, use: use,
      read: keepsFacts ? store?.reading(AuditRun.read) ?? AuditRun.read : AuditRun.readForCrawl,
      readFile: store?.readingFiles(AuditRun.readFile) ?? AuditRun.readFile,
      progress: { line.show($0) })
    let signals = SignalWatch {
      line.say(
        Bilingual(
          zh: "收到中断：停止采集，按已存档的内容判定（再按一次立即退出）",
          en: "Interrupted: gathering stops, what is archived will be judged (again to quit)"))
      crawler.interrupt()
    }
    defer { signals.stop() }
    do {
      let result = try crawler.runToEnd()
      line.finish()
      if let store { run.keep(result.records, in: store) }
      guard let browser, result.stopped == nil else { return result }
      signals.stop()
      var shown = result
      shown.records = try render(result.records, path, browser)
      return shown
    } catch let error as ArchiveError {
      line.finish()
      throw UsageFault("\(path): \(error)")
    }
  }

  /// Lets a browser show what the crawl could not read; the records are then those of the archive.
  private func render(
    _ records: [SiteRecords], _ path: String, _ browser: String
  ) throws -> [SiteRecords] {
    let line = ProgressLine(style: talk.quiet ? .none : talk.progress, language: talk.lang)
    let stop = Mutex(false)
    let signals = SignalWatch { [line] in
      line.say(
        Bilingual(zh: "收到中断：不再渲染页面", en: "Interrupted: no further page is rendered"))
      stop.withLock { $0 = true }
    }
    defer { signals.stop() }
    let renderer = PageRenderer(plan: run.crawlPlan(), archive: path, program: browser)
    let accounts = try renderer.run(records, isStopped: { stop.withLock { $0 } }) { url in
      line.say(Bilingual(zh: "用浏览器渲染：\(url)", en: "Rendering in a browser: \(url)"))
    }
    for account in accounts {
      line.say(
        Bilingual(
          zh: "\(account.site)：渲染 \(account.rendered) 页，失败 \(account.failed) 页，"
            + "超出上限未渲染 \(account.left) 页",
          en: "\(account.site): \(account.rendered) pages rendered, \(account.failed) failed, "
            + "\(account.left) beyond the limit"))
    }
    return accounts.isEmpty ? records : try run.replay(path)
  }
}
