import Web

/// Outcomes of addresses that were not asked for: robots.txt, the plan's limits, a stop.
let plannedOutcomes: [OutcomeEntry] = [
  OutcomeEntry(
    "robots.disallowed", .disallowed,
    "robots.txt 禁止访问该地址。单位核查自有网站时，可在计划中设置 robots: ignore。",
    "robots.txt forbids this address. An owner who audits its own site may set robots: ignore in the plan."
  ),
  OutcomeEntry(
    "budget.pages", .disallowed,
    "达到页数上限，未访问该地址。请调高 max-pages。",
    "The limit of pages was reached before this address. Raise max-pages."),
  OutcomeEntry(
    "budget.attachments", .disallowed,
    "达到附件数上限，未下载该附件。请调高 max-attachments。",
    "The limit of documents was reached before this one. Raise max-attachments."),
  OutcomeEntry(
    "budget.depth", .disallowed,
    "链接层级超过上限，未访问该地址。请调高 max-depth，或减少站点层级。",
    "The address lies deeper than the limit. Raise max-depth, or make the site flatter."),
  OutcomeEntry(
    "budget.time", .disallowed, retryable: true,
    "达到时间上限，未访问该地址。", "The time for the run was over before this address."),
  OutcomeEntry(
    "interrupted", .disallowed, retryable: true,
    "运行被中断，未访问该地址。请重新核查。", "The run was stopped before this address. Audit again."),
  OutcomeEntry(
    "address.forbidden", .disallowed,
    "域名解析到非公网地址，计划未允许访问。如确需访问，请在 allow-addresses 中列出。",
    "The name leads to an address that is not public and that the plan does not allow. List it under allow-addresses if it is meant."
  ),
  OutcomeEntry(
    "trap.length", .disallowed,
    "地址过长，疑似由程序无限生成，未访问。",
    "The address is so long that it looks generated without end; not asked for."
  ),
  OutcomeEntry(
    "trap.repetition", .disallowed,
    "路径反复出现同一目录或层级过多，疑似相对链接错误，未访问。请检查模板中的相对链接。",
    "The path repeats a folder or is too deep: probably a wrong relative link. Check the template's links."
  ),
  OutcomeEntry(
    "trap.calendar", .disallowed,
    "日历链接远离核查期间，未访问。", "A calendar link far from the audited period; not asked for."),
  OutcomeEntry(
    "trap.query", .disallowed,
    "同一页面的参数组合过多，未继续访问。", "Too many parameter combinations of one page; not asked for."),
  OutcomeEntry(
    "trap.duplicate", .disallowed,
    "只出现在与多个地址内容完全相同的页面上，疑似任意路径都返回同一页面，未访问。请让不存在的路径返回 404。",
    "Linked only from a page that many addresses give byte for byte: it looks as if every path gave that page; not asked for. Answer 404 for paths that do not exist."
  ),
  OutcomeEntry(
    "list.beforePeriod", .disallowed,
    "列表该页及以后各页均早于核查所需期间，未访问。如需核查更早内容，请延长审核期或调高 max-pages。",
    "This page of the list and those behind it are older than the audit needs; not asked for. Widen the period, or raise max-pages, to audit what is older."
  ),
  OutcomeEntry(
    "budget.sitemap", .disallowed,
    "站点地图列出的地址或文件过多，只采用了前一部分。",
    "The sitemap names more addresses or files than are taken from one site; the rest was left."),
]
