import Archive
import Audit
import Crawl
import Foundation
import Page
import Texts

/// Runs a crawl with its progress shown and Ctrl-C heard.
struct Gathering {
  let run: AuditRun
  let talk: TalkOptions
  /// The records are to be judged; without it they only say what was read.
  var keepsFacts = true

  /// Crawls all sites into an archive at `path` and gives their records.
  func gather(into path: String) throws -> [SiteRecords] {
    let line = ProgressLine(
      style: talk.quiet ? .none : talk.progress, language: talk.lang)
    var plan = run.crawlPlan()
    plan.keepsFacts = keepsFacts
    let crawler = Crawler(
      plan: plan, archive: path, read: AuditRun.read, progress: { line.show($0) })
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
      return result.records
    } catch let error as ArchiveError {
      line.finish()
      throw UsageFault("\(path): \(error)")
    }
  }
}
