package import Texts

/// Fixed texts of the pages that show an archived page.
package enum ExhibitWord: TextTable {
  case exhibit, live, fetchedAt, record, digest, status, type, size, citedBy, page, jump, notFound
  case cut, other, frame, note, picture, bar, noTitle

  package var words: Bilingual {
    switch self {
    case .exhibit: Bilingual(zh: "存档页面", en: "Archived page")
    case .live: Bilingual(zh: "实时网址", en: "Live address")
    case .fetchedAt: Bilingual(zh: "抓取时间", en: "Fetched")
    case .record: Bilingual(zh: "存档编号", en: "Archive record")
    case .digest: Bilingual(zh: "正文 SHA-256", en: "SHA-256 of the body")
    case .status: Bilingual(zh: "服务器状态", en: "Server status")
    case .type: Bilingual(zh: "媒体类型", en: "Media type")
    case .size: Bilingual(zh: "大小", en: "Size")
    case .citedBy: Bilingual(zh: "用作证据之处", en: "Where it is evidence")
    case .page: Bilingual(zh: "页面内容", en: "What the page says")
    case .jump: Bilingual(zh: "看摘录所在处", en: "Show the excerpt")
    case .notFound:
      Bilingual(
        zh: "摘录的文字不连续出现在页面正文里（可能来自列表、属性或脚本），未能标出。",
        en: "The excerpt does not stand in the page's text as it is (it may come from a list, an "
          + "attribute or a script), so it is not marked.")
    case .cut:
      Bilingual(
        zh: "页面很长，只显示摘录前后的部分；全文在存档中。",
        en:
          "The page is long: only the part around the excerpt is shown. The archive has all of it.")
    case .other:
      Bilingual(
        zh: "这份存档不是网页，不在这里显示；可用 mingcha archive extract 从存档中取出。",
        en: "The archived response is no web page and is not shown here; mingcha archive extract "
          + "takes it out of the archive.")
    case .frame: Bilingual(zh: "存档页面的文字", en: "The text of the archived page")
    case .note:
      Bilingual(
        zh: "由存档生成：脚本、样式、图片和表单已去掉，链接不可点击；标黄处为摘录。",
        en: "Made from the archive: scripts, styles, pictures and forms are taken out, links do "
          + "not lead anywhere; the excerpts are highlighted.")
    case .picture: Bilingual(zh: "图片：", en: "Picture: ")
    case .bar: Bilingual(zh: "存档内容，不是实时网页", en: "Archived content, not the live page")
    case .noTitle: Bilingual(zh: "（没有标题）", en: "(no title)")
    }
  }
}
