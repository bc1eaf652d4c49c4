import Glibc
package import Page

/// Reads documents that were downloaded: text, title and tables.
///
/// This process looks at no more than what kind of file it is (first bytes, and the lists of names
/// in OLE and ZIP files, in Swift). A child reads it (`mingcha attachment-worker`), with limits on time, memory, output and files, without network,
/// with an empty environment in an empty folder; whatever happens there ends as `unreadable`.
package struct FileReader: Sendable {
  /// The word after the program's name that makes it the reading process.
  package static let workerWord = "attachment-worker"

  private let worker: String
  private let limits: WorkerLimits
  private let tools: [String]

  /// Where the tools are looked for.
  package static let usualTools = ["/usr/bin", "/usr/local/bin", "/bin"]
  /// The most bytes that the reading process may print.
  private static let mostOutput = 16 << 20

  /// Prepares a reader.
  ///
  /// - Parameters:
  ///   - worker: the file of the program `mingcha`; this very program by default.
  ///   - limits: what the reading process may use.
  ///   - tools: folders that hold pdftotext and its like.
  package init(
    worker: String = "/proc/self/exe", limits: WorkerLimits = WorkerLimits(),
    tools: [String] = FileReader.usualTools
  ) {
    self.worker = worker
    self.limits = limits
    self.tools = tools
  }

  /// Reads a document; blocks until it is done, at most for the limit's time.
  ///
  /// `name` is the file's, as its address or its server gives it: it tells kinds apart that are
  /// the same in bytes (doc and wps, txt and csv), never more.
  package func read(_ bytes: [UInt8], name: String) -> AttachmentFacts {
    let kind = FileMagic.kind(bytes, name: name)
    guard !bytes.isEmpty else { return AttachmentFacts(kind, unreadable: .empty) }
    guard bytes.count <= limits.mostBytes else {
      return AttachmentFacts(kind, unreadable: .tooLarge)
    }
    guard FileMagic.isRead(kind) else { return AttachmentFacts(kind, unreadable: .unsupported) }
    guard let folder = EmptyFolder(), let file = MemoryFile(bytes) else {
      return AttachmentFacts(kind, unreadable: .notStarted)
    }
    let child = ChildProcess(
      program: worker,
      arguments: [Self.workerWord] + limits.words + [tools.joined(separator: ":"), name.bounded],
      folder: folder.path, seconds: limits.seconds, mostOutput: Self.mostOutput, leadsGroup: true)
    let outcome = child.run(input: file.descriptor)
    if outcome.ending == .exited(0), let facts = FactsWire.facts(outcome.output) { return facts }
    switch outcome.ending {
    case .notStarted, .exited(127), .exited(2), .exited(64):
      return AttachmentFacts(kind, unreadable: .notStarted)
    case .exited, .signalled, .timedOut, .tooMuchOutput:
      return AttachmentFacts(kind, unreadable: .limits)
    }
  }
}

extension String {
  /// A file's name without NUL, of a length that an argument may have.
  fileprivate var bounded: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 32 }.suffix(200)))
  }
}

/// A folder of its own for one child, removed with the value.
private struct EmptyFolder: ~Copyable {
  let path: String

  init?() {
    var template = Array("/tmp/mingcha-file-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = unsafe rmdir(path) }
}

extension WorkerLimits {
  /// The limits as the reading process is told them.
  var words: [String] {
    [String(processorSeconds), String(memory), String(Int(seconds)), String(mostBytes)]
  }

  /// Reads what `words` says; nil when it says nothing sensible.
  init?(words: ArraySlice<String>) {
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == 4, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    self.init()
    processorSeconds = numbers[0]
    memory = numbers[1]
    seconds = Double(numbers[2])
    mostBytes = numbers[3]
  }
}
