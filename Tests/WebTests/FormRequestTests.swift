import Testing
import Web

struct `Form request` {
  private func request(_ endpoint: String, _ form: String) -> FormRequest? {
    WebURL(endpoint).flatMap { FormRequest(endpoint: $0, form: form) }
  }

  @Test(arguments: [
    ("http://a.cn/list", "page=2", "http://a.cn/list?__wb_method=POST&page=2"),
    (
      "http://a.cn/l?size=5", "p=1&q=%E5%B9%B3",
      "http://a.cn/l?size=5&__wb_method=POST&p=1&q=%E5%B9%B3"
    ),
    ("http://a.cn/", "t={[]}", nil),
    ("http://a.cn/", "t=[1]", "http://a.cn/?__wb_method=POST&t=[1]"),
  ])
  func `has a key from which it comes back`(endpoint: String, form: String, key: String?) {
    let made = request(endpoint, form)
    #expect(made?.key?.string == key)
    guard let made, let url = made.key else { return }
    #expect(FormRequest(key: url) == made)
    #expect(FormRequest.isKey(url))
  }

  @Test func `is none without a form, with a long one, or of a key`() {
    #expect(request("http://a.cn/", "") == nil)
    #expect(request("http://a.cn/", String(repeating: "a", count: 4097)) == nil)
    #expect(request("http://a.cn/?__wb_method=POST&a=1", "b=2") == nil)
    #expect(request("http://a.cn/", "a=1&__wb_method=POST&b=2") == nil)
    #expect(request("http://a.cn/", "a=1#b") == nil)
    #expect(request("http://a.cn/", "a=1\r\nX: y") == nil)
  }

  @Test(arguments: [
    "http://a.cn/", "http://a.cn/?a=__wb_method=POST&b", "http://a.cn/?__wb_method=POST",
    "http://a.cn/?__wb_method=GET&a=1", "http://a.cn/?__wb_method=POSTED&a=1",
    "http://a.cn/?__wb_method=POST&", "http://a.cn/__wb_method=POST&a=1",
  ])
  func `is not made of other addresses`(text: String) throws {
    #expect(FormRequest(key: try #require(WebURL(text))) == nil)
  }

  @Test func `encodes names and values`() {
    #expect(FormRequest.encoded("平 a&=+~".utf8) == "%E5%B9%B3%20a%26%3D%2B%7E")
  }
}
