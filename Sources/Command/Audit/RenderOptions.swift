import ArgumentParser
import Audit
import Crawl
import Foundation

/// Whether a browser may help where a list can't be read otherwise.
struct RenderOptions: ParsableArguments {
  @Option(
    name: .customLong("render"), defaultAsFlag: "",
    help: ArgumentHelp(
      Help.text(
        "采集后用本机的 Chromium 渲染列表无法读取的页面（每站最多 20 页，默认不用）；可给出程序路径。",
        "After gathering, let a local Chromium show pages whose lists could not be read (at most 20 a site; off unless given); its path may follow."
      ),
      valueName: "path"))
  var browser: String?

  /// The browser's path, or nil when none is wanted; throws `UsageFault` when there is none.
  func program() throws -> String? {
    guard let browser else { return nil }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    guard let found = BrowserFinder.find(browser, path: path) else {
      let names = BrowserFinder.names.joined(separator: "、")
      throw UsageFault(
        browser.isEmpty
          ? "--render: PATH 里找不到 \(names)；请安装 chromium 或写 --render=路径 / "
            + "no Chromium in PATH; install chromium or give --render=PATH"
          : "--render: \(browser) 不是可执行的程序；请写 --render=路径 / "
            + "is no program that can be run; give --render=PATH")
    }
    return found
  }
}
