import ArgumentParser
import Archive
import Audit
import Codings
import Dates
import Foundation
import Markup
import Texts
import Web

/// `mingcha archive show`: one capture with its request, its note and its text.
struct ArchiveShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Help.text(
      "查看一次抓取：说明、请求头、响应头；加 --body 则连正文。",
      "Show one capture: what it is, request, response; with --body the body, too."),
    discussion: Help.page(
      """
      mingcha archive show archive/2021Q4 http://www.example.gov.cn/zwgk/1.html
      mingcha archive show archive/2021Q4 urn:uuid:6b0f… --body
      """,
      zh: """
        给网址时按索引直接定位；同一网址抓取多次时给最后一次（--at 选时间，--all 全部）。
        正文已解压并转成 UTF-8；不是文本的原样输出。
        退出码：0 已显示 · 1 存档有损坏 · 2 参数有误或没有存档 · 3 存档里没有，或正文在找不到的旧存档里
        """,
      en: """
        An address is found by the index; of several captures the last is shown (--at chooses a time, --all shows all).
        Bodies are decoded and turned into UTF-8; what is no text is printed as it is.
        Exit status: 0 shown · 1 the archive is damaged · 2 arguments are wrong or there is no archive · 3 it is not there, or its body is in an older archive that is missing
        """))

  @OptionGroup var options: ArchiveOptions

  @Argument(help: Help.said("网址，或记录号（urn:uuid:…）。", "An address, or a record's name (urn:uuid:…)."))
  var what: String

  @Flag(help: Help.said("显示正文。", "Show the body."))
  var body = false

  @Flag(help: Help.said("显示这个网址的每一次抓取。", "Show every capture of the address."))
  var all = false

  @Option(
    help: Help.said(
      "显示这一时刻（RFC 3339）或之前最后一次的抓取。", "Show the last capture at or before this moment (RFC 3339)."))
  var at: String?

  func run() throws {
    let reader = try options.open()
    let moment = try at.map { text in
      guard let moment = Timestamp(text) else {
        throw UsageFault(
          "--at: \"\(text)\" 不是时间；应写作 2021-03-05T08:00:00Z / no RFC 3339 moment")
      }
      return moment
    }
    let found = try options.reading { try entries(reader, until: moment) }
    guard !found.isEmpty else {
      Terminal.say(
        Bilingual(
          zh: "存档里没有：\(Shown.text(what))", en: "not in the archive: \(Shown.text(what))"
        ).text(options.lang) + "\n")
      throw ExitCode(3)
    }
    let resolver = RevisitResolver(reader)
    var isWhole = true
    for entry in all ? found : Array(found.suffix(1)) where !show(entry, resolver) {
      isWhole = false
    }
    if !isWhole { throw ExitCode(3) }
  }

  private func entries(_ reader: ArchiveReader, until moment: Timestamp?) throws -> [ArchiveEntry] {
    if what.hasPrefix("urn:") { return try reader.entry(CaptureID(what)).map { [$0] } ?? [] }
    guard let url = WebURL(what) else {
      throw UsageFault("“\(what)” 不是网址或记录号 / neither an http(s) address nor a record name")
    }
    var found: [ArchiveEntry] = []
    for line in try ArchiveIndex(reader).entries(of: url)
    where moment.map({ line.subject.fetchedAt <= $0 }) ?? true {
      if let entry = try reader.entry(at: line) { found.append(entry) }
    }
    guard found.isEmpty else { return found }
    // Failures have no line in the index, and an index may have lost some of its own.
    try reader.forEach { entry in
      guard let (subject, at) = Self.subject(entry.record), subject == url,
        moment.map({ at <= $0 }) ?? true
      else { return }
      found.append(entry)
    }
    return found
  }

  /// The address that a record is about, and its moment.
  private static func subject(_ record: ArchiveRecord) -> (url: WebURL, at: Timestamp)? {
    switch record {
    case .response(let capture, _): (capture.url, capture.fetchedAt)
    case .revisit(let revisit, _): (revisit.answer.url, revisit.answer.fetchedAt)
    case .failure(let failure): (failure.url, failure.at)
    default: nil
    }
  }

  /// False when the body is asked for and can't be had.
  private func show(_ entry: ArchiveEntry, _ resolver: RevisitResolver) -> Bool {
    switch entry.record {
    case .response(let capture, let note):
      head(capture, note, entry)
      if body { text(capture) }
    case .revisit(let revisit, let note):
      head(revisit.answer, note, entry)
      let original = revisit.target.id?.text ?? "-"
      say("未变，正文在：\(original)", "unchanged, the body is in: \(original)")
      guard body else { return true }
      guard let whole = try? resolver.capture(revisit) else {
        say("找不到存有正文的旧存档", "the older archive with the body can't be found")
        return false
      }
      text(whole)
    case .failure(let failure):
      say("网址：\(failure.url)", "address: \(failure.url)")
      say("时间：\(failure.at)", "time: \(failure.at)")
      say("没有响应：\(failure.code)", "no response: \(failure.code)")
      if let detail = failure.detail { Terminal.print(Shown.text("\(detail)\n")) }
      reason(failure.note)
    default: return true
    }
    return true
  }

  private func head(_ capture: Capture, _ note: CaptureNote?, _ entry: ArchiveEntry) {
    say("网址：\(capture.url)", "address: \(capture.url)")
    say("时间：\(capture.fetchedAt)", "time: \(capture.fetchedAt)")
    say("记录：\(capture.id)", "record: \(capture.id)")
    say("位置：\(entry.file):\(entry.offset)", "place: \(entry.file):\(entry.offset)")
    if let address = capture.remoteAddress { say("服务器：\(address)", "server: \(address)") }
    if let cut = capture.truncated {
      say("不完整：\(cut.rawValue)", "truncated: \(cut.rawValue)")
    }
    if let note { reason(note) }
    Terminal.print("\n" + Shown.text(capture.requestHead) + Shown.text(capture.responseHead))
  }

  private func reason(_ note: CaptureNote) {
    let via = note.via.map { " ← \($0)" } ?? ""
    say(
      "原因：\(note.reason)（第 \(note.depth) 层）\(via)",
      "reason: \(note.reason) (depth \(note.depth))\(via)")
  }

  private func say(_ zh: String, _ en: String) {
    Terminal.print(Shown.text(Bilingual(zh: zh, en: en).text(options.lang)) + "\n")
  }

  private func text(_ capture: Capture) {
    let bytes = CaptureBody.text(capture)
    if isatty(STDOUT_FILENO) == 1 {
      Terminal.print(Shown.text(bytes))
    } else {
      Terminal.print(bytes)
    }
  }
}

/// The body of a capture as a person can use it.
enum CaptureBody {
  /// The most bytes that a body is decoded to.
  static let limit = 256 << 20

  /// The body with its content coding undone; as it was sent where it is none of the coding that
  /// the server named.
  static func decoded(_ capture: Capture) -> DecodedBody {
    let body = capture.decodedBody(limit: limit)
    guard body.bytes.isEmpty, !capture.body.isEmpty else { return body }
    return DecodedBody(bytes: capture.body, state: body.state)
  }

  /// Content coding undone; text in UTF-8, all else as it is.
  static func text(_ capture: Capture) -> [UInt8] {
    let decoded = decoded(capture).bytes
    let type = capture.mediaType ?? ""
    let isText =
      type.hasPrefix("text/")
      || ["html", "xml", "json", "javascript"].contains { type.hasSuffix($0) }
    guard isText else { return decoded }
    return CharsetReader.read(decoded, contentType: capture.headerText("content-type")).bytes
  }
}
