import JSON
import Page
import Texts
import Web

/// What a document says, as the member `attachment` of its line of JSON.
enum AttachmentLine {
  static func write(_ facts: AttachmentFacts, to object: inout JSONWriter) {
    object.object("attachment") { json in
      json.member("kind", facts.kind.rawValue)
      json.member("title", facts.title)
      json.member("pages", facts.pages)
      json.member("text", facts.text)
      json.member("textLength", facts.textLength)
      json.array("tables", facts.tables) { json, table in
        json.member("caption", table.caption)
        json.table("rows", table.rows)
      }
      json.member("scanned", flag: facts.isScanned)
      json.member("encrypted", flag: facts.isEncrypted)
      json.member("truncated", flag: facts.isCut)
      json.array("members", facts.members) { json, member in
        json.member("name", member.name)
        json.member("kind", member.kind.rawValue)
        json.member("unreadable", member.unreadable?.rawValue)
      }
      guard let reason = facts.unreadable else {
        json.member("unreadable", nil as String?)
        return
      }
      json.object("unreadable") { json in
        json.member("code", reason.rawValue)
        json.member("zh", reason.sentence.zh)
        json.member("en", reason.sentence.en)
        json.member("detail", facts.detail)
      }
    }
  }
}

extension FactsLine {
  /// A document as a line of JSON: the keys of a page, `kind` download, and `attachment`.
  static func line(_ facts: AttachmentFacts, url: WebURL?, file: String) -> [UInt8] {
    var page = facts.page(title: nil)
    page.url = url
    return line(page, file: file, attachment: facts)
  }
}
