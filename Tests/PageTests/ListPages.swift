import Dates
import Markup
import Page
import Web

/// Reads hand-written list pages: a frame of header, menu, breadcrumb and footer around a body.
enum ListPages {
  static let address = "http://www.example.gov.cn/zwgk/tzgg/index.html"

  /// The facts of a body within the usual frame of a column page.
  static func column(
    _ body: String, url: String = address, head: String = "", fetchedAt: Timestamp? = nil
  ) -> ListFacts {
    bare(framed(body, head: head), url: url, fetchedAt: fetchedAt)
  }

  /// The facts of a whole page.
  static func bare(_ page: String, url: String = address, fetchedAt: Timestamp? = nil)
    -> ListFacts
  {
    ListReader.read(Document(parsing: Array(page.utf8)), url: WebURL(url), fetchedAt: fetchedAt)
  }

  /// `2021-03-05 标题`, or the title alone: short to compare.
  static func rows(_ facts: ListFacts) -> [String] {
    facts.entries.map { entry in
      entry.date.map { "\($0) \(entry.title)" } ?? entry.title
    }
  }

  /// Paths of addresses, with their queries.
  static func targets(_ urls: [WebURL]) -> [String] { urls.map(\.target) }

  static func framed(_ body: String, head: String = "") -> String {
    """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>通知公告-平湖区人民政府</title>\(head)
    </head><body>
    <div class="header"><a href="/">平湖区人民政府</a><div class="top-links"><a href="/en/">English</a>
    <a href="/wza/">无障碍</a></div></div>
    <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>
    <li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
    <div class="wrap"><div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt;
    <a href="/zwgk/tzgg/">通知公告</a></div>
    <div class="left"><h3>政务公开</h3><ul><li><a href="/zwgk/jgzn/">机构职能</a></li><li>
    <a href="/zwgk/zcwj/">政策文件</a></li><li><a href="/zwgk/tzgg/">通知公告</a></li></ul></div>
    <div class="right">\(body)</div></div>
    <div class="footer"><p>主办：平湖区人民政府办公室 地址：平湖区中山路8号 更新日期：2021-06-01</p>
    <p><a href="http://beian.miit.gov.cn/">鲁ICP备00000000号</a></p></div></body></html>
    """
  }
}
