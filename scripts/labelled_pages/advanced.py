"""gkmlpt (the catalogue platform of Guangdong) and VSB."""
import datetime
import json

from .model import fill, page
from .texts import chinese, listing, paragraphs, titles

# --- 1. gkmlpt.


def written_seconds(day):
    """Midnight of a day in Beijing in seconds; a document without a written day keeps the system's own."""
    if not day:
        return 1698681600
    return int(datetime.datetime.fromisoformat(day + "T00:00:00+08:00").timestamp())



INDEX = """
<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="UTF-8"><meta name="renderer" content="webkit"><title>{{unit}}信息公开目录</title>
<meta name="SiteName" content="{{site}}"><meta name="SiteIDCode" content="4409000{{n}}"><meta name="ColumnName" content="政府信息公开"><meta name="ColumnType" content="信息公开目录">
<link rel="stylesheet" href="/gkmlpt/css/gkml.css?v=2.{{n}}"><script>
window._CONFIG = {ISLOCAL:0, SID:'{{sid}}', SITE_ID:{{sid}}, AREA_ID:'4409', SERVICE_AREA_ID:'445', CITY:"{{site}}", LIST_TYPE:1, TREE: {{tree}}, ORG:"{{unit}}", LAST_UPDATE:"2024-05-20 10:00:01"};
</script></head><body><div id="app"><div class="header"><a class="logo" href="{{home}}">{{unit}}</a></div>
<div class="box"><div class="nav-left"><ul><li class="on">政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li><li>政府信息公开年报</li></ul></div>
<div class="con-right">{{inner}}</div></div></div>
<div class="footer"><p>主办：{{unit}} 粤ICP备000000{{n}}号 网站标识码：4409000{{n}}</p></div>
<script src="/gkmlpt/js/manifest.js"></script><script src="/gkmlpt/js/index.js"></script></body></html>
"""
TREE = [{"id": 1490, "name": "法定主动公开内容", "jump_url": "", "post_count": 388, "children": [{"id": 1491, "name": "机构职能", "children": [], "jump_url": "", "post_count": 4}, {"id": 1492, "name": "规范性文件", "children": [], "jump_url": "", "post_count": 71}]}]
for n, (host, site, unit, sid, inner, state, notes) in enumerate((
    ("www.yunxiu-example.gov.cn", "云岫区人民政府", "云岫区人民政府办公室", 668123, '<div class="list-title"><h3>{{ current.name }}</h3></div><ul class="list"></ul><div class="page"></div>', "unreadable", "shell of an application: the tree is JSON, rows come from the interface"),
    ("www.yunxiu-example.gov.cn", "云岫区人民政府", "云岫区卫生健康局", 668140, "<noscript>请开启 JavaScript 后浏览本页。</noscript>", "unreadable", "noscript text only"),
)):
    page("gkmlpt", f"http://{host}/{'' if not n else 'wjj/'}gkmlpt/index#149{n}", fill(INDEX.replace("{{inner}}", inner.replace("{{", "\x01").replace("}}", "\x02")), n=40 + n, unit=unit, site=site, sid=sid, tree=json.dumps(TREE, ensure_ascii=False), home="/").replace("\x01", "{" + "{").replace("\x02", "}" + "}"),
         "directory", unit + "信息公开目录", site, column="政府信息公开", state=state, notes=notes,
         accept={"title": ["政府信息公开", "政府信息公开目录", unit, "信息公开目录"], "column": [None, unit + "信息公开目录", "信息公开目录"]})

CONTENT = """
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{{title}}</title><meta name="SiteName" content="{{site}}">{{metas}}
<link rel="stylesheet" href="/gkmlpt/css/content.css"><script>
window._CONFIG = {SID:'{{sid}}', SERVICE_AREA_ID:'445', DETAIL: {{detail}} };
</script></head><body><div id="gkml-content"><div class="head"><h2>{{org}}</h2><span>政府信息公开</span></div>
{{shown}}
</div><div class="footer">{{org}}主办　粤公网安备 44090002000{{n}}号　联系电话：0668-2023112</div><script src="/gkmlpt/js/content.js"></script></body></html>
"""
TABLE = """<div class="classify"><table><tr><td class="name">索引号：</td><td>{index}</td><td class="name">分类：</td><td>{theme}</td></tr><tr><td class="name">发布机构：</td><td>{unit}</td><td class="name">成文日期：</td><td>{written}</td></tr><tr><td class="name">名称：</td><td colspan="3">{title}</td></tr><tr><td class="name">文号：</td><td>{number}</td><td class="name">发布日期：</td><td>{date}</td></tr><tr><td class="name">主题词：</td><td colspan="3"></td></tr></table></div><div class="content"><h1 class="title document-title">{title}</h1><div class="date-row">发布日期：{date}　浏览次数：<span class="article-view">-</span></div><div class="article-content">{body}</div>{files}<div class="share">分享到：</div></div>"""
for n, (host, base, site, unit, title, number, index, written, date, topic, files, shown, kind, notes) in enumerate((
    ("www.yunxiu-example.gov.cn", "/gkmlpt", "云岫区人民政府", "云岫区人民政府办公室", "云岫区人民政府关于印发森林火灾应急预案的通知", "云府〔2023〕12号", "11445381007072345C/2023-00176", "2023-10-31", "2023-11-08", "safety", 1, True, "policy", None),
    ("www.yunxiu-example.gov.cn", "/wjj/gkmlpt", "云岫区卫生健康局", "云岫区卫生健康局", "云岫区卫生健康局2022年度部门决算公开", "", "11445381MB2D0419XU/2023-00044", "2023-09-15", "2023-09-18", "health", 1, True, "article", "empty 文号 cell"),
    ("www.yunxiu-example.gov.cn", "/gkmlpt", "云岫区人民政府", "云岫区发展和改革局", "关于云岫区天然气销售价格联动调整的通知", "云发改价格〔2021〕17号", "11445381007072345C/2021-00300", "2021-06-29", "2021-07-01", "market", 0, False, "policy", "server sends an empty frame; title, day, number and text are in _CONFIG.DETAIL"),
    ("www.fengdao-example.gov.cn", "/gkmlpt", "枫岛市政府门户网站", "枫岛市交通运输局", "枫岛市公路桥梁限载公告", "枫交告〔2024〕1号", "MB2C90421/2024-00008", "2024-01-02", "2024-01-05", "roads", 0, True, "policy", "document and web day three days apart"),
    ("www.fengdao-example.gov.cn", "/gkmlpt", "枫岛市政府门户网站", "枫岛市农业农村局", "枫岛市2020年高标准农田建设项目竣工验收情况", "", "007172903/2020-00561", "", "2020-12-25", "farming", 2, False, "article", "only in _CONFIG.DETAIL; unix seconds beside the day of creation"),
)):
    body = "".join(f"<p>{p}</p>" for p in paragraphs(topic, 4, n)) + ("<p>本通知有效期5年，自2021年7月1日起至2026年6月30日止。</p>" if n == 2 else "")
    links = "".join(f'<p><a href="/gkmlpt/attachment/0/5{k}/post_{k}.pdf">附件{k + 1}：{title[:8]}表{k + 1}.pdf</a></p>' for k in range(files))
    detail = json.dumps({"id": 4301000 + n, "title": title, "document_number": number, "identifier": index, "publisher": unit, "date": written_seconds(written), "created_at": date + " 16:45:12", "create_time": 1608861600, "display_publish_time": date, "first_publish_time": date + " 16:45:12", "is_abolished": 0, "content": body + links, "attachment": [{"name": f"{title[:8]}表{k + 1}.pdf", "url": f"/gkmlpt/attachment/0/5{k}/post_{k}.pdf"} for k in range(files)]}, ensure_ascii=n % 2 == 0).replace("</", "<\\/")
    page("gkmlpt", f"http://{host}{base}/content/4/430/post_{4301000 + n}.html",
         fill(CONTENT, title=title, site=site, sid=668123, n=n, org=unit, detail=detail,
              metas=f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{date} 16:45:12">' if shown else "",
              shown=TABLE.format(index=index, theme="其他", unit=unit, written=written, title=title, number=number, date=date, body=body, files=f'<div class="fujian"><span>附件下载：</span>{links}</div>' if files else "") if shown else '<div class="classify"></div><div class="content"><h1 class="title"></h1><div class="article-content"></div></div>'),
         kind, title, site, date=date, where="visible-label" if shown else "script", written=written or None, number=number or None, index=index, attachments=files, notes=notes,
         **({} if shown else {"accept": {"title": []}}))
page("gkmlpt", "http://www.fengdao-example.gov.cn/zwgk/content/post_77310.html", """<!DOCTYPE html><html><head><meta charset="utf-8"><title>枫岛市召开灌区改造调度会 - 枫岛市政府门户网站</title><meta name="SiteName" content="枫岛市政府门户网站"><meta name="ArticleTitle" content="枫岛市召开灌区改造调度会"><meta name="PubDate" content="2024-04-16 20:31:00"><meta name="ContentSource" content="枫岛融媒"><meta name="ColumnName" content="政务动态"></head><body>
<div class="topbar"><a href="/">枫岛市政府门户网站</a><span id="rq"></span></div><ul class="menu"><li><a href="/">首页</a><li><a href="/zwgk/">政务</a><li><a href="/fw/">服务</a></ul>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务</a> &gt; <a href="/zwgk/zwdt/">政务动态</a></div>
<div class="article"><h1>枫岛市召开灌区改造调度会</h1><p class="fbsj">信息来源：枫岛融媒<i class="sx">|</i>时间：2024-04-16 20:31:00<i class="sx">|</i>浏览量：<em>2024</em></p><div class="article-content"><p>""" + "</p><p>".join(paragraphs("farming", 4, 2)) + """</p></div><div class="pn"><p>上一篇：<a href="post_77309.html">枫岛市部署春季造林</a> 2024-04-12</p><p>下一篇：<a href="post_77311.html">枫岛市推进托育服务</a> 2024-04-18</p></div></div>
<footer>枫岛市人民政府主办 网站标识码：4409830012</footer></body></html>""", "article", "枫岛市召开灌区改造调度会", "枫岛市政府门户网站", crumbs=["首页", "政务", "政务动态"], date="2024-04-16", source="枫岛融媒", notes="neighbour links carry days")

# --- 2. VSB: li#line_u, pager that counts down, vsb_content, attachment by download.jsp.

HEAD = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<HTML><HEAD>
<META Content="IE=edge" http-equiv="X-UA-Compatible">
<META content="text/html; charset=UTF-8" http-equiv="Content-Type">
<TITLE>{{head}}</TITLE><META Name="keywords" Content="{{site}}" />{{metas}}
<!--Announced by Visual SiteBuilder 9-->
<link rel="stylesheet" type="text/css" href="{{up}}_sitegray/_sitegray_d.css" />
<script language="javascript" src="{{up}}_sitegray/_sitegray.js"></script>
<LINK href="{{up}}style/index.css" type="text/css" rel="stylesheet">
<script type="text/javascript" src="/system/resource/js/counter.js"></script>
<script type="text/javascript">_jsq_(1005,'/content.jsp',{{id}},1457823019)</script>
</HEAD><BODY>
"""
FOOT = """
<!--#endeditable-->
<DIV class="foot"><script language="javascript" src="/system/resource/js/dynclicks.js"></script>
<P>版权所有：{{unit}} &nbsp; 地址：{{place}}解放路２号 &nbsp; 邮编：121000</P><P>辽ICP备1400{{id}}号 &nbsp; 网站标识码：2107000{{code}} &nbsp; 您是第<span id="vc">2019325</span>位访客</P></DIV>
</BODY></HTML>
"""


def vsb(host, path, site, unit, place, code, ident, head, main, kind, title, metas="", up="../", **more):
    html = fill(HEAD, head=head, site=site, metas=metas, up=up, id=ident) + main + fill(FOOT, unit=unit, place=place, id=ident, code=code)
    page("vsb", f"http://{host}{path}", html, kind, title, more.pop("seen", site), **more)


def line_list(rows, u, cell):
    return "".join(f'<li id="line_u{u}_{k}">{cell(k, t, d)}</li>\n' for k, (t, d) in enumerate(rows))


MENU = '<DIV class="top"><A href="../index.htm"><IMG src="../images/logo.png" border=0></A></DIV><DIV class="dh"><UL><LI><A href="../index.htm">网站首页</A></LI><LI><A href="../jgzn.htm">机构职能</A></LI><LI><A href="../gzdt.htm">工作动态</A></LI><LI><A href="../xxgk.htm">信息公开</A></LI><LI><A href="../tjsj.htm">统计数据</A></LI></UL></DIV>'
ROWS = listing("梧岭市", "2019-03-22", 10, 8)
vsb("tjj.wuling2-example.gov.cn", "/gzdt/14.htm", "梧岭市统计局", "梧岭市统计局", "梧岭市", 41, 1071, "工作动态-梧岭市统计局",
    MENU + '<DIV class="wz">当前位置：<A href="../index.htm">网站首页</A>&gt;&gt;<A href="../gzdt.htm">工作动态</A></DIV><DIV class="lb"><UL>'
    + line_list(ROWS, 8, lambda k, t, d: f'<A href="../info/1005/{2310 - k}.htm" target="_blank" title="{t}">{t[:18]}{"..." if len(t) > 18 else ""}</A><SPAN>{d.replace("-", "年", 1).replace("-", "月")}日</SPAN>')
    + '</UL><link rel="stylesheet" href="/system/resource/css/pagedown/sys.css"><div class="pb_sys_common"><span class="p_t">共155条</span><span class="p_pages"><span class="p_first p_fun"><a href="../gzdt.htm">首页</a></span><span class="p_prev p_fun"><a href="15.htm">上页</a></span><span class="p_no"><a href="../gzdt.htm">1</a></span><span class="p_no_d">2</span><span class="p_no"><a href="13.htm">3</a></span><span class="p_dot">...</span><span class="p_no"><a href="1.htm">16</a></span><span class="p_next p_fun"><a href="13.htm">下页</a></span><span class="p_last p_fun"><a href="1.htm">尾页</a></span></span></div></DIV>',
    "column-list", "工作动态", crumbs=["网站首页", "工作动态"], rows=ROWS, state="readable", pages=16, notes="numbers of pages count down")
ROWS = listing("梧岭市", "2021-06-30", 8, 19)
vsb("tjj.wuling2-example.gov.cn", "/xxgk/tzgg.htm", "梧岭市统计局", "梧岭市统计局", "梧岭市", 41, 1082, "通知公告-梧岭市统计局",
    MENU + '<table width="100%"><tr><td class="winstyle"><A href="../index.htm" class="windowstyle">网站首页</A><SPAN class="splitstyle">&gt;&gt;</SPAN><A href="../xxgk.htm">信息公开</A><SPAN>&gt;&gt;</SPAN><A href="tzgg.htm">通知公告</A></td></tr></table><TABLE class="winstyle1077" cellspacing="3" border="0" width="100%">'
    + "".join(f'<tr id="lineu9_{k}" height="22"><td class="leaderfont1077" nowrap align="left" width="1%"><span class="leaderfont1077">&bull;</span></td><td><a class="c1077" href="../info/1082/{900 - k}.htm" target="_blank" title="{t}">{t[:15]}{"……" if len(t) > 15 else ""}</a>{"<img src=/images/new.gif>" if k < 2 else ""}</td><td width="1%" nowrap><span class="timestyle1077">{d[2:].replace("-", "/")}&nbsp;</span></td></tr>' for k, (t, d) in enumerate(ROWS))
    + '</TABLE><div class="pg">共８条&nbsp;1/1&nbsp;首页 上页 下页 尾页</div>',
    "column-list", "通知公告", crumbs=["网站首页", "信息公开", "通知公告"], rows=ROWS, state="readable", notes="two-digit years in the rows; full-width digits in the pager")
vsb("tjj.wuling2-example.gov.cn", "/xxgk/rsxx.htm", "梧岭市统计局", "梧岭市统计局", "梧岭市", 41, 1083, "人事信息-梧岭市统计局",
    MENU + '<DIV class="wz">当前位置：<A href="../index.htm">网站首页</A>&gt;&gt;<A href="../xxgk.htm">信息公开</A>&gt;&gt;<A href="rsxx.htm">人事信息</A></DIV><DIV class="lb"><UL></UL><div class="pb_sys_common"><span class="p_t">共0条</span></div></DIV>',
    "column-list", "人事信息", crumbs=["网站首页", "信息公开", "人事信息"], rows=[], state="empty", notes="empty ul and 共0条")


def vsb_article(title, info, body, files=""):
    return f'<form name="_newscontent_fromname"><h2 align="center">{title}</h2><div class="nry01" style="text-align:center">{info}</div><div id="vsb_content_2"><div class="v_news_content">{body}</div></div><div id="div_vote_id"></div>{files}<p>上一条：<a href="2305.htm">梧岭市召开经济运行分析会</a></p><p>下一条：<a href="2303.htm">梧岭市开展价格监测</a></p>【<a href="#" onclick="window.opener=null;window.close();return false;">关闭</a>】</form>'


TRAIL = '<DIV class="wz">当前位置：<A href="../../index.htm">网站首页</A>&gt;&gt;<A href="../../{0}.htm">{1}</A>&gt;&gt;正文</DIV>'
vsb("tjj.wuling2-example.gov.cn", "/info/1005/2310.htm", "梧岭市统计局", "梧岭市统计局", "梧岭市", 41, 1005, "梧岭市统计局开展基层统计人员业务培训-梧岭市统计局",
    MENU + TRAIL.format("gzdt", "工作动态") + vsb_article("梧岭市统计局开展基层统计人员业务培训", "2019年03月22日 09:15&nbsp;&nbsp;办公室&nbsp;&nbsp;点击：[<script>_showDynClicks('wbnews', 1457823019, 2310)</script>]", "".join(f'<p class="vsbcontent_start">{p}</p>' for p in paragraphs("jobs", 4, 2))),
    "article", "梧岭市统计局开展基层统计人员业务培训", up="../../", crumbs=["网站首页", "工作动态", "正文"], date="2019-03-22", notes="author unlabelled after the day", accept={"breadcrumb": [["网站首页", "工作动态"]], "source": ["办公室"]})
vsb("tjj.wuling2-example.gov.cn", "/info/1082/900.htm", "梧岭市统计局", "梧岭市统计局", "梧岭市", 41, 1082, "关于开展劳动工资统计数据质量核查的通知-梧岭市统计局",
    MENU + TRAIL.format("xxgk/tzgg", "通知公告") + vsb_article("关于开展劳动工资统计数据质量核查的通知", "发布时间：2021-06-30 &nbsp; 浏览次数：<span id='dynclicks_wbnews_900_1'></span>", "<p>各县（市）区统计局：</p>" + "".join(f"<p>{p}</p>" for p in paragraphs("market", 3)) + "<p>核查对象为2020年1月1日以后入库的单位。</p><p>梧统字[2021]14号</p>", "<UL style='list-style-type:none;'><li>附件【<a href='/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1457823019&wbfileid=B61' target=_blank>核查表.xls</a>】已下载<span id='nattach61'><script>getClickTimes(61,1457823019,\"wbnewsfile\",\"attach\")</script></span>次</li><li>附件【<a href='/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1457823019&wbfileid=B62' target=_blank>名单.docx</a>】已下载次</li></UL>"),
    "policy", "关于开展劳动工资统计数据质量核查的通知", up="../../", crumbs=["网站首页", "通知公告", "正文"], date="2021-06-30", number="梧统字〔2021〕14号", attachments=2, notes="square brackets in the number, at the end of the body", accept={"breadcrumb": [["网站首页", "通知公告"]], "doc_number": ["梧统字[2021]14号", None]})
ROWS = [("鹤岭区农业农村局关于春季动物防疫的公告", "2024-03-18"), ("鹤岭区农业农村局兽药经营许可名单", "2024-02-27"), ("鹤岭区农村集体产权交易信息", "2024-02-01"), ("鹤岭区渔业资源增殖放流公示", "2023-12-29")]
vsb("www.heling-example.gov.cn", "/bm/nyj/ggl.htm", "鹤岭区人民政府", "鹤岭区人民政府", "鹤岭区", 52, 2211, "公告栏-鹤岭区人民政府",
    '<div class="hl-h"><a href="../../index.htm">鹤岭区人民政府</a></div><div class="hl-p"><a href="../../index.htm">首页</a> / <a href="../../bm.htm">部门</a> / <a href="../nyj.htm">区农业农村局</a> / <span>公告栏</span></div><div class="hl-l">'
    + "".join(f'<div id="line_u4_{k}" class="row"><a href="../../info/2211/{40 - k}.htm"><div class="date"><p class="ym">{d[:7].replace("-", ".")}</p><p class="dd">{d[8:]}</p></div><div class="tx"><h3>{t}</h3><p>{paragraphs("farming", 1, k)[0]}</p></div></a></div>' for k, (t, d) in enumerate(ROWS)) + "</div>",
    "column-list", "公告栏", crumbs=["首页", "部门", "区农业农村局", "公告栏"], rows=ROWS, state="readable", notes="the link holds day boxes, headline and summary")
vsb("www.heling-example.gov.cn", "/info/2211/40.htm", "鹤岭区人民政府", "鹤岭区人民政府", "鹤岭区", 52, 2211, "鹤岭区农业农村局关于春季动物防疫的公告-鹤岭区人民政府",
    '<div class="hl-h"><a href="../../index.htm">鹤岭区人民政府</a></div><div class="hl-p"><a href="../../index.htm">首页</a> / <a href="../../bm.htm">部门</a> / <a href="../../bm/nyj.htm">区农业农村局</a> / <a href="../../bm/nyj/ggl.htm">公告栏</a></div><div class="hl-a"><h1>鹤岭区农业农村局关于春季动物防疫的公告</h1><div class="meta"><span>发布人：办公室</span><span>来源：区农业农村局</span><span>发布时间：2024-03-18</span></div><div id="vsb_content">' + "".join(f"<p>{p}</p>" for p in paragraphs("farming", 4, 3)) + '<p><img class="img_vsb_content" src="/__local/7/1F/C0/2A.jpg"></p></div></div>',
    "article", "鹤岭区农业农村局关于春季动物防疫的公告", up="../../", crumbs=["首页", "部门", "区农业农村局", "公告栏"], date="2024-03-18", source="区农业农村局", metas='<META Name="description" Content="公告" />')
vsb("www.heling-example.gov.cn", "/info/2211/22.htm", "鹤岭区人民政府", "鹤岭区人民政府", "鹤岭区", 52, 2211, "鹤岭区防控应急演练图片-鹤岭区人民政府",
    '<div class="hl-h"><a href="../../index.htm">鹤岭区人民政府</a></div><div class="hl-p"><a href="../../index.htm">首页</a> / <a href="../../bm.htm">部门</a> / <a href="../../bm/nyj.htm">区农业农村局</a> / <a href="../../bm/nyj/ggl.htm">公告栏</a></div><div class="hl-a"><h1>鹤岭区防控应急演练图片</h1><div class="meta"><span>来源：</span><span>发布时间：2023-10-1２</span></div><div id="vsb_content"><p><img class="img_vsb_content" src="/__local/A.jpg"></p><p><img class="img_vsb_content" src="/__local/B.jpg"></p></div></div>',
    "article", "鹤岭区防控应急演练图片", up="../../", crumbs=["首页", "部门", "区农业农村局", "公告栏"], date="2023-10-12", notes="one full-width digit in the day; body of pictures; 来源 empty")
