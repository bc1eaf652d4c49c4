/// What protection services and login walls answer in place of a page.
package let challengeSites: [HostileSite] = [
  challenge(
    "jiasule", "521 and a cookie script", status: 521,
    fields: [("Set-Cookie", "__jsluid_h=0a1b; path=/")],
    "<script>document.cookie='__jsl_clearance=1';location.href=location.pathname</script>"),
  challenge(
    "ruishu", "412 and a packed script", status: 412,
    "<html><head><meta http-equiv=\"refresh\" content=\"0\"><script>$_ts=window['$_ts'];</script></head></html>"
  ),
  HostileSite("ruishu-202", "blocked.challenge.ruishu", why: "202 and a packed script") { _ in
    .html("<html><script>var $_ts = {};</script></html>", status: 202)
  },
  HostileSite("ruishu-empty", "blocked.challenge.ruishu", why: "empty, with a pair of cookies") {
    _ in
    .html(
      "", fields: [("Set-Cookie", "FSSBBIl1UgzbN7N80S=a"), ("Set-Cookie", "FSSBBIl1UgzbN7N80T=b")])
  },
  challenge(
    "c3vk", "a script that sets C3VK",
    "<script>document.cookie=\"C3VK=0a1b2c; max-age=300\";location.reload()</script>"),
  challenge(
    "acw", "the script of Alibaba Cloud's shield", fields: [("Set-Cookie", "acw_tc=1")],
    "<html><script>var arg1='0A1B';function setCookie(){document.cookie='acw_sc__v2='+x}</script></html>"
  ),
  challenge(
    "script", "a script that sets a cookie and reloads",
    "<script>document.cookie='seen=1';location.reload();</script>"),
  challenge(
    "wait", "a page that checks the browser", status: 503,
    "<title>请稍候</title>正在检查您的浏览器，5 秒后自动跳转"),
  HostileSite("captcha", "blocked.challenge.other", why: "a page that asks for a verification") {
    _ in
    .html("<title>访问验证</title><p>请完成安全验证后继续访问</p>")
  },
  challenge(
    "waf", "a firewall's page under 200",
    "<title>提示</title>您的请求带有不合法参数，已被网站管理员设置拦截！"),
  HostileSite("waf-403", "blocked.challenge.waf", why: "a firewall's page under 403") { _ in
    .html("<title>网站防火墙</title><p>当前访问疑似黑客攻击，访问被拦截</p>", status: 403)
  },
  HostileSite("waf-405", "blocked.challenge.waf", why: "a shield's page under 405") { _ in
    .html("<title>D盾_拦截提示</title>", status: 405)
  },
  HostileSite("waf-dog", "blocked.challenge.waf", why: "the page of 安全狗") { _ in
    .html("<title>网站安全狗</title>您的请求存在安全威胁", status: 404)
  },
  HostileSite("waf-lock", "blocked.challenge.waf", why: "the page of 云锁") { _ in
    .html("<title>提示</title>云锁拦截：请求被拦截", status: 403)
  },
  HostileSite("fence", "blocked.forbidden", why: "403 and nothing else") { _ in
    .html("<html><head><title>403 Forbidden</title></head></html>", status: 403)
  },
  HostileSite("login-401", "blocked.login", why: "asks for a password by status") { _ in
    .html("", status: 401, fields: [("WWW-Authenticate", "Basic realm=\"x\"")])
  },
  HostileSite("login-form", "blocked.login", why: "a login form in place of the page") { _ in
    .html("<title>统一身份认证</title><form>用户名<input name=u>密码<input type=\"password\"></form>")
  },
  HostileSite(
    "login-redirect", "blocked.login", why: "a redirect to a login form", mostRequests: 16
  ) { request in
    request.path == "/"
      ? .redirect(to: "/login?back=/")
      : .html("<title>用户登录</title><form><input type='password'></form>")
  },
]

private func challenge(
  _ name: String, _ why: String, status: Int = 200,
  fields: [(name: String, value: String)] = [], _ body: String
) -> HostileSite {
  HostileSite(name, "blocked.challenge.\(name)", why: why) { _ in
    .html(body, status: status, fields: fields)
  }
}

/// Servers that ask for fewer requests, in words that are hard to take.
package let throttleSites: [HostileSite] = [
  throttle("throttle-429", "blocked.rateLimited", status: 429, nil),
  throttle("throttle-503", "http.serverError", status: 503, nil),
  throttle("throttle-negative", "blocked.rateLimited", status: 429, "-5"),
  throttle("throttle-past", "blocked.rateLimited", status: 429, "Sun, 06 Nov 1994 08:49:37 GMT"),
  throttle("throttle-words", "http.serverError", status: 503, "soon"),
  throttle("throttle-overflow", "blocked.rateLimited", status: 429, "1e999"),
]

private func throttle(
  _ name: String, _ code: String, status: Int, _ wait: String?
) -> HostileSite {
  HostileSite(name, code, why: "\(status) with Retry-After: \(wait ?? "none")") { _ in
    .html("slow down", status: status, fields: wait.map { [("Retry-After", $0)] } ?? [])
  }
}
