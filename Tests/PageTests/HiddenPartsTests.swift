import Dates
import Page
import Testing
import Web

struct `What a page shows beside its words` {
  private func hidden(_ body: String) -> HiddenParts {
    read(
      """
      <div><h2><a href='/a/'>工作动态</a></h2><ul><li><a href='/a/1.html'>区财政局召开会议</a></li></ul></div>
      \(body)
      """, head: "<title>青岚区人民政府门户网站</title>", at: "http://www.example.gov.cn/"
    ).hidden
  }

  @Test(arguments: [
    "", "<img src='/logo.png' alt='青岚区人民政府'>", "<a href='/b/'><img src='b.png' alt='政务公开'></a>",
    "<script src='/js/jquery-1.12.4.min.js'></script>", "<script>var code = 24;</script>",
    "<script type='application/ld+json'>{\"write\": 1}</script>", "<input type='hidden' name='id'>",
  ])
  func `is nothing where words and links say all`(_ body: String) {
    #expect(hidden(body) == [])
  }

  @Test(arguments: [
    ("<script src='/js/site.js'></script>", HiddenParts.script),
    ("<script>document.write('<form></form>')</script>", .script),
    ("<script src='/js/jquery.search.js'></script>", .script),
    ("<img src='/ewm.png'>", .picture), ("<img src='/ewm.png' alt='微信公众号二维码'>", .picture),
    ("<img src='/1.png' alt='1.png'>", .picture), ("<object data='a.swf'></object>", .picture),
    ("<input type='search' name='q'>", .input), ("<button>搜</button>", .input),
    ("<a href='/search.html'><i class='icon'></i></a>", .bareLink),
  ])
  func `is told where a script, a picture, a field or a sign may show more`(
    _ body: String, _ part: HiddenParts
  ) {
    #expect(hidden(body) == part)
  }
}
