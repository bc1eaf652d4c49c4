import Dates
import Page
import Web

/// Reads a hand-written page as if it stood at an article's address.
func read(
  _ body: String, head: String = "<title>某区人民政府</title>",
  at address: String = "http://www.example.gov.cn/zwgk/tzgg/1.html", fetchedAt: String? = nil
) -> PageFacts {
  let html =
    "<!doctype html><html><head><meta charset=utf-8>\(head)</head><body>\(body)</body></html>"
  return PageReader().read(
    Array(html.utf8), url: WebURL(address), contentType: nil,
    fetchedAt: fetchedAt.flatMap { Timestamp($0) })
}

/// Sentences enough for a body of running text.
let sentences = """
  <p>为进一步规范办事程序，提高服务质量，方便企业和群众办事，经研究决定，现将有关事项通知如下，请认真贯彻执行。</p>
  <p>各镇人民政府、街道办事处要加强组织领导，明确责任分工，确保各项任务按时完成，并及时报送工作情况。</p>
  <p>本通知自印发之日起施行，执行中遇到的问题请及时向区政府办公室反映，以便研究解决，特此通知。</p>
  """

/// An article with a headline, a line of particulars and a body.
func article(_ particulars: String, title: String = "关于做好春季绿化工作的通知", body: String = sentences)
  -> PageFacts
{
  read(
    "<h1>\(title)</h1><div class=info>\(particulars)</div><div id=zoom>\(body)</div>",
    head: "<title>\(title)</title>")
}
