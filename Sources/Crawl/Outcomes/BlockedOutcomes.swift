import Web

/// Outcomes of addresses that a challenge, a firewall or a login kept from being read.
let blockedOutcomes: [OutcomeEntry] = [
  OutcomeEntry(
    "blocked.challenge.jiasule", .blocked, retryable: true,
    "加速乐（创宇盾）返回了脚本验证，未能读取。请将核查程序的地址加入白名单后重新核查。",
    "Jiasule (Knownsec) answered with a script challenge. Allow-list the auditor's address and audit again."
  ),
  OutcomeEntry(
    "blocked.challenge.ruishu", .blocked, retryable: true,
    "瑞数动态防护返回了脚本验证，未能读取。请将核查程序的地址加入白名单后重新核查。",
    "RiverSecurity answered with a script challenge. Allow-list the auditor's address and audit again."
  ),
  OutcomeEntry(
    "blocked.challenge.c3vk", .blocked, retryable: true,
    "站点返回了设置 C3VK Cookie 的脚本验证，未能读取。请将核查程序的地址加入白名单。",
    "The site answered with a script that sets the cookie C3VK. Allow-list the auditor's address."),
  OutcomeEntry(
    "blocked.challenge.acw", .blocked, retryable: true,
    "阿里云盾返回了脚本验证，未能读取。请将核查程序的地址加入白名单后重新核查。",
    "Alibaba Cloud's shield answered with a script challenge. Allow-list the auditor's address and audit again."
  ),
  OutcomeEntry(
    "blocked.challenge.waf", .blocked, retryable: true,
    "网站防火墙拦截了请求。请将核查程序的地址加入白名单后重新核查。",
    "The site's firewall refused the request. Allow-list the auditor's address and audit again."),
  OutcomeEntry(
    "blocked.challenge.wait", .blocked, retryable: true,
    "站点先显示“正在检查浏览器”的等待页，未能读取。请将核查程序的地址加入白名单。",
    "The site shows a page that checks the browser first. Allow-list the auditor's address."),
  OutcomeEntry(
    "blocked.challenge.script", .blocked, retryable: true,
    "页面只有一段设置 Cookie 后刷新的脚本，未能读取。请将核查程序的地址加入白名单。",
    "The page is a script that sets a cookie and reloads. Allow-list the auditor's address."),
  OutcomeEntry(
    "blocked.challenge.other", .blocked, retryable: true,
    "站点要求先通过访问验证（如 412 或验证码），未能读取。请将核查程序的地址加入白名单。",
    "The site asks for a verification first (such as status 412, or a captcha). Allow-list the auditor's address."
  ),
  OutcomeEntry(
    "blocked.login", .blocked,
    "页面要求登录。应公开的信息不应设置登录。",
    "The page asks for a login. What has to be public must not need one."),
  OutcomeEntry(
    "blocked.forbidden", .blocked, retryable: true,
    "服务器拒绝访问（403、405 或 451）。请检查访问权限、防火墙和地域限制。",
    "The server refuses access (403, 405 or 451). Check permissions, firewall and regional limits."),
  OutcomeEntry(
    "blocked.rateLimited", .blocked, retryable: true,
    "服务器要求降低访问频率（429）。请在计划中调低 rate 后重新核查。",
    "The server asks for fewer requests (429). Lower rate in the plan and audit again."),
  OutcomeEntry(
    "blocked.retryLater", .blocked, retryable: true,
    "服务器要求等待的时间（Retry-After 或 Crawl-delay）超出本次运行所能等待的上限，或连续多次返回 429、503，本次不再访问该主机，其余地址未访问。请过后重新核查，或将核查程序的地址加入白名单。",
    "The server asks to be left alone for longer than the run can wait (Retry-After, Crawl-delay), or answers 429 or 503 again and again, so the rest of the host was not asked for. Audit again later, or allow-list the auditor's address."
  ),
  OutcomeEntry(
    "robots.blocked", .blocked, retryable: true,
    "读取 robots.txt 时遇到访问验证或拦截，因此没有访问本站其他页面。请将核查程序的地址加入白名单。",
    "robots.txt was answered by a challenge or firewall, so nothing else was asked for. Allow-list the auditor's address."
  ),
]
