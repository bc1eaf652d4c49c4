import Crawl
import Foundation
import Synchronization
import Texts

/// Shows how far a crawl is: one line that renews itself on a terminal, plain lines elsewhere.
final class ProgressLine: Sendable {
  private let style: ProgressStyle
  private let language: Language
  private let isTerminal: Bool
  /// When the last plain line was printed, in seconds of the run.
  private let lastPlain = Mutex(-60.0)

  init(style: ProgressStyle, language: Language) {
    self.style = style
    self.language = language
    isTerminal = style == .auto && isatty(STDERR_FILENO) == 1
  }

  /// Called about four times a second.
  func show(_ progress: CrawlProgress) {
    switch style {
    case .none: return
    case .auto where isTerminal: Terminal.say("\r\u{1B}[2K" + text(progress))
    case .auto, .plain:
      let isDue = lastPlain.withLock { last in
        guard progress.elapsed - last >= 5 else { return false }
        last = progress.elapsed
        return true
      }
      if isDue { Terminal.say(text(progress) + "\n") }
    }
  }

  /// Says something beside the progress.
  func say(_ message: Bilingual) {
    if style == .none { return }
    Terminal.say((isTerminal ? "\r\u{1B}[2K" : "") + message.text(language) + "\n")
  }

  /// Leaves the line.
  func finish() {
    if isTerminal { Terminal.say("\n") }
  }

  private func text(_ progress: CrawlProgress) -> String {
    if progress.takenUp > 0 {
      return Bilingual(
        zh: "读回已有存档：\(progress.takenUp) 条", en: "taking up what is stored: \(progress.takenUp)"
      ).text(language)
    }
    let rate = (progress.requestsPerSecond * 10).rounded() / 10
    let seconds = Int(progress.elapsed)
    let elapsed = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    let megabytes = Double(progress.bytes / 100_000) / 10
    return Bilingual(
      zh: "采集 \(progress.done) 页 · 排队 \(progress.queued) · 进行中 \(progress.inFlight) · 主机 "
        + "\(progress.activeHosts) · \(rate) 次/秒 · \(megabytes) MB · 未读 \(progress.unread) · "
        + "用时 \(elapsed)",
      en: "gathered \(progress.done) pages · queued \(progress.queued) · in flight "
        + "\(progress.inFlight) · hosts \(progress.activeHosts) · \(rate)/s · \(megabytes) MB · "
        + "unread \(progress.unread) · elapsed \(elapsed)"
    ).text(language)
  }
}
