import Texts
import Web

extension ArchiveReader {
  /// Holds every record against its digests and its form.
  ///
  /// A fault ends the reading of its file only when nothing can be read behind it.
  package func verify() -> VerifyReport {
    var check = ArchiveCheck()
    for segment in segments {
      do throws(ArchiveError) {
        try verify(segment, &check)
      } catch {
        check.problems.append(error)
      }
    }
    let missing = missingFolders
    check.problems += check.losses + lostSites
    if missing.isEmpty { check.problems += lostOriginals(check.revisits) }
    return VerifyReport(
      records: check.records, digests: check.digests, indexLines: check.indexLines,
      unfinished: check.open.sorted(), missing: missing, problems: check.problems)
  }

  /// Sites of the crawl of which no file is there.
  private var lostSites: [ArchiveError] {
    var told: Set<SiteID> = []
    for case (_, .told(let origin)) in origins() { told.formUnion(origin.sites) }
    return told.subtracting(sites).sorted().map { site in
      ArchiveError(
        code: .lost, file: SegmentName.text(site: site, index: 0), offset: nil,
        message: Bilingual(
          zh: "这次采集的站点 \(site) 没有文件；请用备份恢复，或重新采集",
          en: "there is no file of the crawl's site \(site); restore it from a copy or gather again"
        ))
    }
  }

  /// Unchanged pages whose bodies the older archives do not hold any more.
  private func lostOriginals(_ revisits: [(file: String, revisit: Revisit)]) -> [ArchiveError] {
    let resolver = RevisitResolver(self)
    let lost = revisits.filter { (try? resolver.capture($0.revisit)) == nil }
    guard let first = lost.first else { return [] }
    let url = first.revisit.answer.url
    return [
      ArchiveError(
        code: .lost, file: first.file, offset: nil,
        message: Bilingual(
          zh: "\(lost.count) 个未变网页的正文在旧存档里找不到或已损坏（如 \(url)），按未读取处理",
          en: "the bodies of \(lost.count) unchanged page(s) are lost or damaged in the older "
            + "archives (\(url)); they count as not read"))
    ]
  }

  private func verify(_ segment: Segment, _ check: inout ArchiveCheck) throws(ArchiveError) {
    let stream = try SegmentStream(path: segment.path, name: segment.name)
    var cursor = RecordCursor(stream, blockLimit: blockLimit)
    var interpreter = RecordInterpreter(file: segment.name, site: segment.site)
    check.file = segment.name
    check.isOwn = segment.site != nil
    var order = OrderCheck(file: segment.name)
    while true {
      let running = RunningDigest()
      let step = try cursor.next(
        wants: { header in
          running.begin(header.value("WARC-Block-Digest"))
          return true
        },
        visit: { running.update(Array($0)) })
      switch step {
      case .record(let raw):
        check.take(raw, passedOver: running.finish())
        if segment.site != nil { order.take(raw) }
        for reading in interpreter.take(raw) { check.take(reading.entry) }
      case .torn(let error):
        check.problems += order.problems + [error]
        if let site = segment.site { check.open.insert(site) }
        return
      case .end:
        order.finish()
        if segment.site != nil { check.problems += order.problems }
        let index = try IndexCheck.problems(segment, folder: folder)
        check.indexLines += index.count
        check.problems += index.problems
        return
      }
    }
  }
}

/// What has been found so far while an archive is verified.
private struct ArchiveCheck {
  var file = ""
  var records = 0
  var digests = 0
  var indexLines = 0
  /// The file is one of this program's.
  var isOwn = false
  /// Sites whose last record so far is not the account of their crawl.
  var open: Set<SiteID> = []
  var problems: [ArchiveError] = []
  /// Revisits of this program, with their files.
  var revisits: [(file: String, revisit: Revisit)] = []
  private var names: Set<String> = []
  /// Answers and failures of each site so far, and how many its last account tells of.
  private var answers: [SiteID: Int] = [:]
  private var told: [SiteID: (file: String, seen: Int, count: Int)] = [:]

  /// Sites of which fewer answers are there than the account tells of.
  var losses: [ArchiveError] {
    told.sorted { $0.key < $1.key }.compactMap { _, told in
      guard told.seen < told.count else { return nil }
      return ArchiveError(
        code: .lost, file: told.file, offset: nil,
        message: Bilingual(
          zh: "采集时存下 \(told.count) 条响应和失败记录，现在只有 \(told.seen) 条；缺失的网页按未读取处理，再次采集会补上",
          en:
            "\(told.count) answers and failures were stored, \(told.seen) are there; what is lost "
            + "counts as not read, and the next gathering asks for it again"))
    }
  }

  mutating func take(_ entry: ArchiveEntry) {
    if case .unreadable(_, let error) = entry.record { problems.append(error) }
    guard let site = entry.site else { return }
    switch entry.record {
    case .response, .failure: answers[site, default: 0] += 1
    case .revisit(let revisit, _):
      answers[site, default: 0] += 1
      revisits.append((entry.file, revisit))
    case .unreadable(let header, _) where header.value("WARC-Target-URI") != nil:
      answers[site, default: 0] += 1
    case .summary(_, _, let count):
      told[site] = count.map { (entry.file, answers[site, default: 0], $0) }
    default: break
    }
    switch entry.record {
    case .summary: open.remove(site)
    // What a browser showed is stored behind the account.
    case .conversion: break
    default: open.insert(site)
    }
  }

  /// What this program stores has the length that its own head tells.
  private mutating func checkLength(_ raw: RawRecord, _ block: [UInt8]) {
    let (head, body) = ResponseBlock.split(block)
    let told = MessageHead(head).all("content-length").map { String(decoding: $0, as: UTF8.self) }
    guard told.contains(where: { $0 != String(body.count) }) else { return }
    report(
      .length, raw, zh: "响应头的 Content-Length 与存下的正文长度不符；记录被改动过，请重新采集",
      en: "the head's Content-Length is not the length of the stored body; the record was "
        + "altered, gather again")
  }

  /// `passedOver` is the digest of a block that was too long to be held.
  mutating func take(_ raw: RawRecord, passedOver: [UInt8]?) {
    records += 1
    if let id = raw.id, !names.insert(id).inserted {
      report(
        .identity, raw, zh: "记录号 \(id) 重复；只有第一条会被使用",
        en: "the record name \(id) occurs twice; only the first is used")
    }
    if let told = raw.header.value("WARC-Block-Digest").flatMap({ ToldDigest($0) }) {
      compare(told, [raw.block.map { told.digest(of: $0) } ?? passedOver], raw, "WARC-Block-Digest")
    }
    if isOwn, raw.type == "response", let block = raw.block { checkLength(raw, block) }
    if let block = raw.block,
      let told = raw.header.value(RecordText.headDigest).flatMap({ ToldDigest($0) })
    {
      let head = ResponseBlock.split(block).head
      compare(told, [told.digest(of: head)], raw, RecordText.headDigest)
    }
    // The payload digest of a revisit is that of the response that it stands for.
    if raw.type != "revisit", let block = raw.block,
      let told = raw.header.value("WARC-Payload-Digest").flatMap({ ToldDigest($0) })
    {
      compare(told, payloads(raw, block).map { told.digest(of: $0) }, raw, "WARC-Payload-Digest")
    }
  }

  /// What a program may have taken for the payload: with or without chunk framing.
  private func payloads(_ raw: RawRecord, _ block: [UInt8]) -> [[UInt8]] {
    let type = (raw.header.value("Content-Type") ?? "").lowercased()
    guard type.hasPrefix("application/http") else { return [block] }
    let (head, body) = ResponseBlock.split(block)
    return [body, ResponseBlock.unchunked(body, head: head).body]
  }

  private mutating func compare(
    _ told: ToldDigest, _ found: [[UInt8]?], _ raw: RawRecord, _ field: String
  ) {
    let known = found.compactMap { $0 }
    guard !known.isEmpty else { return }
    digests += 1
    guard !known.contains(where: { told.agrees(with: $0) }) else { return }
    report(
      .digest, raw, zh: "\(field) 与内容不符；记录被改动过，其证据不可采信，请重新采集",
      en: "\(field) does not agree with the bytes; the record was altered and is no evidence, "
        + "gather again")
  }

  private mutating func report(
    _ code: ArchiveError.Code, _ raw: RawRecord, zh: String, en: String
  ) {
    problems.append(
      ArchiveError(
        code: code, file: file, offset: raw.place.offset, message: Bilingual(zh: zh, en: en)))
  }
}
