import Markup
import Testing

private func parse(_ html: String) -> Document { Document(parsing: Array(html.utf8)) }

struct `Parsed document` {
  @Test func `keeps elements, attributes and text in order`() {
    let page = parse("<body><div id=a class='x y'>一&amp;二<b>三</b></div><p>四</body>")
    guard let div = page.first(.div, in: page.root) else {
      Issue.record("no div")
      return
    }
    #expect(page.attributeText(div, "id") == "a")
    #expect(page.attributeText(div, "class") == "x y")
    #expect(page.attributeText(div, "href") == nil)
    #expect(page.text(of: div) == "一&二三")
    #expect(page.first(.b, in: div).map { page.parent(of: $0) } == div)
    #expect(page.first(.p, in: page.root).map { page.contains(div, $0) } == false)
  }

  @Test func `folds every kind of white space`() {
    let page = parse("<p> 一\u{A0}\u{3000}二\n\t三\u{200B}</p>")
    #expect(page.first(.p, in: page.root).map { page.text(of: $0) } == "一 二 三")
  }

  @Test func `leaves script and style out of the text`() {
    let page = parse("<div>一<script>if (a<b) { '</div>' }</script><style>p{}</style>二</div>")
    #expect(page.first(.div, in: page.root).map { page.text(of: $0) } == "一二")
  }

  @Test func `believes no meta charset once the text is UTF-8`() {
    let page = parse("<head><meta charset=gb2312></head><body><p>政务公开</p></body>")
    #expect(page.first(.p, in: page.root).map { page.text(of: $0) } == "政务公开")
  }

  @Test func `loses nothing of 200,000 nested elements`() {
    let depth = 200_000
    let html = String(repeating: "<div>", count: depth) + "<a href=x>底</a>"
    let page = parse(html)
    let links = page.all(.a, in: page.root)
    #expect(links.count == 1)
    #expect(links.first.map { page.text(of: $0) } == "" || page.text(of: page.root) == "底")
    #expect(page.text(of: page.root) == "底")
    #expect(!page.isTruncated)
  }

  @Test(arguments: [
    " a%", " a%=1", " a%='1 2'", " a% = \"x>y\"", "\na%\t=\t1", "/a%", " a%='1'b%='2'",
  ])
  func `cuts a page at a tag with too many attributes in any spelling`(form: String) {
    let list = (0..<4200).map { form.replacing("%", with: "\($0)") }.joined()
    let page = parse("<p>前</p><div\(list)>后</div>")
    #expect(page.isTruncated)
    #expect(page.text(of: 0) == "前")
  }

  @Test(arguments: [" a%", " a%=1", " a%='1 2'", " a% = \"x>y\""])
  func `keeps a page with a tag of many attributes`(form: String) {
    let list = (0..<3900).map { form.replacing("%", with: "\($0)") }.joined()
    let page = parse("<p>前</p><div\(list)>后</div><p>" + String(repeating: "a b=c ", count: 9000))
    #expect(!page.isTruncated)
    #expect(page.text(of: 0).hasPrefix("前后"))
  }

  @Test func `cuts a page whose tags have many attributes again and again`() {
    let tag = "<p" + (0..<3000).map { " a\($0)" }.joined() + ">行</p>"
    let page = parse(String(repeating: tag, count: 40))
    #expect(page.isTruncated)
    #expect(page.text(of: 0).contains("行行"))
    let modest = "<p" + (0..<150).map { " a\($0)" }.joined() + ">行</p>"
    #expect(!parse(String(repeating: modest, count: 3000)).isTruncated)
  }

  @Test func `cuts a page at a tag with a hundred thousand attributes and says so`() {
    let attributes = (0..<100_000).map { " a\($0)=1" }.joined()
    let page = parse("<p>前</p><div\(attributes)>后</div>")
    #expect(page.text(of: page.root) == "前")
    #expect(page.isTruncated)
  }

  @Test(arguments: ["", "<", "<!", "<a", "</", "<a href='", "&", "&#x;", "<!--", "\u{0}"])
  func `survives broken markup`(_ html: String) {
    let page = parse(html)
    #expect(page.nodes[0].end == page.count)
  }
}
