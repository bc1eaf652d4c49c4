import Dates
import JSON
import Page
import Texts
import Web

/// `mingcha read --explain`: for a person, or as members of the page's line of JSON.
enum Explanation {
  /// The explanation as text, with a line end.
  static func text(_ seen: PageExplanation, file: String, lang: Language) -> String {
    let facts = seen.facts
    var out: [String] = [facts.url.map { "\(file)  \($0.string)" } ?? file]
    func line(_ zh: String, _ en: String, _ value: String) {
      out.append("  " + Bilingual(zh: "\(zh)：\(value)", en: "\(en): \(value)").text(lang))
    }
    func note(_ text: String) { out.append("    " + text) }
    func said(_ words: Bilingual) -> String { words.text(lang) }
    let nothing = said(Bilingual(zh: "无", en: "none"))

    line("类型", "kind", "\(facts.kind.rawValue) (\(said(ExplainWords.words(seen.kindReason))))")
    line(
      "编码", "encoding",
      "\(facts.encoding) (\(said(ExplainWords.words(seen.encodingReason))))"
        + (facts.declaredEncoding.map { said(Bilingual(zh: "，声明 \($0)", en: ", declared \($0)")) }
          ?? "")
        + (facts.replacements == 0
          ? ""
          : said(
            Bilingual(
              zh: "，\(facts.replacements) 处字节无法解码",
              en: ", \(facts.replacements) runs of bytes unreadable"))))
    line("标题", "title", facts.title ?? nothing)
    for title in seen.titles {
      note(
        "\(title.score)  \(title.element)  \(title.text)  \(said(ExplainWords.words(title.verdict)))"
      )
    }
    if !seen.titleTag.isEmpty { note("<title>  \(seen.titleTag)") }
    line("发布时间", "published", facts.publishedOn?.description ?? nothing)
    for date in seen.dates {
      let reason = date.reason.map { said(ExplainWords.words($0)) + "；" } ?? ""
      let words = date.words.map { "  “\($0)”" } ?? ""
      note("\(date.date)  \(reason)\(said(ExplainWords.words(date.verdict)))\(words)")
    }
    line("成文日期", "written", facts.writtenOn?.description ?? nothing)
    if !facts.dateConflicts.isEmpty {
      line(
        "日期冲突", "conflicting dates",
        facts.dateConflicts.map { "\($0.date) (\(said(ExplainWords.words($0.reason))))" }
          .joined(separator: "; "))
    }
    line("列表", "list", list(seen, lang))
    line(
      "发布者", "speaker",
      seen.speaker.map { "\($0.name) (\(said(ExplainWords.words($0.reason))))" } ?? nothing)
    return out.joined(separator: "\n") + "\n"
  }

  private static func list(_ seen: PageExplanation, _ lang: Language) -> String {
    let facts = seen.facts
    var parts = [ExplainWords.words(facts.listState).text(lang)]
    if let element = seen.list { parts.append(element) }
    let count = facts.entries.count
    parts.append(Bilingual(zh: "\(count) 行", en: "\(count) rows").text(lang))
    if let pages = facts.statedPages {
      parts.append(Bilingual(zh: "共 \(pages) 页", en: "\(pages) pages").text(lang))
    }
    if seen.previews > 0 {
      parts.append(
        Bilingual(zh: "另有 \(seen.previews) 个带日期的列表", en: "\(seen.previews) other dated lists")
          .text(lang))
    }
    if seen.looksLikeArticle {
      parts.append(Bilingual(zh: "页面像一篇文章", en: "the page reads like an article").text(lang))
    }
    return parts.joined(separator: ", ")
  }

  /// The explanation as members of a JSON object.
  static func members(_ seen: PageExplanation, _ json: inout JSONWriter) {
    json.object("explain") { json in
      json.member("kindReason", seen.kindReason.rawValue)
      json.member("encodingReason", seen.encodingReason.rawValue)
      json.array("dates", seen.dates) { json, note in
        json.member("date", note.date.description)
        json.member("source", note.source.rawValue)
        json.member("reason", note.reason?.rawValue)
        json.member("verdict", note.verdict.rawValue)
        json.member("words", note.words)
      }
      json.array("titles", seen.titles) { json, note in
        json.member("text", note.text)
        json.member("score", note.score)
        json.member("element", note.element)
        json.member("verdict", note.verdict.rawValue)
      }
      json.member("titleTag", seen.titleTag)
      json.object("list") { json in
        json.member("state", seen.facts.listState.rawValue)
        json.member("element", seen.list)
        json.member("rows", seen.facts.entries.count)
        json.member("otherLists", seen.previews)
        json.member("looksLikeArticle", flag: seen.looksLikeArticle)
      }
      json.object("speaker") { json in
        json.member("name", seen.speaker?.name)
        json.member("reason", seen.speaker?.reason.rawValue)
      }
    }
  }
}
