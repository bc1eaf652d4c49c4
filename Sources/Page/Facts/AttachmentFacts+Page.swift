package import Web

extension AttachmentFacts {
  /// The most pairs of label and value that are taken from tables.
  private static let mostFields = 2000

  /// The document in the form of a page's facts: what looks at pages can look at it too.
  ///
  /// `title` is what the link says; the document's own comes first.
  package func page(url: WebURL, title link: String?) -> PageFacts {
    var facts = page(title: link)
    facts.url = url
    return facts
  }

  /// The same for a document without an address.
  package func page(title link: String?) -> PageFacts {
    var facts = PageFacts()
    facts.kind = .download
    facts.title = title ?? link
    facts.text = text
    facts.textLength = textLength
    facts.fields = fields
    facts.isTruncated = isCut
    return facts
  }

  /// Labels with their values: rows of two, four or six cells are pairs; a table with a head of
  /// its own gives each cell under the head's.
  private var fields: [Field] {
    var found: [Field] = []
    for table in tables {
      guard let head = table.rows.first else { continue }
      for (number, cells) in table.rows.enumerated() where found.count < Self.mostFields {
        if head.count % 2 == 0, head.count <= 6 {
          for pair in stride(from: 0, to: cells.count - 1, by: 2) {
            Self.add(cells[pair], cells[pair + 1], to: &found)
          }
        }
        if number > 0, head.count > 2 {
          for (label, value) in zip(head, cells) { Self.add(label, value, to: &found) }
        }
      }
    }
    return found
  }

  private static func add(_ label: String, _ value: String, to found: inout [Field]) {
    let label = label.filter { !$0.isWhitespace && $0 != "：" && $0 != ":" }
    guard !label.isEmpty, label.utf8.count <= 60, !value.isEmpty, label != value else { return }
    found.append(Field(label: label, value: value))
  }
}
