import Dates
import Foundation
import Page
import Support
import Web

/// The pages of `Tests/Fixtures/pages` with what a careful person sees on them.
///
/// The folder's README.md tells what each field of a label means.
struct LabelledPages {
  /// A page with its label and what the reader saw.
  struct Page {
    let file: String
    let label: [String: Value]
    let facts: PageFacts
  }

  /// A value of a label: what JSON can hold, without numbers that are no whole ones.
  enum Value: Decodable, Equatable {
    case none
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([Value])
    case record([String: Value])

    init(from decoder: any Decoder) throws {
      let box = try decoder.singleValueContainer()
      if box.decodeNil() {
        self = .none
      } else if let flag = try? box.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? box.decode(Int.self) {
        self = .number(number)
      } else if let text = try? box.decode(String.self) {
        self = Self.text(text).plain
      } else if let list = try? box.decode([Value].self) {
        self = .list(list)
      } else {
        self = .record(try box.decode([String: Value].self))
      }
    }

    /// Without white space, which never counts; empty text is none.
    var plain: Value {
      switch self {
      case .text(let text):
        let bare = String(
          String.UnicodeScalarView(text.unicodeScalars.filter { !Self.isSpace($0) }))
        return bare.isEmpty ? .none : .text(bare)
      case .list(let list): return .list(list.map(\.plain))
      case .none, .flag, .number, .record: return self
      }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value)
        || scalar.value == 0xFEFF
    }

    static func optional(_ text: String?) -> Value { text.map { Value.text($0).plain } ?? .none }
  }

  private struct Line: Decodable {
    let file: String
    let url: String
    let contentType: String?
  }

  /// All pages of the set, read.
  static func all() throws -> [Page] {
    let folder = Fixtures.folder + "/pages/"
    let labels = try lines(of: folder + "labels.jsonl", as: [String: Value].self)
    let manifest = try lines(of: folder + "manifest.jsonl", as: Line.self)
    let reader = PageReader()
    return try zip(labels, manifest).map { label, line in
      guard label["file"] == .text(line.file) else { throw Mismatch(file: line.file) }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + line.file)))
      let facts = reader.read(
        bytes, url: WebURL(line.url), contentType: line.contentType, fetchedAt: nil)
      return Page(file: line.file, label: label, facts: facts)
    }
  }

  /// Labels and manifest don't name the same pages in the same order.
  struct Mismatch: Error { let file: String }

  private static func lines<Row: Decodable>(of path: String, as type: Row.Type) throws -> [Row] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }
}

extension LabelledPages {
  /// A field of a label with the way to see it in a page's facts.
  struct Field: Sendable {
    let name: String
    let see: @Sendable (PageFacts) -> Value
    /// Where false, a label of null says nothing; otherwise null says that there is none.
    var judgesNone = true

    /// Whether the facts are right; nil when the label says nothing of the field.
    func judge(_ page: Page) -> Bool? {
      guard let wanted = page.label[name], wanted != .none || judgesNone else { return nil }
      let seen = see(page.facts).plain
      if case .record(let accepted)? = page.label["accept"],
        case .list(let values)? = accepted[name]
      {
        return values.map(\.plain).contains(seen)
      }
      return wanted.plain == seen
    }
  }

  static let fields: [Field] = [
    Field(name: "title") { .optional($0.title) },
    Field(name: "publish_date") { .optional($0.publishedOn?.description) },
    Field(name: "source") { .optional($0.source) },
    Field(name: "doc_number") { .optional($0.documentNumber) },
    Field(name: "index_number") { .optional($0.indexNumber) },
    Field(name: "breadcrumb") { .list($0.breadcrumb.map { .text($0.text) }) },
    Field(name: "column") { .optional($0.column) },
    Field(name: "site_name") { .optional($0.siteName) },
    Field(name: "attachments") { .number($0.attachments.count) },
    Field(name: "list_entries", see: rows, judgesNone: false),
    Field(name: "list_total", see: { .number($0.entries.count) }, judgesNone: false),
    Field(
      name: "list_state",
      see: {
        // Rows that an interface keeps can't be read off the page; the crawl asks for them.
        .text($0.listState == .elsewhere ? "unreadable" : $0.listState.rawValue)
      }, judgesNone: false),
    Field(
      name: "written_date", see: { .optional($0.writtenOn?.description) }, judgesNone: false),
    Field(name: "pages", see: { $0.statedPages.map(Value.number) ?? .none }, judgesNone: false),
    Field(name: "related", see: ties, judgesNone: false),
  ]

  @Sendable private static func rows(_ facts: PageFacts) -> Value {
    .list(
      facts.entries.prefix(5).map {
        .record(["title": Value.text($0.title).plain, "date": .optional($0.date?.description)])
      })
  }

  /// Ties to a policy or its interpretation, in the order of their addresses.
  @Sendable private static func ties(_ facts: PageFacts) -> Value {
    let ties = facts.relatedDocuments.filter { $0.relation != .related }
      .map { ($0.relation.rawValue, $0.url?.string ?? "") }.sorted { $0 < $1 }
    return .list(ties.map { .list([.text($0.0), .text($0.1)]) })
  }
}
