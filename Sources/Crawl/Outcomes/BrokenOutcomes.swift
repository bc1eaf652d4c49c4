import Web

/// Outcomes of addresses that answered with something that is no readable page.
let brokenOutcomes: [OutcomeEntry] = [
  OutcomeEntry(
    "http.malformed", .error, retryable: true,
    "响应不符合 HTTP 协议。请检查服务器配置。", "The answer is no proper HTTP. Check the server."),
  OutcomeEntry(
    "http.headTooLarge", .error,
    "响应头过大。请检查 Cookie 等响应头。", "The response's head is too long. Check its cookies and other fields."
  ),
  OutcomeEntry(
    "http.clientError", .error,
    "服务器认为请求有误（4xx）。请检查链接。", "The server calls the request wrong (4xx). Check the link."),
  OutcomeEntry(
    "http.unexpected", .error,
    "服务器返回了意外的状态码。请检查服务器配置。",
    "The server answered with a status that does not fit. Check it."),
  OutcomeEntry(
    "http.empty", .error, retryable: true,
    "页面没有任何内容。请检查页面与模板。", "The page is empty. Check it and its template."),
  OutcomeEntry(
    "attachment.unreadable", .error,
    "附件无法读取：已加密、损坏、是没有文字的扫描件，或格式不受支持。请发布可复制文字的文件，正文中也写明主要内容。",
    "The document could not be read: encrypted, damaged, a scan without text, or of a kind that is not read. Publish one with text, and say the main things on the page."
  ),
  OutcomeEntry(
    "type.notPage", .error,
    "该地址返回的不是网页（如文档、图片），未作为页面读取。",
    "What came is no page (a document, a picture) and was not read as one."),
  OutcomeEntry(
    "redirect.out", .error,
    "页面跳转到计划之外的主机，未跟随。如属本站，请在 hosts 中列出该主机。",
    "The page leads to a host outside the plan and was not followed. List that host under hosts if it belongs to the site."
  ),
  OutcomeEntry(
    "redirect.loop", .error,
    "页面循环跳转。请检查跳转规则。", "The redirects go round in a circle. Check their rules."),
  OutcomeEntry(
    "redirect.tooMany", .error,
    "跳转次数超过 10 次。请简化跳转。", "More than ten redirects in a row. Shorten the chain."),
  OutcomeEntry(
    "redirect.noTarget", .error,
    "跳转没有给出有效的目标地址。请检查跳转规则。",
    "The redirect names no valid target. Check its rule."),
  OutcomeEntry(
    "redirect.home", .error, retryable: true,
    "内页被跳转到首页，无法判断原内容是否存在。请让失效页面返回 404，有效页面直接返回内容。",
    "An inner page is redirected to the home page, so what it held can't be known. Answer 404 for dead pages, and the content for live ones."
  ),
  OutcomeEntry(
    "coding.corrupt", .error, retryable: true,
    "压缩数据已损坏，无法读取。请检查服务器压缩设置。",
    "The compressed data is damaged. Check the server's compression."),
  OutcomeEntry(
    "coding.unknown", .error,
    "使用了未请求的内容编码，无法读取。请检查服务器压缩设置。",
    "The content coding was not asked for and can't be read. Check the server's compression."),
  OutcomeEntry(
    "error.page", .error, retryable: true,
    "页面只有系统错误提示。请检查程序与数据库。",
    "The page shows nothing but a system error. Check the application and its database."),
  OutcomeEntry(
    "notFound.contradicted", .error, retryable: true,
    "状态码说页面不存在（404/410），页面内容却不是这样（有列表、故障、登录或维护提示），不据此认定内容缺失。请让网站返回与内容相符的状态码。",
    "The status says that there is no page (404 or 410), and the page says otherwise (a list, a fault, a login, maintenance). Nothing counts as missing by it. Let the site answer with the status that fits."
  ),
  OutcomeEntry(
    "archive.originalMissing", .error, retryable: true,
    "网页自上次采集后没有变化，正文在更早的存档里，而那个存档不在原处或已损坏。请把旧存档放回原处，或不带 --since 重新采集。",
    "The page had not changed, so its text lies in an older archive, which is not where it was or is damaged. Put that archive back, or gather again without --since."
  ),
  OutcomeEntry(
    "http.otherVersion", .error, retryable: true,
    "服务器答复“未修改”（304），版本标记（ETag、Last-Modified）却不是所询问的那个，不知道页面是否变了。请检查缓存或 CDN 的配置。",
    "The server said \"not modified\" (304) with the mark of another version (ETag, Last-Modified): whether the page changed is not known. Check the cache or CDN."
  ),
  OutcomeEntry(
    "archive.damaged", .error, retryable: true,
    "存档里这一网页的记录已损坏或被改动过，不作为证据。请用备份替换该文件，或重新采集。",
    "The page's record in the archive is damaged or was altered and is no evidence. Restore the file from a copy, or gather again."
  ),
]
