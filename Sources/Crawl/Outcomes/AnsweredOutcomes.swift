import Web

/// Outcomes of addresses that gave a page, part of one, or the word that there is none.
let answeredOutcomes: [OutcomeEntry] = [
  OutcomeEntry(
    "http.ok", .fetched,
    "页面已完整读取，无需处理。", "The page was read in full; nothing to do."),
  OutcomeEntry(
    "tooLarge.wire", .truncated,
    "响应超过抓取上限，只读取了前一部分。请精简页面，或在计划中调高 max-body。",
    "The response is longer than the limit and was read in part. Make the page smaller, or raise max-body in the plan."
  ),
  OutcomeEntry(
    "tooLarge.decoded", .truncated,
    "解压后的内容超过上限，只读取了前一部分。请检查压缩设置，或调高 max-body。",
    "Decompressed, the response is longer than the limit and was read in part. Check the compression, or raise max-body."
  ),
  OutcomeEntry(
    "truncated.time", .truncated, retryable: true,
    "在规定时间内没有传完，只读取了前一部分。请检查服务器带宽与响应速度。",
    "The body was not complete in time and was read in part. Check the server's bandwidth and speed."
  ),
  OutcomeEntry(
    "truncated.disconnect", .truncated, retryable: true,
    "连接在传输中途断开，只读取了前一部分。请检查服务器、负载均衡和 Content-Length 设置。",
    "The connection broke off within the body, which was read in part. Check server, load balancer and Content-Length."
  ),
  OutcomeEntry(
    "truncated.coding", .truncated, retryable: true,
    "压缩数据不完整，只读取了前一部分。请检查服务器的 gzip 或 br 压缩。",
    "The compressed data ends early; the page was read in part. Check the server's gzip or br compression."
  ),
  OutcomeEntry(
    "truncated.depth", .truncated,
    "页面标签过多、嵌套过深或单个标签的属性过多，只读取了前一部分。请精简页面模板。",
    "The page has too many tags, attributes or levels and was read in part. Make its template plainer."
  ),
  OutcomeEntry(
    "truncated.page", .truncated,
    "页面没有输出完整（标签没有结束、末尾是程序错误，或服务器只给出一部分），只读取了前一部分。请检查网站程序、Content-Length 和缓存。",
    "The page ends too early (tags left open, a program's fault at its end, or a part sent alone) and was read in part. Check the site's program, Content-Length and caches."
  ),
  OutcomeEntry(
    "page.notice", .truncated, retryable: true,
    "页面只有几句提示，没有列表、日期和通往本站的链接，或写明出错、无权访问，像是拦截、维护或故障提示，不据此认定内容缺失。请检查该页面。",
    "The page shows a few words only, without list, date or links into its site, or tells of a fault or a lock. Nothing counts as missing by it. Check the page."
  ),
  OutcomeEntry(
    "http.notFound", .notFound,
    "链接指向不存在的页面（404）。请修正或删除链接。",
    "The link leads to a page that does not exist (404). Correct or remove it."),
  OutcomeEntry(
    "http.gone", .notFound,
    "链接指向已删除的页面（410）。请删除链接。",
    "The link leads to a page that was removed (410). Remove it."),
  OutcomeEntry(
    "notFound.soft", .notFound,
    "页面提示内容不存在，状态码却不是 404。请修正链接，并让服务器返回 404。",
    "The page says that there is nothing, yet its status is not 404. Correct the link and let the server answer 404."
  ),
  OutcomeEntry(
    "notFound.probe", .notFound,
    "该地址的回应与本站对不存在地址的回应相同，内容不存在，状态码却不是 404。请修正链接，并让服务器返回 404。",
    "The address answers as this host answers for pages that can't be there, yet with no 404. Correct the link and let the server answer 404."
  ),
  OutcomeEntry(
    "notFound.widespread", .unreachable, retryable: true,
    "站内多数地址都返回“不存在”，多半是防护设备或分区访问所致，不能当作没有。请将核查程序的地址加入白名单后重新核查。",
    "Most addresses of the site answer “not found”: more likely a fence than the truth. Let the auditor's address through and audit again."
  ),
]
