import Dates
import JSON
import Markup
import Web

/// A document of gkmlpt: title, particulars and body stand in `_CONFIG.DETAIL` of its page, the body
/// as markup (facts: cms.md §5).
struct GkmlptDocument {
  private let detail: JSONValue

  /// The document in a page's script; nil for any other page.
  init?(_ document: Document) {
    let scripts = PageScripts(document)
    guard scripts.mention(Phrases(["DETAIL"])),
      let found = GkmlptConfiguration.value(of: "DETAIL", scripts), found["content"]?.text != nil
    else { return nil }
    detail = found
  }

  /// The page as a server would have written it, for the readers of articles.
  var markup: [UInt8] {
    let title = text(["title"])
    var out = Array("<html><head><meta charset=\"utf-8\">".utf8)
    func meta(_ name: String, _ value: [UInt8]) {
      guard !value.isEmpty else { return }
      out += Array("<meta name=\"\(name)\" content=\"".utf8) + Self.escaped(value)
      out += Array("\">".utf8)
    }
    meta("ArticleTitle", title)
    meta("PubDate", day)
    meta("ContentSource", text(["source"]))
    meta("ColumnName", text(["classify_main_name"]))
    out += Array("</head><body><h1>".utf8) + Self.escaped(title)
    out += Array("</h1><div class=\"info\">发布日期：".utf8) + day
    out += Array("　来源：".utf8) + Self.escaped(text(["source"]))
    out += Array("</div><table>".utf8)
    for (label, names) in Self.rows {
      let value = text(names)
      guard !value.isEmpty else { continue }
      out += Array("<tr><td>\(label)</td><td>".utf8) + Self.escaped(value)
      out += Array("</td></tr>".utf8)
    }
    out += Array("</table><div id=\"zoom\">".utf8) + (detail["content"]?.textBytes ?? [])
    return out + Array("</div></body></html>".utf8)
  }

  /// What the data say for certain, put over what was read from the markup.
  func settle(_ facts: inout PageFacts, base: WebURL?) {
    func value(_ names: [String]) -> String? {
      let found = DataText.title(text(names))
      return found.isEmpty ? nil : String(decoding: found, as: UTF8.self)
    }
    facts.kind = .article
    facts.entries = []
    facts.listState = .none
    for file in (detail["attachment"]?.elements ?? []).prefix(100) {
      guard let address = file["url"]?.textBytes, let url = WebURL(address, base: base),
        !FormRequest.isKey(url), !facts.attachments.contains(where: { $0.url == url })
      else { continue }
      let name = String(decoding: DataText.title(file["name"]?.textBytes ?? []), as: UTF8.self)
      facts.attachments.append(Link(url: url, text: name, role: .attachment))
      facts.links.append(Link(url: url, text: name, role: .attachment))
    }
    facts.title = value(["title"]) ?? facts.title
    facts.documentNumber = value(["document_number"]) ?? facts.documentNumber
    facts.indexNumber = value(["identifier"]) ?? facts.indexNumber
    facts.publisher = value(["publisher"]) ?? facts.publisher
    facts.column = value(["classify_main_name"]) ?? facts.column
    if let day = dates.lazy.compactMap({ DataText.day($0) }).first {
      facts.publishedOn = day
      facts.publishedOnSource = .meta
    }
    // A document is not written after it is out: such a day is the system's own.
    if let written = detail["date"]?.written.flatMap({ DataText.day($0) }),
      facts.publishedOn.map({ written <= $0 }) ?? true
    {
      facts.writtenOn = written
    }
    for (name, label) in [("is_abolished", "是否废止"), ("is_expired", "是否失效")] {
      guard let word = detail[name]?.written else { continue }
      let isSet = word.elementsEqual("1".utf8) || word.elementsEqual("true".utf8)
      facts.fields.append(Field(label: label, value: isSet ? "是" : "否"))
    }
  }

  private static let rows: [(String, [String])] = [
    ("索引号", ["identifier"]), ("发布机构", ["publisher"]), ("文号", ["document_number"]),
  ]

  private var dates: [[UInt8]] {
    ["display_publish_time", "created_at", "create_time"].compactMap { detail[$0]?.written }
  }

  private var day: [UInt8] {
    dates.lazy.compactMap { DataText.day($0) }.first.map { Array($0.description.utf8) } ?? []
  }

  private func text(_ names: [String]) -> [UInt8] {
    names.lazy.compactMap { detail[$0]?.textBytes }.first { !$0.isEmpty } ?? []
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x26: Array("&amp;".utf8)
      case 0x3C: Array("&lt;".utf8)
      case 0x3E: Array("&gt;".utf8)
      case 0x22: Array("&quot;".utf8)
      default: [byte]
      }
    }
  }
}
