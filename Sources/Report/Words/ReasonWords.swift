package import Texts

/// Why something could not be read: the first part of a dotted outcome code.
package enum ReasonWord: String, TextTable {
  case http, notFound, dns, connect, tls, timeout, blocked, robots, redirect, budget
  case truncated, address, body, charset, coding, type, trap, list, column, host, tree, row, start
  case interrupted, network, archive, site, page, link, error, tooLarge, attachment, local, other

  /// The reason of an outcome code; `other` when its first part is not known.
  package init(code: String) {
    let head = code.prefix { $0 != "." }
    self = ReasonWord(rawValue: String(head)) ?? .other
  }

  package var words: Bilingual {
    switch self {
    case .http: Bilingual(zh: "服务器返回错误", en: "The server answered with an error")
    case .notFound: Bilingual(zh: "页面不存在", en: "The page does not exist")
    case .dns: Bilingual(zh: "域名无法解析", en: "The host name does not resolve")
    case .connect: Bilingual(zh: "无法建立连接", en: "No connection could be made")
    case .tls: Bilingual(zh: "安全证书有问题", en: "The site's certificate has a problem")
    case .timeout: Bilingual(zh: "超时没有回应", en: "No answer in time")
    case .blocked: Bilingual(zh: "被防护拦截或要求登录", en: "Blocked by a challenge, firewall or login")
    case .robots: Bilingual(zh: "robots.txt 不允许读取", en: "robots.txt does not allow reading")
    case .redirect: Bilingual(zh: "跳转无法跟随", en: "A redirect could not be followed")
    case .budget: Bilingual(zh: "超出计划的抓取限额", en: "The plan's crawl budget was spent")
    case .truncated: Bilingual(zh: "页面没有取全", en: "The page was not received in full")
    case .address: Bilingual(zh: "地址不在允许的范围内", en: "The address is not among those allowed")
    case .body: Bilingual(zh: "内容无法读取", en: "The content could not be read")
    case .charset: Bilingual(zh: "文字编码无法识别", en: "The character encoding is not known")
    case .coding: Bilingual(zh: "压缩内容残缺，无法解开", en: "The compressed content is broken")
    case .type: Bilingual(zh: "不是网页", en: "It is no web page")
    case .trap: Bilingual(zh: "无尽的日历或重复路径，未继续读取", en: "An endless calendar or path, left alone")
    case .list: Bilingual(zh: "列表的后续页没有读到", en: "Further pages of the list were not read")
    case .column:
      Bilingual(zh: "栏目由脚本填充或没有读全", en: "A script fills the column, or it was not read in full")
    case .host: Bilingual(zh: "链接到方案以外的网站", en: "It lies on a host outside the plan")
    case .tree: Bilingual(zh: "没有进入本单位的目录", en: "The unit's own pages were not reached")
    case .row: Bilingual(zh: "列表中的条目没有读取", en: "A row of a list was not read")
    case .start: Bilingual(zh: "首页没有读到", en: "The start page was not read")
    case .interrupted: Bilingual(zh: "采集被中断", en: "Gathering was interrupted")
    case .network: Bilingual(zh: "本机网络不通", en: "Our own network was down")
    case .archive: Bilingual(zh: "存档里的记录缺失或已损坏", en: "Records of the archive are lost or damaged")
    case .site: Bilingual(zh: "没有这个站点的记录", en: "There is no record of the site")
    case .page: Bilingual(zh: "页面只有提示，没有内容", en: "The page shows a notice and no content")
    case .link: Bilingual(zh: "链接由脚本打开，无法跟随", en: "Only a script follows the link")
    case .error: Bilingual(zh: "页面显示出错", en: "The page shows an error")
    case .tooLarge: Bilingual(zh: "页面超过大小上限", en: "The page is larger than the limit")
    case .attachment: Bilingual(zh: "附件无法读取", en: "The document could not be read")
    case .local: Bilingual(zh: "本机资源不足", en: "This machine ran short of resources")
    case .other: Bilingual(zh: "其他原因", en: "Another reason")
    }
  }
}

/// A liberty that the plan took with a site; the raw values are those of the audit result.
package enum LibertyWord: String, TextTable {
  case robotsIgnored = "robots: ignore"
  case tlsAccepted = "tls: accept-invalid"

  package var words: Bilingual {
    switch self {
    case .robotsIgnored:
      Bilingual(
        zh: "本次审核未遵守 robots.txt（计划中设为 ignore，限网站主办方自查使用）",
        en: "robots.txt was not followed (set to ignore in the plan, for an owner's own sites)")
    case .tlsAccepted:
      Bilingual(
        zh: "本次审核接受了无效的安全证书（计划中设为 accept-invalid）",
        en: "Invalid certificates were accepted (set to accept-invalid in the plan)")
    }
  }

  /// The sentence for a liberty; one that is not known is shown as it stands.
  package static func text(_ liberty: String, _ language: Language) -> String {
    LibertyWord(rawValue: liberty)?.text(language) ?? liberty
  }
}

/// What the state of a site is called; the raw values are the words of the contract.
package enum SiteWord: String, TextTable {
  case fetched, truncated, notFound, blocked, unreachable, disallowed, error

  package var words: Bilingual {
    switch self {
    case .fetched: Bilingual(zh: "已读取", en: "Read")
    case .truncated: Bilingual(zh: "未读全", en: "Cut short")
    case .notFound: Bilingual(zh: "不存在", en: "Not found")
    case .blocked: Bilingual(zh: "被拦截", en: "Blocked")
    case .unreachable: Bilingual(zh: "无法访问", en: "Unreachable")
    case .disallowed: Bilingual(zh: "不允许", en: "Disallowed")
    case .error: Bilingual(zh: "读取出错", en: "Error")
    }
  }

  /// The word for a site's status; one that is not known is shown as it stands.
  package static func text(_ status: String, _ language: Language) -> String {
    SiteWord(rawValue: status)?.text(language) ?? status
  }
}
