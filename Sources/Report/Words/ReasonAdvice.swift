package import Texts

extension ReasonWord {
  /// What can be done so that what was not read can be read next time.
  package var advice: Bilingual {
    switch self {
    case .http, .body, .coding, .charset, .redirect, .page, .error:
      Bilingual(
        zh: "请网站管理方检查该地址的返回内容，修复后重新审核。",
        en: "The site's owner should check and repair what this address returns, then audit again.")
    case .notFound:
      Bilingual(
        zh: "请修复或删除指向该地址的链接。", en: "Repair or remove the links that point to it.")
    case .dns, .connect, .timeout:
      Bilingual(
        zh: "请确认网站可以访问，换一个时段重新审核。",
        en: "Make sure that the site can be reached, and audit again at another time.")
    case .network:
      Bilingual(zh: "请检查本机网络后重新审核。", en: "Check this machine's network and audit again.")
    case .tls:
      Bilingual(zh: "请更换有效的安全证书后重新审核。", en: "Renew the certificate, then audit again.")
    case .blocked:
      Bilingual(
        zh: "请为审核地址放行，或提供已采集的存档，再重新审核。",
        en: "Let the auditor's address pass, or provide an archive, then audit again.")
    case .robots:
      Bilingual(
        zh: "请调整 robots.txt；审核自己的网站可在方案中设 robots: ignore。",
        en: "Change robots.txt; an owner auditing its own site may set robots: ignore in the plan.")
    case .budget, .truncated, .tooLarge:
      Bilingual(
        zh: "请在方案中放宽抓取限额或超时，再重新审核。",
        en: "Widen the plan's limits of pages, bytes or time, and audit again.")
    case .interrupted:
      Bilingual(
        zh: "采集没有完成：请再次运行原来的命令接着采集，然后重新审核。",
        en: "Gathering did not end: run the same command again to go on, then audit again.")
    case .local:
      Bilingual(
        zh: "请减少并发或换一台机器，再重新审核。",
        en: "Use fewer connections or another machine, and audit again.")
    case .address, .host:
      Bilingual(
        zh: "该地址如属审核范围，请写入方案的 hosts 或 allow-addresses。",
        en: "If it belongs to the audit, name it in the plan's hosts or allow-addresses.")
    case .type, .attachment:
      Bilingual(zh: "请人工打开该地址查看。", en: "A person should open this address.")
    case .trap:
      Bilingual(
        zh: "请网站管理方修复无尽的日历或重复路径。", en: "The owner should repair the endless calendar or path.")
    case .list, .column, .row, .link:
      Bilingual(
        zh: "请人工查看该栏目，或用 --render 让浏览器渲染后重新审核。",
        en: "Look at the column by hand, or audit again with --render.")
    case .tree, .start:
      Bilingual(
        zh: "请核对方案中的起始地址和单位的 scope、aliases。",
        en: "Check the plan's start addresses and the unit's scope and aliases.")
    case .archive, .site:
      Bilingual(
        zh: "存档不完整，请重新采集。", en: "The archive is not complete; gather again.")
    case .other:
      Bilingual(zh: "请人工查看。", en: "A person should have a look.")
    }
  }
}
