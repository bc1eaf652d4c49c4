import Page
import Testing
import Web

/// Menus that stand in no page but in the file of a script.
struct `Menus that a script file writes` {
  private static func files(_ body: String) -> [String] {
    ListPages.targets(ListPages.bare("<html><head></head><body>\(body)</body></html>").menuScripts)
  }

  private static let text = "<div class=main>\(sentences)</div>"

  @Test(arguments: [
    "<script src='/js/header.js'></script>\(text)",
    "<div id=container><script src='/js/header.js'></script>\(text)</div>",
    "<div class=left><SCRIPT src=\"/js/header.js?v=3\"></SCRIPT></div>",
    "<div id=t></div>\(text)<script>$('#t').load('/js/header.html #nav')</script>",
    "<div id=t></div>\(text)<script>$.ajax({url: '/js/header.html', success: show})</script>",
  ])
  func `are found where they appear`(body: String) {
    let found = Self.files(body)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("/js/header.") == true)
  }

  @Test(arguments: [
    "\(text)<script src='/js/header.js'></script>",
    "<script src='/js/jquery.menu.js'></script>\(text)",
    "<script src='/js/totop.js'></script>\(text)", "<script src='/js/main.js'></script>\(text)",
    "<script src='http://static.example.com/header.js'></script>\(text)",
    "\(text)<script>location.href = '/js/header.html'</script>",
  ])
  func `are not sought in what only acts`(body: String) {
    #expect(Self.files(body).isEmpty)
  }

  private static func links(_ script: String) throws -> [String] {
    let url = try #require(WebURL("http://www.example.gov.cn/js/menu.js"))
    return MenuScript.read(
      Array(script.utf8), url: url, contentType: nil,
      on: WebURL("http://www.example.gov.cn/zwgk/czj/index.html"), fetchedAt: nil
    ).links.map { "\($0.text) \($0.url.target)" }
  }

  @Test(arguments: [
    #"document.write('<li><a href="/nb/">政府信息公开年报</a></li>');"#,
    #"document.writeln("<div class=\"nav\">");document.writeln("<a href=\"\/nb\/\">政府信息公开年报<\/a>");"#,
    #"var s = '<ul>' + '<li><a href="../../nb/">政府信息公开年报</a></li>' + '</ul>'; document.write(s);"#,
    #"var zNodes = [{id: 1, pId: 0, name: "政府信息公开年报", url: "/nb/"}];"#,
    #"$('#nav').html('<a href="/nb/">政府信息公开年报</a>')"#,
  ])
  func `give their links, against the page on which they stand`(script: String) throws {
    #expect(try Self.links(script) == ["政府信息公开年报 /nb/"])
  }

  @Test(arguments: [
    "", "var a = 1;", "document.write(", "\u{0}\u{1}", "/* <a href='/nb/'>年报</a> */",
  ])
  func `give nothing where nothing is written`(script: String) throws {
    #expect(try Self.links(script).isEmpty)
  }

  @Test func `a page in the script's place is no script`() {
    #expect(!MenuScript.isScript(Array("\n <!DOCTYPE html><html>".utf8)))
    #expect(!MenuScript.isScript([]))
    #expect(MenuScript.isScript([0xEF, 0xBB, 0xBF] + Array("document.write('')".utf8)))
  }
}
