import Dates
import JSON
import Page
import Web

/// One page as a line of JSON; keys and meaning are those of the contract (`mingcha read`).
enum FactsLine {
  /// `more` adds members at the end.
  static func line(
    _ facts: PageFacts, file: String, attachment: AttachmentFacts? = nil,
    more: (inout JSONWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var json = JSONWriter(.oneLine)
    json.object { object in
      object.member("file", file)
      object.member("url", facts.url?.string)
      object.member("encoding", facts.encoding)
      object.member("kind", facts.kind.rawValue)
      object.member("siteName", facts.siteName)
      object.member("title", facts.title)
      object.member("publishedOn", facts.publishedOn?.description)
      object.member("publishedOnSource", facts.publishedOnSource.rawValue)
      object.member("writtenOn", facts.writtenOn?.description)
      object.member("source", facts.source)
      object.member("publisher", facts.publisher)
      object.member("documentNumber", facts.documentNumber)
      object.member("indexNumber", facts.indexNumber)
      object.array("breadcrumb", facts.breadcrumb.map(\.text))
      object.member("column", facts.column)
      lists(facts, &object)
      object.member("links", facts.links.count)
      object.member("text", facts.textLength)
      object.member("replacements", facts.replacements)
      object.member("truncated", flag: facts.isTruncated)
      document(facts, &object)
      services(facts, &object)
      tables(facts, &object)
      identity(facts, &object)
      if let attachment { AttachmentLine.write(attachment, to: &object) }
      more(&object)
    }
    return json.finished()
  }

  private static func lists(_ facts: PageFacts, _ object: inout JSONWriter) {
    object.member("listState", facts.listState.rawValue)
    object.array("entries", facts.entries) { json, entry in
      json.member("title", entry.title)
      json.member("url", entry.url?.string)
      json.member("date", entry.date?.description)
    }
    object.array("nextPages", facts.nextPages.map(\.string))
    object.member("pages", facts.statedPages)
    object.array("attachments", facts.attachments) { json, link in
      json.member("title", link.text)
      json.member("url", link.url.string)
    }
    object.array("relatedDocuments", facts.relatedDocuments) { json, document in
      json.member("relation", document.relation.rawValue)
      json.member("title", document.title)
      json.member("url", document.url?.string)
    }
    object.array("fields", facts.fields) { json, field in
      json.member("label", field.label)
      json.member("value", field.value)
    }
  }
}
