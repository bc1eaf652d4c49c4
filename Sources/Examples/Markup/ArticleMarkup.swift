import Dates

/// Writes the main part of a page with a text.
struct ArticleMarkup: Sendable {
  let markup: ExampleMarkup
  let page: PageDraft
  /// Addresses of the pages that it links to, by their titles.
  let targets: [String: String]

  var main: String {
    let body = paragraphs + fields + (page.markup ?? "") + images
    switch markup {
    case .list:
      return "<div class=\"main article\"><h1>\(title)</h1><div class=\"info\">\(info("　"))</div>"
        + "<div class=\"content\" id=\"zoom\">\(body)</div>\(files)\(related)</div>"
    case .table:
      return "<table width=\"1000\" class=\"article\"><tr><td align=\"center\" class=\"title\">"
        + "<h1>\(title)</h1></td></tr><tr><td align=\"center\" class=\"info\">\(info(" | "))</td></tr>"
        + "<tr><td class=\"content\">\(body)\(files)</td></tr><tr><td>\(related)</td></tr></table>"
    case .cards:
      return "<div class=\"detail\"><div class=\"detail-title\"><h1>\(title)</h1></div>"
        + "<div class=\"detail-info\"><span>\(info("</span><span>"))</span></div>"
        + "<div class=\"detail-content\">\(body)</div>\(files)\(related)</div>"
    }
  }

  private var title: String { escaped(page.title) }

  private func info(_ separator: String) -> String {
    var parts: [String] = []
    if let date = page.date { parts.append("发布时间：\(date)") }
    if let source = page.source { parts.append("来源：\(escaped(source))") }
    return parts.joined(separator: separator)
  }

  private var paragraphs: String {
    guard let text = page.text else {
      // Pages of pictures or attachments alone have no text, as their authors leave them.
      if page.images > 0 || page.markup != nil || !page.fields.isEmpty || !page.attachments.isEmpty
      {
        return ""
      }
      return "<p>现将\(title)有关情况予以公布，请有关方面知悉。具体事项以本页面所载内容为准，"
        + "如有疑问可在工作日向发布单位咨询了解，我们将认真听取各方面的意见。</p>"
    }
    return text.split(separator: "\n").map { "<p>\(escaped(String($0)))</p>" }.joined()
  }

  private var fields: String {
    var pairs = page.fields
    if let number = page.number { pairs.insert((label: "发文字号", value: number), at: 0) }
    if let written = page.written {
      let day = "\(written.year)年\(written.month)月\(written.day)日"
      pairs.insert((label: "成文日期", value: day), at: 0)
    }
    guard !pairs.isEmpty else { return "" }
    switch markup {
    case .list:
      return pairs.map { "<p>\(escaped($0.label))：\(escaped($0.value))</p>" }.joined()
    case .table:
      return "<table border=\"1\">"
        + pairs.map { pair in
          "<tr><td>\(escaped(pair.label))</td><td>\(escaped(pair.value))</td></tr>"
        }.joined() + "</table>"
    case .cards:
      return "<dl>"
        + pairs.map { pair in
          "<dt>\(escaped(pair.label))：</dt><dd>\(escaped(pair.value))</dd>"
        }.joined() + "</dl>"
    }
  }

  private var images: String {
    (0..<page.images).map { "<p><img src=\"/images/body\($0).jpg\" width=\"800\"></p>" }.joined()
  }

  private var files: String {
    guard !page.attachments.isEmpty else { return "" }
    let links = page.attachments.enumerated().map { number, name in
      "<li><a href=\"/files/\(number)/\(number + 1).pdf\">\(escaped(name))</a></li>"
    }
    return "<div class=\"attachment\"><p>附件：</p><ul>\(links.joined())</ul></div>"
  }

  private var related: String {
    page.related.map { label, title in
      let href = targets[title] ?? "/missing/"
      return "<div class=\"related\"><h3>\(escaped(label))</h3><ul><li><a href=\"\(href)\">"
        + "\(escaped(title))</a></li></ul></div>"
    }.joined()
  }
}
