"""Replies that are no page: errors, soft 404, challenges, downloads, shells; bodies of pictures and scripts."""
from .model import page
from .texts import listing, paragraphs, titles

# --- 1. Errors and soft 404.

page("error", "http://www.luyuan2-example.gov.cn/zwgk/old/77.html", """<!DOCTYPE html><html><head><meta charset="utf-8"><title>404-页面不存在</title><style>body{text-align:center}</style></head><body><div class="e"><img src="/404.png" alt="404"><h1>抱歉，您访问的页面不存在或已删除！</h1><p>您可以：<a href="/">返回首页</a> | <a href="javascript:history.back()">返回上一页</a></p><p><span id="s">5</span> 秒后自动跳转到首页</p></div><script>setTimeout(function(){location.href="/"},5000)</script></body></html>""", "error", "404-页面不存在", None, accept={"title": ["抱歉，您访问的页面不存在或已删除！", None], "site_name": []}, notes="soft 404 with a jump to the home page")
page("error", "http://www.wangxi-example.gov.cn/art/2015/1/1/art_1233_1.html", """<!DOCTYPE html><html><head><meta charset="utf-8"><title>望溪县人民政府</title><meta name="SiteName" content="望溪县人民政府"></head><body><div class="nav"><a href="/">首页</a><a href="/col/col1103/index.html">政务公开</a><a href="/col/col1104/index.html">办事服务</a></div><div class="main"><h3>系统提示</h3><p>对不起，您要查看的信息不存在或者已被删除。</p></div><div class="foot">主办：望溪县人民政府办公室 浙ICP备09000201号-1</div></body></html>""", "error", "系统提示", "望溪县人民政府", accept={"title": ["望溪县人民政府", None, "对不起，您要查看的信息不存在或者已被删除。"]}, notes="soft 404 in the site's frame; a day in the address must not become a publish date")
page("error", "http://tjj.wuling2-example.gov.cn/info/1005/1.htm", """<html>
<head><title>404 Not Found</title></head>
<body bgcolor="white">
<center><h1>404 Not Found</h1></center>
<hr><center>nginx/1.16.1</center>
</body>
</html>""", "error", "404 Not Found", None, accept={"title": [None]})
page("error", "http://www.heishan2-example.gov.cn/fg/show.asp?id=0", '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><font face="宋体" size=2><p>Microsoft VBScript 运行时错误</font> <font face="宋体" size=2>错误 \'800a000d\'</font><p><font face="宋体" size=2>类型不匹配: \'[string: ""]\'</font><p><font face="宋体" size=2>/fg/show.asp</font><font face="宋体" size=2>，行 17</font></body></html>', "error", None, None, charset="gbk", declared="gb2312", notes="a program's fault with status 200", accept={"title": ["Microsoft VBScript 运行时错误"]})
page("error", "http://www.gutan2-example.gov.cn/tzgg/2.html", """<!doctype html><html><head><meta charset="utf-8"><title>网站维护公告</title></head><body><div style="margin:100px auto;width:600px"><h2>网站维护公告</h2><p>尊敬的网友：因系统升级，本网站暂停访问，恢复时间另行通知，给您带来不便敬请谅解。</p></div></body></html>""", "error", "网站维护公告", None, accept={"title": [None]}, notes="maintenance notice on every address", date=None)
page("error", "http://www.caotang-example.gov.cn/article/123.html", """<html><head><meta charset=utf-8><title>出错了</title></head><body><h1>500 - 服务器内部错误。</h1><h3>您查找的资源存在问题，因而无法显示。</h3></body></html>""", "error", "出错了", None, accept={"title": ["500 - 服务器内部错误。", None]})

# --- 2. Challenges and firewalls.

page("challenge", "http://www.jichuan-example.gov.cn/zwgk/index.html", """<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_clearance_s')+'=1716187200.123|-1|'+(+!+[]+[0])+';max-age=3600;path=/';location.href=location.pathname+location.search</script>""", "challenge", None, None, notes="cookie and reload, nothing else; unix seconds inside")
page("challenge", "http://www.songlan-example.gov.cn/zwgk/", """<!DOCTYPE html><html><head><meta charset="utf-8"><meta id="9DhefwqGPrzGxEp9hPaoag" content="{qqcZ1vq3" r="m"><script type="text/javascript" src="/4QbVtADbnLVIc/d.c3b2a1f.dfe1675.js" r='m'></script><script type="text/javascript" r="m">$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=20231;$_ts.cd="qxLErAlqcArEqaEqc";if($_ts.lcd)$_ts.lcd();</script><meta http-equiv="refresh" content="1"></head><body></body></html>""", "challenge", None, None, notes="$_ts and an empty body")
page("challenge", "http://www.hezhou2-example.gov.cn/", """<html><head><meta charset="utf-8"><title>网站防火墙</title></head><body><table align=center><tr><td><b>您的请求带有不合法参数，已被网站管理员设置拦截！</b></td></tr><tr><td>可能原因：您提交的内容包含危险的攻击请求</td></tr><tr><td>如何解决：1）检查提交内容；2）如网站托管，请联系空间提供商；3）普通网站访客，请联系网站管理员；</td></tr></table></body></html>""", "challenge", "网站防火墙", None, accept={"title": [None, "您的请求带有不合法参数，已被网站管理员设置拦截！"]})
page("challenge", "http://www.yunqi2-example.gov.cn/zwgk/", """<!DOCTYPE html><html><head><meta charset="utf-8"><title>安全验证</title></head><body><div id="captcha"><h2>请完成安全验证后继续访问</h2><p>当前访问疑似黑客攻击，已被创宇盾拦截。事件编号：2024-05-06-8812</p><div id="slider"></div></div><script src="/_guard/slide.js"></script></body></html>""", "challenge", "安全验证", None, accept={"title": [None, "请完成安全验证后继续访问"]}, notes="an event number that looks like a day")

# --- 3. Downloads.

FRAME = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>{t}-{s}</title><meta name="SiteName" content="{s}">{m}</head><body><div class="hd"><a href="/">{s}</a></div><div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/xzzx/">下载中心</a></div><div class="loc">当前位置：{c}</div><div class="main">{b}</div><div class="ft">{s}主办 网站标识码：4100000077</div></body></html>'


def loc(steps):
    return " > ".join(f'<a href="/x{k}/">{s}</a>' for k, s in enumerate(steps))


page("download", "http://www.beiting2-example.gov.cn/xzzx/102.html", FRAME.format(t="建设工程施工许可申请表", s="北汀市住房和城乡建设局", m="", c=loc(["首页", "下载中心"]), b='<h1>建设工程施工许可申请表</h1><table><tr><td>软件类型</td><td>表格</td><td>更新时间</td><td>2020-08-18</td></tr><tr><td>文件大小</td><td>201 KB</td><td>下载次数</td><td>2018</td></tr></table><p><a href="/xzzx/down.php?id=102">点击下载</a></p>'),
     "download", "建设工程施工许可申请表", "北汀市住房和城乡建设局", crumbs=["首页", "下载中心"], date="2020-08-18", attachments=1, notes="table of a file with size and count of downloads", accept={"publish_date": [None], "date_where": ["none"]})
page("download", "http://www.beiting2-example.gov.cn/xzzx/index.html", FRAME.format(t="下载中心", s="北汀市住房和城乡建设局", m="", c=loc(["首页", "下载中心"]), b='<ul class="dl">' + "".join(f'<li><a href="/files/{k}.{e}">{t}</a><span>{d}</span></li>' for k, (t, e, d) in enumerate((("施工许可申请表", "doc", "2020-08-18"), ("竣工验收备案表", "xls", "2020-06-03"), ("商品房预售许可材料清单", "pdf", "2019-12-30"), ("物业维修资金支用申请", "docx", "2019-10-11"), ("招投标投诉书范本", "wps", "2019-04-26")))) + "</ul>"),
     "column-list", "下载中心", "北汀市住房和城乡建设局", crumbs=["首页", "下载中心"], rows=[("施工许可申请表", "2020-08-18"), ("竣工验收备案表", "2020-06-03"), ("商品房预售许可材料清单", "2019-12-30"), ("物业维修资金支用申请", "2019-10-11"), ("招投标投诉书范本", "2019-04-26")], state="readable", notes="rows lead to files", accept={"attachments": [5]})
page("download", "http://www.beiting2-example.gov.cn/zwgk/5188.html", FRAME.format(t="北汀市住房和城乡建设局2023年度预算公开", s="北汀市住房和城乡建设局", m='<meta name="PubDate" content="2023-02-10">', c=loc(["首页", "政务公开", "财政信息"]), b='<h1>北汀市住房和城乡建设局2023年度预算公开</h1><p>发布时间：2023-02-10</p><div class="con"><p><a href="/u/2023/ys.pdf">北汀市住房和城乡建设局2023年度预算公开.pdf</a></p></div>'),
     "article", "北汀市住房和城乡建设局2023年度预算公开", "北汀市住房和城乡建设局", crumbs=["首页", "政务公开", "财政信息"], date="2023-02-10", attachments=1, notes="the body is one attachment")

# --- 4. Bodies of pictures, frames and scripts.

page("picture", "http://www.beiting2-example.gov.cn/zwgk/5201.html", FRAME.format(t="图解：物业管理条例十问", s="北汀市住房和城乡建设局", m='<meta name="ArticleTitle" content="图解：物业管理条例十问"><meta name="PubDate" content="2023-06-06 10:10">', c=loc(["首页", "政务公开", "政策解读"]), b='<h1>图解：物业管理条例十问</h1><p class="i">发布时间：2023-06-06　来源：市住建局</p><div class="con">' + "".join(f'<p style="text-align:center"><img src="/u/2023/tj{k}.png" width="800"></p>' for k in range(1, 6)) + "</div>"),
     "interpretation", "图解：物业管理条例十问", "北汀市住房和城乡建设局", crumbs=["首页", "政务公开", "政策解读"], date="2023-06-06", source="市住建局", notes="five pictures, no text")
page("picture", "http://www.beiting2-example.gov.cn/zwgk/5202.html", FRAME.format(t="北汀市历史建筑保护图则", s="北汀市住房和城乡建设局", m="", c=loc(["首页", "政务公开", "规划信息"]), b='<h1>北汀市历史建筑保护图则</h1><p class="i">2022.07.15</p><div class="con"><iframe src="/pdfjs/web/viewer.html?file=/u/2022/tz.pdf" width="100%" height="900"></iframe></div>'),
     "article", "北汀市历史建筑保护图则", "北汀市住房和城乡建设局", crumbs=["首页", "政务公开", "规划信息"], date="2022-07-15", notes="a PDF in an iframe; a bare day with dots", attachments=1, accept={"attachments": [0]})
page("picture", "http://www.beiting2-example.gov.cn/zwgk/5203.html", FRAME.format(t="房屋安全鉴定机构名录", s="北汀市住房和城乡建设局", m='<meta name="PubDate" content="1970-01-01">', c=loc(["首页", "政务公开", "行政监管"]), b='<h1>房屋安全鉴定机构名录</h1><div class="i" id="inf"></div><script>var docreltime = "2021-03-29 16:00:00"; var docsource = "市住建局"; document.getElementById("inf").innerHTML = "发布日期：" + docreltime.substring(0,10) + " 来源：" + docsource;</script><div class="con"><p>' + "</p><p>".join(paragraphs("housing", 3)) + '</p></div><div id="fjlist"></div><script>var appendix=\'<a href="./P020210329581.xlsx">房屋安全鉴定机构名录.xlsx</a>\'; document.getElementById("fjlist").innerHTML="附件："+appendix;</script>'),
     "article", "房屋安全鉴定机构名录", "北汀市住房和城乡建设局", crumbs=["首页", "政务公开", "行政监管"], date="2021-03-29", where="script", source="市住建局", attachments=1, notes="meta PubDate 1970-01-01; day, source and attachment by script variables")

# --- 5. Shells that send on.

page("shell", "http://www.yanzhou-example.gov.cn/zwgk/", """<html><head><meta charset="utf-8"><title>跳转中</title><script>window.location.href='/col/col2292/index.html';</script></head><body></body></html>""", "other", "跳转中", None, accept={"title": [None]}, notes="redirect by script")
page("shell", "http://www.luming-example.gov.cn/zfxxgk/", """<html><head><meta http-equiv="refresh" content="0;url=./2023/index.html"></head><body>正在跳转，请稍候……</body></html>""", "other", None, None, notes="redirect by meta")
