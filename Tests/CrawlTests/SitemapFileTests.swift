import Crawl
import Dates
import Testing
import Web

struct SitemapFileTests {
  private func read(_ text: String, at url: String = "http://a.cn/sitemap.xml") -> SitemapFile? {
    WebURL(url).flatMap { SitemapFile(Array(text.utf8), at: $0) }
  }

  private func targets(_ text: String) -> [String] { read(text)?.items.map(\.url.string) ?? [] }

  @Test func `addresses and days of a sitemap are read`() throws {
    let file = try #require(
      read(
        """
        \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
        <!-- made by hand -->
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url><loc> http://a.cn/x?a=1&amp;b=2 </loc><lastmod>2021-03-05T08:00:00+08:00</lastmod></url>
          <url><loc><![CDATA[http://a.cn/y]]></loc></url>
          <url><lastmod>2021-01-01</lastmod></url>
          <url><loc>/relative</loc></url>
          <url><loc>javascript:alert(1)</loc></url>
          <url><loc>http://b.cn/&#x7A;&#99;</loc></url>
        </urlset>
        """))
    #expect(
      file.items.map(\.url.string) == ["http://a.cn/x?a=1&b=2", "http://a.cn/y", "http://b.cn/zc"])
    #expect(file.items.map(\.day) == [CivilDate("2021-03-05"), nil, nil])
    #expect(file.children == [])
    #expect(!file.isCut)
  }

  @Test func `files in UTF-16 and GBK are read`() {
    let text = "\u{FEFF}<rss><channel><item><title>Ab</title><link>/1</link></item></channel></rss>"
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    // 公告 in GBK.
    let chinese: [UInt8] =
      Array("<rss><item><link>/2</link><title>".utf8) + [0xB9, 0xAB, 0xB8, 0xE6]
      + Array("</title></item></rss>".utf8)
    let titles = [wide, chinese].map { bytes in
      WebURL("http://a.cn/rss").flatMap {
        SitemapFile(SitemapFile.text(bytes, contentType: nil), at: $0)
      }?.items.map { $0.title ?? "" }
    }
    #expect(titles == [["Ab"], ["公告"]])
  }

  @Test func `an index names further files`() throws {
    let file = try #require(
      read(
        "<sm:sitemapindex xmlns:sm='x'><sm:sitemap><sm:loc>http://a.cn/1.xml.gz</sm:loc></sm:sitemap>"
          + "</sm:sitemapindex>"))
    #expect(file.children.map(\.string) == ["http://a.cn/1.xml.gz"])
    #expect(file.items == [])
  }

  @Test func `addresses of pictures and other languages are not the page's`() {
    let found = targets(
      """
      <urlset xmlns:image="i" xmlns:xhtml="x"><url><image:image><image:loc>http://a.cn/1.jpg</image:loc>
      </image:image><xhtml:link rel="alternate" hreflang="en" href="http://a.cn/en1"/>
      <mobile:mobile/><loc>http://a.cn/ok1</loc></url><url><loc>http://a.cn/ok2</loc></url></urlset>
      """)
    #expect(found == ["http://a.cn/ok1", "http://a.cn/ok2"])
  }

  @Test func `a guid is an address only where nothing says otherwise, and gives way to a link`() {
    let found = targets(
      """
      <rss><channel><item><guid isPermaLink="false">123</guid><link>http://a.cn/1</link></item>
      <item><guid isPermaLink="false">124</guid></item>
      <item><guid isPermaLink="true">http://a.cn/3</guid></item>
      <item><guid>http://a.cn/no</guid><link>http://a.cn/4</link></item></channel></rss>
      """)
    #expect(found == ["http://a.cn/1", "http://a.cn/3", "http://a.cn/4"])
  }

  @Test func `a text file is one address a line`() {
    #expect(
      targets("http://a.cn/1\r\nhttp://a.cn/2\n\nno address\n") == [
        "http://a.cn/1", "http://a.cn/2",
      ])
    #expect(read("just text\nhttp://a.cn/1") == nil)
  }

  @Test func `RSS and Atom give address, title and day`() throws {
    let rss = try #require(
      read(
        """
        <rss version="2.0"><channel><title>站</title><link>http://a.cn/</link>
        <item><title>关于预算的通知</title><link>/2021/1.html</link>
        <pubDate>Fri, 05 Mar 2021 08:00:00 +0800</pubDate></item>
        <item><guid>http://a.cn/2.html</guid></item></channel></rss>
        """))
    #expect(rss.items.map(\.url.string) == ["http://a.cn/2021/1.html", "http://a.cn/2.html"])
    #expect(rss.items[0].title == "关于预算的通知")
    #expect(rss.items[0].day == CivilDate("2021-03-05"))
    let atom = try #require(
      read(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/feed"/>
        <entry><title type="html">甲</title><link rel="edit" href="/edit/1"/>
        <link href="/1.html"/><updated>2021-02-03T00:00:00Z</updated></entry></feed>
        """))
    #expect(atom.items.map(\.url.string) == ["http://a.cn/1.html"])
    #expect(atom.items[0].day == CivilDate("2021-02-03"))
  }

  @Test(arguments: [
    "", " ", "<html><body>404</body></html>", "{\"a\":1}", "<", "<!", "<![CDATA[", "<!--", "<?",
    "<urlset", "<!DOCTYPE a [<!ENTITY b \"", "\u{0}\u{1}\u{2}",
  ])
  func `what is no sitemap gives nothing`(_ text: String) {
    #expect(read(text)?.items ?? [] == [])
  }

  @Test func `entities of the file's own are never expanded, nothing outside is looked at`() {
    let bomb = """
      <!DOCTYPE urlset [<!ENTITY a "http://a.cn/x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c SYSTEM "file:///etc/passwd"> <!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
      <urlset><url><loc>&d;</loc></url><url><loc>http://a.cn/&c;</loc></url>
      <url><loc>http://a.cn/good</loc></url></urlset>
      """
    let found = targets(bomb)
    #expect(found.last == "http://a.cn/good")
    #expect(found.allSatisfy { !$0.contains("root:") && $0.utf8.count < 60 })
  }

  @Test func `no more than 50,000 addresses are taken, and it is told`() throws {
    let many = String(repeating: "<url><loc>http://a.cn/x</loc></url>", count: 50_001)
    let file = try #require(read("<urlset>\(many)</urlset>"))
    #expect(file.items.count == SitemapFile.mostItems)
    #expect(file.isCut)
  }

  @Test func `hostile files are read in linear time`() {
    for text in [
      "<urlset>" + String(repeating: "<a ", count: 300_000),
      "<urlset>" + String(repeating: "<url>", count: 200_000),
      "<urlset><url " + String(repeating: "a='", count: 200_000),
      "<urlset>" + String(repeating: "&amp", count: 300_000),
      "<urlset><url><loc>" + String(repeating: "http://a.cn/", count: 100_000) + "</loc></url>",
      "<urlset>" + String(repeating: "<![CDATA[", count: 100_000),
      "<!DOCTYPE " + String(repeating: "<", count: 500_000),
    ] {
      #expect(read(text)?.items ?? [] == [])
    }
  }
}
