import Archive
import Codings
package import Dates
package import Page
import Synchronization
package import Web

/// The facts that were read from an archive, kept beside it, so that no page is read twice.
///
/// Two ways lead to them. An archive that is byte for byte the one that was read last, under the
/// same sites and limits, gives its records at once. Else each page is looked up by the digest of
/// its body, its address, its type and the moment of its fetch: all that facts depend on. Facts of
/// another reader count for nothing, nor does a file that is not whole.
///
/// The file: eight letters, the CRC-64 of all that follows, the reader's name; then facts, keys
/// and records as `FactsEncoder` writes them.
package final class FactsStore: Sendable {
  private static let magic = Array("mcfacts5".utf8)

  private struct State {
    var pages: [[UInt8]: SharedFacts] = [:]
    var files: [[UInt8]: AttachmentFacts] = [:]
    /// The keys that this run asked for: the others are not kept on.
    var usedPages: Set<[UInt8]> = []
    var usedFiles: Set<[UInt8]> = []
    var account: (key: [UInt8], records: [SiteRecords])?
    /// What stands in the file, until the first page is asked for: an archive that is unchanged needs
    /// no look at its pages.
    var file: File?

    /// The facts of a file, in its order, and which page and document they are of.
    struct File {
      var pageFacts: [SharedFacts]
      var fileFacts: [AttachmentFacts]
      var pageKeys: [(key: [UInt8], place: Int)]
      var fileKeys: [(key: [UInt8], place: Int)]
    }

    /// Makes the facts of the file known by their keys.
    mutating func open() {
      guard let file else { return }
      self.file = nil
      pages.reserveCapacity(file.pageKeys.count)
      for (key, place) in file.pageKeys where file.pageFacts.indices.contains(place) {
        pages[key] = file.pageFacts[place]
      }
      for (key, place) in file.fileKeys where file.fileFacts.indices.contains(place) {
        files[key] = file.fileFacts[place]
      }
    }
  }

  private let folder: String
  private let reader: String
  private let state: Mutex<State>

  /// Reads what is kept in an archive's folder; `reader` names all that facts depend on beside the
  /// page: a reader of another name reads everything anew.
  package init(archive folder: String, reader: String) {
    self.folder = folder
    self.reader = reader
    state = Mutex(Self.load(folder, reader) ?? State())
  }

  // MARK: One page, one document

  /// The facts of a page in the form under which pages are recorded; read when they are not known.
  func page(
    _ body: [UInt8], _ url: WebURL, _ type: String?, _ at: Timestamp, _ read: ReadPage
  ) -> PageFacts {
    let head = "page\n\(url)\n\(type.map { "=\($0)" } ?? "-")\n\(at.secondsSince1970)\n"
    let key = SHA256.digest(Array(head.utf8) + body)
    let known = state.withLock { state in
      state.open()
      state.usedPages.insert(key)
      return state.pages[key]
    }
    if let facts = known?.facts { return facts }
    let facts = FactAddresses.canonical(read(body, url, type, at))
    state.withLock { $0.pages[key] = SharedFacts(facts) }
    return facts
  }

  /// What a document says; read when it is not known.
  func file(_ body: [UInt8], _ name: String, _ read: ReadFile) -> AttachmentFacts {
    let key = SHA256.digest(Array("file\n\(name.utf8.count)\n\(name)\n".utf8) + body)
    let known = state.withLock { state in
      state.open()
      state.usedFiles.insert(key)
      return state.files[key]
    }
    if let known { return known }
    let facts = read(body, name)
    if Self.isLasting(facts) { state.withLock { $0.files[key] = facts } }
    return facts
  }

  /// Another day, or with more programs installed, the document may be read after all.
  private static func isLasting(_ facts: AttachmentFacts) -> Bool {
    let passing: [AttachmentFacts.Unreadable?] = [.limits, .toolMissing, .notStarted]
    return !passing.contains(facts.unreadable)
      && !facts.members.contains { passing.contains($0.unreadable) }
  }

  /// `read`, asked for what is not known alone; for a crawl into the archive.
  package func reading(
    _ read: @escaping @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts
  ) -> @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts {
    { self.page($0, $1, $2, $3, read) }
  }

  /// The same for documents.
  package func readingFiles(
    _ read: @escaping @Sendable ([UInt8], String) -> AttachmentFacts
  ) -> @Sendable ([UInt8], String) -> AttachmentFacts {
    { self.file($0, $1, read) }
  }

  /// Keeps what a crawl into the archive gave, once its files are closed.
  package func keep(
    _ records: [SiteRecords], seeds: [CrawlPlan.Seed], maxBody: Int, software: String
  ) {
    guard let key = accountKey(seeds, maxBody: maxBody, software: software) else { return }
    keep(records, key)
  }

  // MARK: The whole archive

  /// The name of a replay: of the archive's bytes, the sites and the limits; nil for what is no
  /// folder of an archive.
  func accountKey(_ seeds: [CrawlPlan.Seed], maxBody: Int, software: String) -> [UInt8]? {
    guard let archive = ArchiveFingerprint.digest(of: folder) else { return nil }
    var text = "\(Hex.text(archive))\n\(maxBody)\n\(software)\n"
    for seed in seeds {
      text += "\(seed.site)\n"
      text += seed.start.map { "start \($0)\n" }.joined()
      text += seed.hosts.map { "host \($0)\n" }.joined()
    }
    return SHA256.digest(Array(text.utf8))
  }

  /// The records of a replay, when it is the one that is kept.
  func records(_ key: [UInt8]) -> [SiteRecords]? {
    state.withLock { $0.account?.key == key ? $0.account?.records : nil }
  }

  /// Keeps the records of a replay, and the facts of every page that was asked for.
  func keep(_ records: [SiteRecords], _ key: [UInt8]) {
    let isLasting = records.allSatisfy { site in
      site.attachments.allSatisfy { $0.facts.map(Self.isLasting) ?? true }
    }
    let bytes = state.withLock { state in
      state.open()
      var tables = FactTables()
      let pages = state.usedPages.sorted { $0.lexicographicallyPrecedes($1) }
        .compactMap { key in state.pages[key]?.facts.map { (key, tables.number(of: $0)) } }
      let files = state.usedFiles.sorted { $0.lexicographicallyPrecedes($1) }
        .compactMap { key in state.files[key].map { (key, tables.number(of: $0)) } }
      return tables.bytes(
        reader, pages: pages, files: files, account: isLasting ? (key, records) : nil)
    }
    guard let bytes else { return }
    KeptFile.replace(in: folder, with: Self.magic + CRC64.sum(bytes) + bytes)
  }

  private static func load(_ folder: String, _ reader: String) -> State? {
    guard let (head, rest) = KeptFile.read(in: folder, from: magic.count + 8),
      head.starts(with: magic), head.dropFirst(magic.count).elementsEqual(CRC64.sum(rest))
    else { return nil }
    var decoder = FactsDecoder(rest)
    // What another reader wrote may have another form from here on.
    guard decoder.textOnce() == reader else { return nil }
    let pageFacts = decoder.list { SharedFacts(PageFacts(from: &$0)) }
    let fileFacts = decoder.list { AttachmentFacts(from: &$0) }
    var state = State()
    state.file = State.File(
      pageFacts: pageFacts, fileFacts: fileFacts,
      pageKeys: decoder.list { ($0.raw(32), $0.number()) },
      fileKeys: decoder.list { ($0.raw(32), $0.number()) })
    if decoder.flag() {
      let key = decoder.raw(32)
      let records = decoder.list {
        SiteRecords(from: &$0, pageFacts: pageFacts, fileFacts: fileFacts)
      }
      state.account = (key, records)
    }
    return decoder.isAtEnd ? state : nil
  }
}

/// Facts on their way into the file, each once.
private struct FactTables {
  /// Facts as bytes, with their hash: they are long, and a table that grows asks for it again.
  private struct Packed: Hashable {
    let bytes: [UInt8]
    private let code: Int

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      code = bytes.hashValue
    }

    static func == (left: Self, right: Self) -> Bool {
      left.code == right.code && left.bytes == right.bytes
    }

    func hash(into hasher: inout Hasher) { hasher.combine(code) }
  }

  private var encoder = FactsEncoder()
  private var pageNumbers: [Packed: Int] = [:]
  private var fileNumbers: [Packed: Int] = [:]
  private var pageBytes: [[UInt8]] = []
  private var fileBytes: [[UInt8]] = []

  mutating func number(of facts: PageFacts) -> Int {
    let packed = Packed(encoder.aside { facts.encode(to: &$0) })
    if let known = pageNumbers[packed] { return known }
    pageNumbers[packed] = pageBytes.count
    pageBytes.append(packed.bytes)
    return pageBytes.count - 1
  }

  mutating func number(of facts: AttachmentFacts) -> Int {
    let packed = Packed(encoder.aside { facts.encode(to: &$0) })
    if let known = fileNumbers[packed] { return known }
    fileNumbers[packed] = fileBytes.count
    fileBytes.append(packed.bytes)
    return fileBytes.count - 1
  }

  /// Everything as it is kept; nil when something can't be kept.
  mutating func bytes(
    _ reader: String, pages: [([UInt8], Int)], files: [([UInt8], Int)],
    account: (key: [UInt8], records: [SiteRecords])?
  ) -> [UInt8]? {
    var told: [[UInt8]] = []
    for site in account?.records ?? [] {
      let pageNumbers = site.pages.map { $0.facts.map { number(of: $0) } }
      let fileNumbers = site.attachments.map { $0.facts.map { number(of: $0) } }
      told.append(
        encoder.aside { site.encode(to: &$0, pageFacts: pageNumbers, fileFacts: fileNumbers) })
    }
    encoder.putOnce(reader)
    encoder.put(pageBytes) { $0.put(raw: $1) }
    encoder.put(fileBytes) { $0.put(raw: $1) }
    encoder.put(pages) { encoder, entry in
      encoder.put(raw: entry.0)
      encoder.put(entry.1)
    }
    encoder.put(files) { encoder, entry in
      encoder.put(raw: entry.0)
      encoder.put(entry.1)
    }
    encoder.put(account != nil)
    if let account {
      encoder.put(raw: account.key)
      encoder.put(told) { $0.put(raw: $1) }
    }
    return encoder.isUnfit ? nil : encoder.bytes
  }
}
