import ArgumentParser
import Attachments
import Audit
import Dates
import Foundation
import Page
import Texts
import Web

/// `mingcha read`: what the reader sees on a page, one JSON object a line.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: Help.text(
      "打印阅读器在页面上看到的内容（每页一行 JSON）。", "Print what the reader sees on a page (one line of JSON each)."),
    discussion: Help.page(
      """
      mingcha read page.html --url http://www.example.gov.cn/zwgk/1.html
      mingcha read --manifest pages/manifest.jsonl > facts.jsonl
      mingcha read --explain page.html
      """))

  @Argument(
    help: Help.said("网页文件，或 http(s) 地址。", "Files of pages, or http(s) addresses."),
    completion: .file())
  var pages: [String] = []

  @Option(
    help: Help.said(
      "页面的原地址，用来补全相对链接（只能与一个文件一起用）。",
      "The page's own address, to complete its links (with one file only)."))
  var url: String?

  @Option(
    help: Help.said(
      "清单：每行一个 JSON 对象，含 file，可含 url。",
      "A manifest: a JSON object a line, with file and perhaps url."), completion: .file())
  var manifest: String?

  @Option(
    help: ArgumentHelp(
      Help.text(
        "抓取时间（RFC 3339），用来读“今天”“昨天”。",
        "When it was fetched (RFC 3339), to read “today” and “yesterday”."), valueName: "moment"))
  var fetchedAt: String?

  @Flag(
    help: Help.said(
      "说明每一项是怎样读出来的：日期、标题、列表、类型、编码。",
      "Say how each thing was read: date, title, list, kind, charset."))
  var explain = false

  @Flag(
    help: Help.said(
      "与 --explain 一起用：仍输出 JSON，说明放在 explain 键下。",
      "With --explain: still JSON, the account under the key explain."))
  var json = false

  @Option(help: Help.said("说明文字的语言：zh-Hans 或 en。", "Language of the account: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  func run() throws {
    let moment = try fetchedAt.map { text in
      guard let moment = Timestamp(text) else {
        throw UsageFault(
          "--fetched-at: \"\(text)\" 不是时间；应写作 2021-03-05T08:00:00Z / no RFC 3339 moment")
      }
      return moment
    }
    for page in try inputs() {
      let address = try page.url.map { text in
        guard let url = WebURL(text) else {
          throw UsageFault("--url: \"\(text)\" 不是 http(s) 地址 / is no http(s) address")
        }
        return url
      }
      if explain {
        try explain(page.path, name: page.name, address, moment)
        continue
      }
      let facts: PageFacts
      if Self.isAddress(page.path) {
        let (found, attachment) = try fetched(page.path)
        if let attachment, let document = attachment.facts {
          Terminal.print(FactsLine.line(document, url: attachment.finalURL, file: page.name))
          continue
        }
        facts = found
      } else {
        let body = try InputFile.read(page.path)
        let name = address?.path ?? page.path
        if FileMagic.isDocument(body, name: name) {
          let found = FileReader().read(body, name: name)
          Terminal.print(FactsLine.line(found, url: address, file: page.name))
          continue
        }
        facts = PageReader().read(body, url: address, contentType: nil, fetchedAt: moment)
      }
      Terminal.print(FactsLine.line(facts, file: page.name))
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  private func explain(
    _ path: String, name: String, _ address: WebURL?, _ moment: Timestamp?
  ) throws {
    let seen: PageExplanation
    if Self.isAddress(path) {
      seen = try explained(path)
    } else {
      seen = PageReader().explain(
        try InputFile.read(path), url: address, contentType: nil, fetchedAt: moment)
    }
    if json {
      let line = FactsLine.line(seen.facts, file: name) { Explanation.members(seen, &$0) }
      Terminal.print(line)
    } else {
      Terminal.print(Explanation.text(seen, file: name, lang: lang))
    }
  }

  /// The facts of a page on the web; an address that gives none ends with status 3.
  private func fetched(_ address: String) throws -> (PageFacts, AttachmentRecord?) {
    guard let url = WebURL(address) else {
      throw UsageFault("\(address): 不是 http(s) 地址 / is no http(s) address")
    }
    let (record, attachment) = try SinglePage.record(of: url)
    if let document = attachment?.facts { return (document.page(url: url, title: nil), attachment) }
    guard let facts = record?.facts else { throw unread(address, record) }
    return (facts, nil)
  }

  private func explained(_ address: String) throws -> PageExplanation {
    guard let url = WebURL(address) else {
      throw UsageFault("\(address): 不是 http(s) 地址 / is no http(s) address")
    }
    let (record, seen) = try SinglePage.explanation(of: url)
    guard let seen else { throw unread(address, record) }
    return seen
  }

  private func unread(_ address: String, _ record: PageRecord?) -> ExitCode {
    let code = record?.outcome.code ?? "error"
    Terminal.say("\(address): 没有读到页面 / no page could be read: \(code)\n")
    return ExitCode(3)
  }

  private func inputs() throws -> [(path: String, name: String, url: String?)] {
    if let manifest {
      guard pages.isEmpty, url == nil else {
        throw UsageFault(
          "--manifest: 不能同时给文件或 --url / can't stand beside files or --url")
      }
      return try ManifestLine.read(manifest)
    }
    guard !pages.isEmpty else {
      throw UsageFault(
        "缺少网页：给出文件、地址或 --manifest / nothing to read: give files, addresses or --manifest")
    }
    if url != nil, pages.count > 1 {
      throw UsageFault("--url: 只能与一个文件一起用 / goes with one file only")
    }
    return pages.map { ($0, $0, url) }
  }
}
