import Codings
import Page
import Web

/// Recognises the replies of protection services; the marks are those seen on real sites.
enum ChallengeMarks {
  /// The outcome's code, or nil for a reply that is no challenge.
  static func code(_ evidence: PageEvidence) -> String? {
    byStatus(evidence) ?? (isSuspicious(evidence) ? byWords(evidence) : nil)
  }

  /// Only a page with little text can be a challenge: an article may speak about all of this.
  private static func isSuspicious(_ evidence: PageEvidence) -> Bool {
    evidence.isBare && evidence.textLength < 600
  }

  private static func byStatus(_ evidence: PageEvidence) -> String? {
    switch evidence.status {
    case 521 where beginsWithScript(evidence) || setsCookie(evidence, prefix: "__jsl"):
      return "blocked.challenge.jiasule"
    case 412, 202:
      if evidence.sourceText.contains("$_ts") || hasPairedCookie(evidence) {
        return "blocked.challenge.ruishu"
      }
      let isOther = evidence.status == 412 || beginsWithScript(evidence)
      return isOther ? "blocked.challenge.other" : nil
    case 200 where setsCookie(evidence, prefix: "__jsl") && beginsWithScript(evidence):
      return "blocked.challenge.jiasule"
    case 200 where evidence.body.bytes.isEmpty && hasPairedCookie(evidence):
      return "blocked.challenge.ruishu"
    default: return nil
    }
  }

  /// What stands in the source of a challenge, by the outcome that it means.
  private static let sourceCodes = ["ruishu", "c3vk", "acw", "waf"]
  private static let sourceMarks = WordFinder([
    ["$_ts=", "$_ts ="], ["C3VK="], ["acw_sc__v"], firewallWords,
  ])
  /// What a reader sees of one.
  private static let wordCodes = [
    "blocked.challenge.waf", "blocked.challenge.wait", "blocked.challenge.other",
    "blocked.rateLimited", "blocked.forbidden",
  ]
  private static let wordMarks = WordFinder([
    firewallWords, waitWords, captchaWords, paceWords, placeWords,
  ])
  /// Words that a reply to the public may have too count in a few lines alone, in characters.
  private static let fewLines = 150

  private static func byWords(_ evidence: PageEvidence) -> String? {
    // A firewall's own page is small; in a longer one its words may be part of a link's text.
    let isSmall = evidence.body.bytes.count < 8000
    if let rank = sourceMarks.rank(in: evidence.shortSource), rank < 3 || isSmall {
      return "blocked.challenge.\(sourceCodes[rank])"
    }
    if let rank = wordMarks.rank(in: evidence.words), rank < 3 || evidence.textLength < fewLines {
      return wordCodes[rank]
    }
    if evidence.facts?.kind == .challenge { return "blocked.challenge.other" }
    guard evidence.body.bytes.count < 4000, beginsWithScript(evidence) else { return nil }
    let source = evidence.sourceText
    let reloads = source.contains("location.reload") || source.contains("location.href")
    return source.contains("document.cookie") && reloads ? "blocked.challenge.script" : nil
  }

  /// The cookies of RiverSecurity come in pairs whose names end in S and T, or O and P.
  private static func hasPairedCookie(_ evidence: PageEvidence) -> Bool {
    let names = evidence.cookieNames
    return names.contains { name in
      guard name.utf8.count >= 10, name.hasSuffix("S") || name.hasSuffix("O") else { return false }
      let partner = name.dropLast() + (name.hasSuffix("S") ? "T" : "P")
      return names.contains(String(partner)) || evidence.sourceText.contains(partner)
        || name.contains("80S") || name.contains("443S")
    }
  }

  private static func setsCookie(_ evidence: PageEvidence, prefix: String) -> Bool {
    evidence.cookieNames.contains(where: { $0.hasPrefix(prefix) })
  }

  private static func beginsWithScript(_ evidence: PageEvidence) -> Bool {
    let head = String(decoding: evidence.body.bytes.prefix(200), as: UTF8.self).trimmed.lowercased()
    return head.hasPrefix("<script") || head.hasPrefix("<html><script")
      || head.hasPrefix("<html><head><script")
  }

  private static let firewallWords = [
    "已被网站管理员设置拦截", "您的请求带有不合法参数", "当前访问疑似黑客攻击", "D盾_拦截提示", "网站防火墙",
    "您的访问请求可能对网站造成安全威胁", "您的请求可能存在威胁", "您的请求存在安全威胁", "访问被拦截", "安全拦截",
    "您的IP已被", "请求已被拦截", "请求被拦截", "已被云防护拦截", "网站安全狗", "云锁拦截", "安全威胁，您的访问被阻断", "访问被阻断",
    "违反了安全策略", "请求疑似攻击", "访问疑似攻击", "请求存在威胁", "请求可能对网站造成威胁", "策略阻断", "防火墙阻止", "防火墙拦截",
    "创宇盾",
    "The requested URL was rejected", "Request Rejected", "Web Application Firewall",
  ]

  private static let waitWords = [
    "Checking your browser", "正在检查您的浏览器", "正在检测您的浏览器", "浏览器安全检查", "浏览器安全检测",
    "正在进行安全检测", "Just a moment...",
  ]

  private static let captchaWords = [
    "请完成安全验证", "请输入验证码以继续", "请输入验证码后继续", "百度安全验证", "请拖动滑块", "滑动验证", "访问验证", "人机验证",
  ]

  private static let paceWords = [
    "访问过于频繁", "操作过于频繁", "请求过于频繁", "访问太频繁", "操作太频繁", "请求太频繁", "访问频率过高", "请求频率过高",
    "Too Many Requests",
  ]

  private static let placeWords = [
    "不在允许访问范围", "不在允许访问的范围", "境外IP", "境外访问", "地区不允许访问", "地区无法访问", "禁止访问", "拒绝访问",
    "访问受限", "Access Denied", "403 Forbidden",
  ]
}
