import Testing

@testable import Attachments  // The layout of words is not reachable from outside.

/// The headline among a document's first lines.
struct HeadlineTests {
  @Test(arguments: [
    ("附件1\n山亭区财政局\n2020年政府信息公开工作年度报告\n一、总体情况\n", "山亭区财政局2020年政府信息公开工作年度报告"),
    ("山政办发〔2021〕3号\n关于做好政务公开工作的通知（试行）\n各单位：\n", "关于做好政务公开工作的通知（试行）"),
    ("根据有关规定，现将情况公布如下。\n权责清单\n", "权责清单"),
  ])
  func `finds the headline and joins the issuer before it`(text: String, title: String) {
    #expect(Headline.find(Array(text.utf8), property: nil) == title)
  }

  @Test func `takes the properties' title only when no line is one and it says something`() {
    let text = Array("各位领导，大家好。\n今天我们讨论以下事项。\n".utf8)
    #expect(Headline.find(text, property: "财政工作会讲话稿") == "财政工作会讲话稿")
    #expect(Headline.find(text, property: "Microsoft Word - 文档1.doc") == nil)
  }
}
