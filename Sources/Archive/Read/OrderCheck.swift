import Texts

/// Holds the records of one file of this program against the order in which it writes them.
///
/// A `warcinfo` first, which names the file; then exchanges of request, note and answer, the first
/// two naming the answer; failures and the site's account stand by themselves.
struct OrderCheck {
  private let file: String
  private var isFirst = true
  private var open: [RawRecord] = []
  private(set) var problems: [ArchiveError] = []

  init(file: String) { self.file = file }

  mutating func take(_ raw: RawRecord) {
    if isFirst { begin(raw) }
    isFirst = false
    switch raw.type {
    case "request", "metadata":
      if raw.header.value("WARC-Concurrent-To") == nil { return closeOpen() }
      if raw.type == "request" || open.contains(where: { $0.type == raw.type }) { closeOpen() }
      open.append(raw)
    case "response", "revisit": answer(raw)
    default: closeOpen()
    }
  }

  /// At the end of a whole file; a torn one may end within an exchange.
  mutating func finish() { closeOpen() }

  private mutating func begin(_ raw: RawRecord) {
    guard raw.type == "warcinfo" else {
      report(
        raw, zh: "文件的第一条记录应是 warcinfo，却是 \(raw.type)",
        en: "a file begins with a warcinfo record, this one with \(raw.type)")
      return
    }
    if let name = raw.header.value("WARC-Filename"), name != file {
      report(
        raw, zh: "记录里的文件名是 \(name)，文件被改过名；请改回原名",
        en: "the record says that the file's name is \(name); give it that name back")
    }
  }

  private mutating func answer(_ raw: RawRecord) {
    let id = raw.id ?? ""
    let own = open.filter { $0.concurrentTo.contains(id) && $0.target == raw.target }
    if own.count < open.count { closeOpen() }
    open = []
    if !own.contains(where: { $0.type == "metadata" }) {
      report(
        raw, zh: "响应之前没有它的说明记录，看不出为何抓取",
        en: "no note stands before this answer: why it was fetched can't be told")
    }
    if raw.type == "revisit", raw.header.value("WARC-Refers-To") == nil {
      report(
        raw, zh: "revisit 记录没有指明原记录（WARC-Refers-To）",
        en: "a revisit that names no original (WARC-Refers-To)")
    }
  }

  /// What waits for an answer will not get it.
  private mutating func closeOpen() {
    for raw in open {
      report(
        raw, zh: "\(raw.type) 记录之后没有与之对应的响应",
        en: "no answer follows this \(raw.type) record")
    }
    open = []
  }

  private mutating func report(_ raw: RawRecord, zh: String, en: String) {
    problems.append(
      ArchiveError(
        code: .order, file: file, offset: raw.place.offset, message: Bilingual(zh: zh, en: en)))
  }
}
