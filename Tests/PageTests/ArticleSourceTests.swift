import Page
import Testing

struct `Source of an article` {
  @Test(arguments: [
    ("来源：区财政局 发布时间：2021-03-05", "区财政局"),
    ("发布时间：2021-03-05 来源：区财政局", "区财政局"),
    ("发布时间：2021-03-05 信息来源：区财政局 浏览次数：12", "区财政局"),
    ("<span>来源：<b> 政府办秘书科</b></span><span>作者：<b>张三</b></span>", "政府办秘书科"),
    ("<span>来源：区教育局</span> <a href='javascript:;'>下载</a> <span>收藏</span>", "区教育局"),
    ("来源：<a href='http://news.example.cn/'>某日报</a> 编辑：李四", "某日报"),
    ("2021-03-05 来源: 新华社 字体：[大 中 小]", "新华社"),
    ("文章来源：本站原创　　点击数：12　　更新时间：2021-3-5", "本站原创"),
    ("稿源：某日报 | 时间：2021-03-05", "某日报"),
    ("来 源：区 财政局【字体：大 中 小】2021-03-05", "区 财政局"),
    ("发布时间：2021-03-05&nbsp;&nbsp;&nbsp;来源：区应急局&nbsp;&nbsp;&nbsp;作者：&nbsp;&nbsp;", "区应急局"),
    ("来源：区融媒体中心 阅读：<span id=hits></span> 2021-03-05", "区融媒体中心"),
    (
      "<script>var ly='某日报';if(ly!=''){document.write('文章来源：'+ly+'&emsp;');}</script>时间：2021-03-05",
      "某日报"
    ),
    ("来源：人民网－人民日报 2021年03月05日08:11", "人民网－人民日报"),
    ("来源：区政府办(某某县) 责任编辑：王五 2021-03-05", "区政府办(某某县)"),
  ])
  func `is what the page shows after the label`(_ particulars: String, _ source: String) {
    #expect(article(particulars).source == source)
  }

  @Test(arguments: [
    "发布时间：2021-03-05 来源：", "来源： 发布日期: 2021-03-05 访问量：", "信息来源:<span></span> 发布日期：2021-03-05",
    "发布时间：2021-03-05", "来源：无 发布时间：2021-03-05",
    "<script>var ly='';if(ly!=''){document.write('文章来源：'+ly);}</script>时间：2021-03-05",
  ])
  func `is absent where the label is empty or missing`(_ particulars: String) {
    #expect(article(particulars).source == nil)
  }

  @Test func `is no word of the body`() {
    let facts = article("发布时间：2021-03-05", body: sentences + "<p>资金来源：财政拨款。</p><p>数据来源：区统计局</p>")
    #expect(facts.source == nil)
  }

  @Test func `is the shown one when the meta differs`() {
    let head = """
      <title>关于做好春季绿化工作的通知</title><meta name=ContentSource content=某网站>
      """
    let shown = read(
      "<h1>关于做好春季绿化工作的通知</h1><p>2021-03-05 来源：某日报</p>\(sentences)", head: head)
    #expect(shown.source == "某日报")
    let hidden = read("<h1>关于做好春季绿化工作的通知</h1><p>2021-03-05</p>\(sentences)", head: head)
    #expect(hidden.source == "某网站")
  }
}

struct `Document number` {
  @Test(arguments: [
    "山政办发〔2021〕3号", "山政办发[2021]3号", "山政办发【2021】3号", "山政办发（2021）3号", "山政字〔2021〕第12号",
    "某某县人民政府令第178号", "财政部公告2021年第12号", "山财预函〔2021〕105号", "鲁自然资规字〔2021〕3号",
    "中华人民共和国主席令第八十号", "山政办发﹝2021﹞3号", "山政办发〈2021〉3号",
  ])
  func `stands alone below the headline`(_ number: String) {
    let facts = article("发布时间：2021-03-05", body: "<p>\(number)</p>\(sentences)")
    #expect(facts.documentNumber == number)
    let bracketed = article("发布时间：2021-03-05", body: "<p>（\(number)）</p>\(sentences)")
    #expect(bracketed.documentNumber == number)
  }

  @Test func `is joined from its pieces`() {
    let facts = article(
      "发布时间：2021-03-05",
      body: "<p><span>山政办发〔</span><span>2021</span><span>〕</span> 3 <span>号</span></p>\(sentences)")
    #expect(facts.documentNumber == "山政办发〔2021〕3号")
  }

  @Test func `stands on two lines`() {
    let facts = article(
      "发布时间：2021-03-05", body: "<p>中华人民共和国国务院令</p><p>第 492 号</p>\(sentences)")
    #expect(facts.documentNumber == "中华人民共和国国务院令第492号")
  }

  @Test(arguments: ["文号", "发文字号", "文件编号", "文 号", "公文字号"])
  func `follows its label`(_ label: String) {
    #expect(
      article("发布时间：2021-03-05 \(label)：山政办发〔2021〕3号").documentNumber == "山政办发〔2021〕3号")
  }

  @Test(arguments: [
    "<p>根据《某省实施办法》（鲁政发〔2020〕12号）要求，结合实际，现就有关事项通知如下，请认真贯彻执行。</p>",
    "<p>《关于某某的通知》（山政发〔2018〕208号）同时废止。</p>",
    "<table><tr><td>1</td><td>山政发〔2018〕1号</td></tr><tr><td>2</td><td>山政发〔2018〕2号</td></tr></table>",
    "<p>联系电话：0632-8811123，地址：某路12号</p>",
  ])
  func `is none that is only cited`(_ body: String) {
    #expect(article("发布时间：2021-03-05", body: sentences + body).documentNumber == nil)
    #expect(article("发布时间：2021-03-05", body: body + sentences).documentNumber == nil)
  }

  @Test(arguments: [
    ("某中心产权转让公告某产权公发[2019]第20号", "某产权公发[2019]第20号"),
    ("关于做好绿化工作的通知（山政办发〔2021〕3号）", "山政办发〔2021〕3号"),
  ])
  func `ends the headline`(_ title: String, _ number: String) {
    #expect(article("发布时间：2021-03-05", title: title).documentNumber == number)
  }

  @Test(arguments: ["关于废止山政发〔2018〕1号文件的通知", "关于转发鲁政发〔2020〕3号文的通知"])
  func `is none that the headline cites`(_ title: String) {
    #expect(article("发布时间：2021-03-05", title: title).documentNumber == nil)
  }
}
