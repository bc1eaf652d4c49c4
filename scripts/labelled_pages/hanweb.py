"""Hanweb: jcms columns with a <datastore>, articles old and new, jpaas and its policy pages."""
from .model import fill, page
from .texts import chinese, days, listing, paragraphs, titles

# --- 1. Old jcms column: table rows inside the XML, XHTML frame, menu by table.

OLD_COLUMN = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{{site}} {{column}}</title>
<meta name='SiteName' content='{{site}}' /><meta name='SiteDomain' content='{{host}}' />
<meta name='SiteIDCode' content='3300000{{web}}' /><meta name='ColumnName' content='{{column}}' /><meta name='ColumnType' content='工作动态' />
<link href="/images/{{web}}/css_base.css" rel="stylesheet" type="text/css" />
<script language="javascript" src="/script/0/1604111432.js"></script>
<script type="text/javascript">
function SetHome(obj,url){try{obj.style.behavior='url(#default#homepage)';obj.setHomePage(url);}catch(e){alert('请手动设置首页');}}
var d=new Date();var weekday=["日","一","二","三","四","五","六"];
function today(){document.write("今天是 "+d.getFullYear()+"年"+(d.getMonth()+1)+"月"+d.getDate()+"日 星期"+weekday[d.getDay()]);}
</script>
<!--[if IE 6]><script src="/script/DD_belatedPNG.js"></script><![endif]-->
</head>
<body>
<div id='barrierfree_container'>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td height="32" background="/images/{{web}}/top.gif"><span class="date"><script>today();</script></span></td>
<td align="right"><a href="javascript:void(0)" onclick="SetHome(this,'http://{{host}}/')">设为首页</a> | <a href="http://mail.{{host}}/">机关邮箱</a> | <a href="/wap/index.html">手机版</a></td></tr></table>
<table width="1000" align="center" class="nav"><tr>
<td><a href="http://{{host}}/">首页</a></td><td><a href="/col/col1101/index.html">走进{{short}}</a></td><td><a href="/col/col1102/index.html">新闻中心</a></td><td><a href="/col/col1103/index.html">政务公开</a></td><td><a href="/col/col1104/index.html">办事服务</a></td><td><a href="/col/col1105/index.html">互动交流</a></td></tr></table>
<table width="1000" align="center"><tr><td width="230" valign="top" class="left">
<div class="lm_bt">政务公开</div>
<ul class="lm">
<li><a href="/col/col1201/index.html">机构信息</a></li><li><a href="/col/col1202/index.html">法规文件</a></li><li><a href="/col/col1203/index.html">规划计划</a></li><li><a href="/col/col1204/index.html">工作信息</a></li><li><a href="/col/col1205/index.html">财政信息</a></li></ul>
<div class="lm_bt">热点排行</div><ul class="hot"><li><a href="/art/2016/8/1/art_1204_3001.html" title="往年供水保障工作回顾">往年供水保障工作回顾</a><span>2016-08-01</span></li><li><a href="/art/2015/2/11/art_1204_2099.html">{{short}}旅游年卡发行</a><span>2015-02-11</span></li></ul>
</td><td valign="top">
<table width="100%" class="dqwz"><tr><td>您的位置：<a href='/'>首页</a> > {{trail}}</td></tr></table>
<div class='{{box}}'>
<script type="text/javascript" src="/script/jpage.js"></script>
{{list}}
</div></td></tr></table>
<table width="1000" align="center" class="foot"><tr><td align="center">主办：{{unit}} 版权所有 &copy; 2009-2018<br />地址：{{short}}人民路18号 邮编：314600 电话：0573-0000-2017<br /><a href="http://beian.miit.gov.cn">浙ICP备09000201号-1</a> 网站标识码：3300000{{web}}<br />您是第 <script src="/module/count.jsp?w={{web}}"></script>20180118 位访问者</td></tr></table>
</div></body></html>
"""

RECORDS = """
<div id="{{unitid}}" style="margin:0 auto;">
<script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="/module/jpage/dataproxy.jsp?page=1&appid=1&appid=1&webid={{web}}&path=/&columnid={{columnid}}&unitid={{unitid}}&webname={{webname}}&permissiontype=0"></a>]]></nextgroup>
<recordset>
{{records}}
</recordset></datastore></script></div>
<script type="text/javascript">
$('#{{unitid}}').jpage({pagenum:'page',totalRecord:{{total}},openCookies:false,openMode:0,currentPage:1,perPage:{{per}},webId:{{web}},columnId:{{columnid}},unitId:{{unitid}},
sourceContentType:1,proxyUrl:'/module/jpage/dataproxy.jsp',barPosition:'bottom',ajaxParam:{appid:1,webid:{{web}},path:'/',columnid:{{columnid}},sourceContentType:1,unitid:{{unitid}},webname:'{{name}}',permissiontype:0}});
</script>
"""


def old_column(host, site, short, unit, web, trail, columnid, rows, total, cell, state="readable", **more):
    records = "\n".join(f"<record><![CDATA[{cell(k, title, day)}]]></record>" for k, (title, day) in enumerate(rows))
    steps = trail.split("|")
    html = fill(
        OLD_COLUMN, site=site, host=host, short=short, unit=unit, web=web, column=steps[-1],
        box="default_pgContainer" if columnid % 2 else "list_con",
        trail=" > ".join(f"<a href='/col/col{columnid + 7 - k}/index.html' class='bt_link'>{s}</a>" for k, s in enumerate(steps)),
        list=fill(RECORDS, unitid=columnid * 3 + 11, web=web, columnid=columnid, records=records,
                  total=total, per=15, webname="%E6%B5%8B", name=site))
    page("hanweb-column", f"{host}/col/col{columnid}/index.html", html, "column-list", steps[-1], site,
         crumbs=["首页"] + steps, rows=[(t, d) for t, d in rows], state=state, **more)


ROWS = listing("望溪县", "2018-01-19", 15, 3)
old_column(
    "www.wangxi-example.gov.cn", "望溪县人民政府", "望溪", "望溪县人民政府办公室", 61, "政务公开|工作信息|通知公告", 1233, ROWS, 211,
    lambda k, t, d: f"""<tr><td height="26"><img src="/picture/0/dot.gif">&nbsp;<a style='font-size:9pt' href='/art/{d[:4]}/{int(d[5:7])}/{int(d[8:])}/art_1233_{8120 - k}.html' class='bt_link' title='{t}' target="_blank">{t[:22] + ('...' if len(t) > 22 else '')}</a></td><td width="90" class="bt_time">[{d}]</td></tr>""",
    notes="rows stand in XML inside a script; titles cut with ... carry the whole in title=", pages=15)
ROWS = listing("鹿鸣县", "2026-01-23", 12, 11, (0, 2, 5, 1))
old_column(
    "www.luming-example.gov.cn", "鹿鸣县人民政府门户网站", "鹿鸣", "鹿鸣县人民政府", 73, "信息公开|公示公告", 20418, ROWS, 12,
    lambda k, t, d: f"<li>\n<a href=\"//www.luming-example.gov.cn/art/{d[:4]}/{int(d[5:7])}/{int(d[8:])}/art_20418_{55120 - k * 3}.html\"\ntarget='_blank'>\n{t}\n</a>\n<span>{d[:5]}\n{d[5:8]}\n{d[8:]}</span>\n</li>",
    notes="days in the rows are broken over lines; one page holds all rows")
old_column(
    "www.wangxi-example.gov.cn", "望溪县人民政府", "望溪", "望溪县人民政府办公室", 61, "政务公开|财政信息|专项资金", 1277, [], 0,
    lambda k, t, d: "", state="empty", notes="empty recordset and totalRecord 0: an empty column, though the side list has dated rows")
ROWS = [("[政策] " * (k % 3 == 0) + t, d) for k, (t, d) in enumerate(listing("鹿鸣县", "2021-09-30", 15, 23))]
old_column(
    "www.luming-example.gov.cn", "鹿鸣县人民政府门户网站", "鹿鸣", "鹿鸣县人民政府", 73, "信息公开|法规文件|县政府文件", 20431,
    [(t.removeprefix("[政策] "), d) for t, d in ROWS], 46,
    lambda k, t, d: f"<tr><td class='xh'>{k + 1}</td><td><a href='%2Fart%2F{d[:4]}%2F{int(d[5:7])}%2F{int(d[8:])}%2Fart_20431_{k + 901}.html'>{'<b>[政策]</b> ' if k % 3 == 0 else ''}{t.removeprefix('[政策] ')}</a></td><td align=center>{d.replace('-', '/')}</td></tr>",
    notes="every third row has a prefix [政策]; addresses are percent-escaped",
    pages=4)

# --- 2. Old jcms article: everything in tables, particulars in one cell, hit counter by script.

OLD_ARTICLE = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{{site}} {{column}} {{title}}</title>
<meta name="Maketime" content="{{make}}">
<meta name="SiteName" content="{{site}}"><meta name="ColumnName" content="{{column}}"><meta name="ArticleTitle" content="{{title}}">
<meta name="PubDate" content="{{pub}}"><meta name="ContentSource" content="{{source}}"><meta name="author" content="">
<script language="javascript" src="/script/0/1012141021.js"></script>
<link href="/images/17/style.css" rel="stylesheet" type="text/css"><style>.bt_title{font:bold 20px 宋体}</style></head>
<body topmargin="0">
<div id='hiddenLocation' style='display:none;'><span id='ss_webid'>17</span><span id='col1_name'>{{column}}</span><span id='col1_url'>/col/col{{col}}/index.html</span></div>
<table width="980" border="0" align="center"><tr><td><img src="/picture/0/banner.jpg" width="980" height="140" alt="{{site}}"></td></tr>
<tr><td class="menu"><a href="/">首 页</a>&nbsp;|&nbsp;<a href="/col/col11/index.html">政务动态</a>&nbsp;|&nbsp;<a href="/col/col12/index.html">政府信息公开</a>&nbsp;|&nbsp;<a href="/col/col13/index.html">网上办事</a>&nbsp;|&nbsp;<a href="/col/col14/index.html">公众参与</a></td></tr>
<tr><td height="30">当前位置：{{trail}}</td></tr></table>
<table id="c" cellspacing="0" cellpadding="0" width="980" align="center" border="0"><tbody>
{{record}}
<tr><td class="title" align="center"><!--<$[标题名称]>begin-->{{title}}<!--<$[标题名称]>end--></td></tr>
<tr><td align="center" class="bt_content_time">{{particulars}}</td></tr>
<tr><td><hr size="1" color="#ccc"></td></tr>
<tr><td class="bt_content"><!--ZJEG_RSS.content.begin--><div id="zoom"><!--<$[信息内容]>begin-->{{body}}<!--<$[信息内容]>end--></div><!--ZJEG_RSS.content.end-->{{after}}</td></tr>
<tr><td align="right">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></tbody></table>
<table width="980" align="center"><tr><td>上一篇：<a href="art_{{col}}_201.html">{{previous}}</a></td></tr><tr><td>下一篇：没有了</td></tr></table>
<div class="foot">{{foot}}<br>Copyright (c) 2006-2020 All Rights Reserved</div>
</body></html>
"""


def old_article(host, site, col, ident, trail, title, body, *, pub, particulars, foot, source="", record="", after="", kind="article", crumbs, **more):
    day = (more.get("date") or pub[:10] or "2017-05-09").split("-")
    html = fill(
        OLD_ARTICLE, site=site, column=crumbs[-1], title=title, make="2021-06-30 03:11:09", pub=pub, source=source,
        col=col, trail=trail, record=record, particulars=particulars, after=after, foot=foot,
        previous="关于启用新印章的通知（2011年）", body=body)
    page("hanweb-article", f"{host}/art/{day[0]}/{int(day[1])}/{int(day[2])}/art_{col}_{ident}.html", html, kind, title, site,
         crumbs=crumbs, source=source or None, **more)


def body_of(topic, start=0, count=4, style="text-indent:2em"):
    return "".join(f'<p style="{style}">&nbsp;&nbsp;{p}</p>' for p in paragraphs(topic, count, start))


old_article(
    "www.wangxi-example.gov.cn", "望溪县人民政府", 1233, 8118,
    "<a href='/'>首页</a> &gt; <a href='/col/col1103/index.html'>政务公开</a> &gt; <a href='/col/col1233/index.html'>通知公告</a>",
    "望溪县气象局关于县道X12线临时封闭施工期间天气情况的提醒", body_of("roads") + "<p>会商会议定于2018年2月6日上午在县交通运输局三楼召开，电话2018-2306。</p>",
    pub="2018-01-17 09:21", source="县气象局",
    particulars="发布日期：2018-01-17&nbsp;&nbsp;信息来源：县气象局&nbsp;&nbsp;浏览次数：<script language='javascript' src='/module/visitcount/articlehits.jsp?colid=1233&artid=8118'></script>20180&nbsp;&nbsp;字体：[ <a href='javascript:doZoom(18)'>大</a> <a href='javascript:doZoom(14)'>小</a> ]",
    foot="主办单位：望溪县人民政府办公室", crumbs=["首页", "政务公开", "通知公告"], date="2018-01-17",
    notes="a meeting day, a phone number and a hit counter look like days")
NUMBER = "望政办发〔2019〕45号"
old_article(
    "www.wangxi-example.gov.cn", "望溪县人民政府", 1240, 9077,
    "<a href='/'>首页</a> &gt; <a href='/col/col1202/index.html'>法规文件</a> &gt; <a href='/col/col1240/index.html'>县府办文件</a>",
    "望溪县人民政府办公室关于印发农村饮用水水源保护管理办法的通知",
    "<p align=center>望政办发〔2019〕45号</p><p>各镇人民政府、街道办事处，县政府各部门：</p>" + body_of("water") + "<p>根据省政府办公厅《关于加强水源保护的意见》（浙虚办发〔2018〕66号）要求，制定本办法，有效期至2024年9月30日。</p><p align=right>望溪县人民政府办公室</p><p align=right>2019年8月28日</p><p>（此件公开发布）</p>",
    pub="2019-09-03 16:02",
    record="<tr><td><table border='1' width='96%' class='xxgk'><tr><td>索引号：</td><td>33042100/2019-00218</td><td>文件编号：</td><td>望政办发〔2019〕45号</td></tr><tr><td>发布机构：</td><td>县府办</td><td>成文日期：</td><td>2019-08-28</td></tr><tr><td>主题分类：</td><td>水利、水务</td><td>有效性：</td><td>有效</td></tr></table></td></tr>",
    particulars="发布日期：2019-09-03 16:02&nbsp;&nbsp;浏览次数：<span id=hits>2019</span>&nbsp;&nbsp;来源：望溪县人民政府办公室",
    foot="主办单位：望溪县人民政府办公室", after="<p>附件：<a href='/module/download/downfile.jsp?classid=0&filename=1909031602.doc'>农村饮用水水源地名录.doc</a></p><p><img src='/images/i_pdf.gif'><a href='/attach/0/f24c.pdf'>望政办发〔2019〕45号.pdf</a></p>",
    kind="policy", crumbs=["首页", "法规文件", "县府办文件"], date="2019-09-03", written="2019-08-28",
    source="望溪县人民政府办公室", number=NUMBER, index="33042100/2019-00218", attachments=2,
    notes="written and published days differ; validity day and a cited number in the body")
old_article(
    "www.luming-example.gov.cn", "鹿鸣县人民政府门户网站", 20418, 55120,
    "<a href='/'>首页</a> > <a href='/col/col20400/index.html'>信息公开</a> > <a href='/col/col20418/index.html'>公示公告</a>",
    "鹿鸣县2025年度公益性岗位补贴发放公示", body_of("jobs", 1) + "<p>公示期：2026年1月23日至2026年1月29日，共7天。</p>",
    pub="2026-01-23 17:40:12", source="", particulars="时间： 2026-01-23 17:40 &nbsp; 来源： &nbsp; 访问量：<script src='/module/visitcount/artvisit.jsp'></script>",
    foot="承办单位：鹿鸣县大数据中心", crumbs=["首页", "信息公开", "公示公告"], date="2026-01-23", notes="来源 stands there and is empty")
old_article(
    "www.luming-example.gov.cn", "鹿鸣县人民政府门户网站", 20502, 210,
    "<a href='/'>首页</a> > <a href='/col/col20500/index.html'>走进鹿鸣</a> > <a href='/col/col20502/index.html'>历史沿革</a>",
    "鹿鸣历史沿革", "<p>鹿鸣建县始于北宋，1949年5月21日解放，1983年10月5日撤区并乡，2003年1月18日设立开发区。</p>" + body_of("culture"),
    pub="", particulars="字体：[大 中 小]", foot="承办单位：鹿鸣县大数据中心", kind="other",
    crumbs=["首页", "走进鹿鸣", "历史沿革"], date=None, notes="days of history in the body, no publish date; the address has one",
    accept={"publish_date": ["2017-05-09"], "date_where": ["url"]})

# --- 3. New jcms: HTML5, semantic blocks, rows as cards, metas upper case.

NEW = """
<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{title}}-{{site}}</title>
{{metas}}
<link rel="stylesheet" href="/assets/theme/reset.css"><style>.hd{background:#c7000b}.crumb i{font-style:normal;margin:0 6px}.pages{text-align:center}</style>
<script>window.__site={id:"{{siteid}}",skin:"red",build:"20231130"};</script></head>
<body class="skin-red"><a class="skip" href="#main">跳到主要内容区域</a>
<header class="hd"><div class="w"><a class="logo" href="/"><img src="/assets/logo.png" alt="{{site}}"></a>
<div class="weather"><iframe src="//weather.example.cn/widget?c=1018" title="天气"></iframe><span id="nowdate"></span></div>
<nav><ul><li><a href="/">首页</a><li><a href="/col/col2291/index.html">要闻</a><li><a href="/col/col2292/index.html">公开</a><ul><li><a href="/col/col2301/index.html">政策</a><li><a href="/col/col2302/index.html">规划计划</a></ul><li><a href="/col/col2293/index.html">服务</a><li><a href="/col/col2294/index.html">互动</a><li><a href="/col/col2295/index.html">数据</a></ul></nav></div></header>
<main id="main" class="w">
{{main}}
</main>
<aside class="w side"><h3>相关推荐</h3><ul>{{side}}</ul></aside>
<footer><div class="w"><p>主办：{{unit}}　承办：{{short}}大数据发展服务中心</p><p>网站标识码：{{siteid}}　<a href="https://beian.miit.gov.cn/">苏ICP备05000312号</a>　苏公网安备 32082100000018号</p><p>服务热线：12345　电话：0517-20190903</p></div></footer>
<script>document.getElementById('nowdate').textContent=new Date().toLocaleDateString();</script>
</body></html>
"""


def new(host, path, site, short, title, metas, main, family, kind, siteid="3208210001", **more):
    unit = short + "人民政府"
    side = "".join(f"<li><a href='/art/2020/{k + 2}/1{k}/art_2291_{400 + k}.html'>{t}</a><time>2020-0{k + 2}-1{k}</time></li>"
                   for k, t in enumerate(titles(short, 4, 31)))
    html = fill(NEW, title=title, site=site, metas=metas, siteid=siteid, main=main, side=side, unit=unit, short=short)
    page(family, f"{host}{path}", html, kind, more.pop("seen", title), site, **more)


ROWS = listing("雁洲区", "2023-11-28", 10, 5)
new("www.yanzhou-example.gov.cn", "/col/col2301/index.html", "雁洲区人民政府", "雁洲区", "政策文件",
    '<meta name="SiteName" content="雁洲区人民政府"><meta name="SiteIDCode" content="3208210001"><meta name="ColumnName" content="政策文件">',
    '<div class="crumb"><b>当前位置</b><a href="/">首页</a><i>/</i><a href="/col/col2292/index.html">公开</a><i>/</i><span>政策文件</span></div><h2 class="coltitle">政策文件</h2><div id="p3390" class="cards">'
    + "".join(f'<article class="card"><div class="day"><b>{d[8:]}</b><i>{d[:7]}</i></div><div class="txt"><h4><a href="/art/{d[:4]}/{int(d[5:7])}/{int(d[8:])}/art_2301_{7700 - k}.html" title="{t}">{t}</a></h4><p>{paragraphs("market", 1, k)[0][:46]}…</p></div></article>' for k, (t, d) in enumerate(ROWS))
    + '</div><div class="pages"><a class="cur">1</a><a href="index_2.html">2</a><a href="index_3.html">3</a><a href="index_2.html">下一页</a><span>共 3 页 28 条</span></div>',
    "hanweb-new", "column-list", crumbs=["首页", "公开", "政策文件"], rows=ROWS, state="readable", pages=3,
    next="http://www.yanzhou-example.gov.cn/col/col2301/index_2.html", notes="two-box days: day number above year and month")
ROWS = [("雁洲区人民政府2023年第10次常务会议", "2023-11-15"), ("雁洲区人民政府2023年第9次常务会议", "2023-10-09"), ("雁洲区人民政府2023年第8次常务会议", "2023-08-31")]
new("www.yanzhou-example.gov.cn", "/col/col2318/index.html", "雁洲区人民政府", "雁洲区", "政府会议",
    '<meta name="SiteName" content="雁洲区人民政府"><meta name="ColumnName" content="政府会议">',
    '<div class="crumb"><b>当前位置</b><a href="/">首页</a><i>/</i><a href="/col/col2292/index.html">公开</a><i>/</i><span>政府会议</span></div><dl class="meet">'
    + "".join(f'<dt><a href="/art/{d[:4]}/{int(d[5:7])}/{int(d[8:])}/art_2318_{k}.html">{t}</a></dt><dd>会议由区长主持，研究{s}等事项。<em>发布：{d}</em></dd>' for k, ((t, d), s) in enumerate(zip(ROWS, ("冬季供暖", "秋粮收购", "开学准备"))))
    + '</dl><div class="pages">共1页</div>',
    "hanweb-new", "column-list", crumbs=["首页", "公开", "政府会议"], rows=ROWS, state="readable", notes="rows are dt with the day in dd")
new("www.yanzhou-example.gov.cn", "/col/col2325/index.html", "雁洲区人民政府", "雁洲区", "重大建设项目",
    '<meta name="SiteName" content="雁洲区人民政府"><meta name="ColumnName" content="重大建设项目">',
    '<div class="crumb"><b>当前位置</b><a href="/">首页</a><i>/</i><a href="/col/col2292/index.html">公开</a><i>/</i><span>重大建设项目</span></div><h2 class="coltitle">重大建设项目</h2><div class="empty"><img src="/assets/none.png" alt=""><p>暂无数据</p></div>',
    "hanweb-new", "column-list", crumbs=["首页", "公开", "重大建设项目"], rows=[], state="empty", notes="暂无数据; the side list has dated rows")
new("www.yanzhou-example.gov.cn", "/art/2023/11/28/art_2301_7700.html", "雁洲区人民政府", "雁洲区", "雁洲区市场主体住所登记管理实施细则",
    '<meta name="SiteName" content="雁洲区人民政府"><meta name="ArticleTitle" content="雁洲区市场主体住所登记管理实施细则"><meta name="PubDate" content="2023-11-28 10:05"><meta name="ContentSource" content="区市场监管局"><meta name="ColumnName" content="政策文件"><meta name="SiteIDCode" content="3208210001">',
    '<div class="crumb"><b>当前位置</b><a href="/">首页</a><i>/</i><a href="/col/col2292/index.html">公开</a><i>/</i><a href="/col/col2301/index.html">政策文件</a></div><article><h1>雁洲区市场主体住所登记<br>管理实施细则</h1><p class="sub">雁市监规〔2023〕2号</p><div class="inf"><time>2023-11-28 10:05</time><span>来源：区市场监管局</span><span>阅读 <b>1128</b> 次</span></div><div class="con">'
    + "".join(f"<p>第{n}条　{p}</p>" for n, p in zip("一二三四五", paragraphs("market")))
    + '<p>第六条　本细则自2024年1月1日起施行，有效期五年。</p></div><div class="files"><h5>相关附件</h5><ul><li><a download href="/attach/0/2311281005.docx">住所（经营场所）申报承诺书</a></ul></div></article>',
    "hanweb-new", "policy", crumbs=["首页", "公开", "政策文件"], date="2023-11-28", source="区市场监管局",
    number="雁市监规〔2023〕2号", attachments=1, notes="title over two lines; no label before the time; open li")
new("www.tongpu-example.gov.cn", "/art/2022/3/7/art_2291_918.html", "桐浦县人民政府", "桐浦县", "我县三八妇女节系列活动精彩纷呈",
    '<meta name="SiteName" content="桐浦县人民政府"><meta name="ArticleTitle" content="我县三八妇女节系列活动精彩纷呈"><meta name="PubDate" content="2023-12-01 02:00"><meta name="ContentSource" content="桐浦发布">',
    '<div class="crumb"><b>当前位置</b><a href="/">首页</a><i>/</i><a href="/col/col2291/index.html">要闻</a><i>/</i><a href="/col/col2296/index.html">部门动态</a><i>/</i>正文</div><article><h1>我县三八妇女节系列活动精彩纷呈</h1><div class="inf"><time>2022-03-07</time><span>信息来源：县融媒体中心</span><span>作者：程小禾</span></div><div class="con">'
    + "".join(f"<p>{p}</p>" for p in paragraphs("culture")) + "<p>3月8日当天，还将举行县域非遗市集。（程小禾）</p></div></article>",
    "hanweb-new", "article", crumbs=["首页", "要闻", "部门动态", "正文"], siteid="3208260003", date="2022-03-07", source="县融媒体中心",
    notes="meta PubDate is the day of migration; meta ContentSource differs from what the page shows", accept={"breadcrumb": [["首页", "要闻", "部门动态"]]})
new("www.tongpu-example.gov.cn", "/art/2021/12/30/art_2302_77.html", "桐浦县人民政府", "桐浦县", "桐浦县“十四五”水利发展规划",
    '<meta name="SiteName" content="桐浦县人民政府"><meta name="ArticleTitle" content="桐浦县&ldquo;十四五&rdquo;水利发展规划"><meta name="PubDate" content="2021-12-30 09:00">',
    '<div class="crumb"><b>当前位置</b><a href="/">首页</a><i>/</i><a href="/col/col2292/index.html">公开</a><i>/</i><a href="/col/col2302/index.html">规划计划</a></div><article><h1>桐浦县“十四五”水利发展规划</h1><div class="inf">发布时间：2021-12-30 09:00　浏览量：<span>2022</span></div><div class="con"><p>规划期为2021—2025年，展望到2035年，基期为2020年12月31日。</p>'
    + "".join(f"<p>{p}</p>" for p in paragraphs("water", 5, 2)) + '</div></article>',
    "hanweb-new", "article", crumbs=["首页", "公开", "规划计划"], siteid="3208260003", date="2021-12-30", notes="base year day in the body")

# --- 4. jpaas: column with the unit interface, article with hex address.

JPAAS = """
<!DOCTYPE html><html><head><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta charset="UTF-8">
<title>{{head}}</title>
<meta name="SiteName" content="{{site}}" /><meta name="SiteDomain" content="{{host}}" /><meta name="SiteIDCode" content="3301000{{n}}" />{{metas}}
<script src="https://{{host}}/script/jquery.min.js"></script><script src="https://{{host}}/jpaas-publish-common/js/page.js"></script>
<link rel="stylesheet" href="/jpaas/css/{{n}}/main.css"></head>
<body><div class="container-fluid"><div class="top_bar"><span class="hello">您好，欢迎访问{{site}}！</span><ul class="fr"><li><a href="/wza">无障碍阅读</a></li><li><a href="/ft">繁體</a></li><li><a href="https://puser.example.cn/login">登录</a></li></ul></div>
<div class="search_w"><form action="/jsearch/search.do"><input name="q" placeholder="请输入关键字"><button>搜索</button></form><p>热搜：<a href="/s?q=1">公积金</a><a href="/s?q=2">入学</a><a href="/s?q=3">社保</a></p></div>
<ul class="nav_w"><li><a href="/index.html">首页</a></li><li><a href="/col/col1229001/index.html">政务公开</a></li><li><a href="/col/col1229002/index.html">政务服务</a></li><li><a href="/col/col1229003/index.html">政民互动</a></li></ul></div>
<div class="location"><span>当前位置：</span>{{trail}}</div>
<div class="content_w">{{content}}</div>
<div class="footer"><p>主办单位：{{unit}}</p><p>备案序号：浙ICP备2020000{{n}}号 浙公网安备33010002000{{n}}号</p><p>建议使用1920*1080分辨率 IE11以上浏览器访问</p></div></body></html>
"""


def jpaas(n, host, path, site, unit, head, trail, content, kind, title, metas="", **more):
    steps = trail.split("|")
    shown = "&nbsp;&gt;&nbsp;".join(f'<a href="/col/col122900{k}/index.html">{s}</a>' for k, s in enumerate(steps))
    html = fill(JPAAS, n=n, host=host, site=site, unit=unit, head=head, trail=shown, content=content, metas=metas)
    page("jpaas", f"https://{host}{path}", html, kind, title, site, crumbs=steps, **more)


UNIT = """<script type="text/javascript" parsetype="bulidstatic" src="/api-gateway/jpaas-publish-server/front/page/build/unit?parseType=bulidstatic&webId={{web}}&tplSetId={{set}}&pageType=column&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&editType=null&pageId={{col}}" querydata="{'parseType':'bulidstatic','webId':'{{web}}','tplSetId':'{{set}}','pageType':'column','tagId':'信息列表','editType':'null','pageId':'{{col}}'}" url="/api-gateway/jpaas-publish-server/front/page/build/unit"></script>"""
for n, (host, site, unit, trail, col, note) in enumerate((
    ("www.jichuan-example.gov.cn", "霁川区人民政府", "霁川区人民政府办公室", "首页|政务公开|通知公告", 1229101, "rows are fetched by script: nothing to read, not empty"),
    ("zj.jichuan-example.gov.cn", "霁川区住房和城乡建设局", "霁川区住房和城乡建设局", "首页|法定主动公开内容|规划信息", 1229304, "unit script and a loading picture"),
)):
    jpaas(41 + n, host, f"/col/col{col}/index.html", site, unit, f"{site} {trail.split('|')[-1]}", trail,
          '<div class="sub_menu"><h2>政务公开</h2><a href="/col/col1229100/index.html">政策文件</a><a href="/col/col1229101/index.html">通知公告</a><a href="/col/col1229304/index.html">规划信息</a></div><div class="list_w">'
          + fill(UNIT, web=3090 + n, set="3f0a11", col=col).strip() + ('<div class="loading"><img src="/jpaas/loading.gif"></div>' if n else "") + "</div>",
          "column-list", trail.split("|")[-1], metas=f'<meta name="ColumnName" content="{trail.split("|")[-1]}">', state="unreadable", notes=note)
ROWS = listing("霁川区", "2024-06-21", 10, 17, (2, 0, 1, 7))
jpaas(43, "www.jichuan-example.gov.cn", "/col/col1229088/index.html", "霁川区人民政府", "霁川区人民政府办公室", "霁川区人民政府 人事信息", "首页|政务公开|人事信息",
      '<div class="list_w"><ul class="ewb-list">' + "".join(f'<li class="clearfix"><a href="/art/{d[:4]}/art_{(k * 7919 + 0x1d3a5f) * 2654435761 % 2**64:016x}{k:016x}.html" title="{t}" class="fl">{t[:20]}{"…" if len(t) > 20 else ""}</a><span class="fr">{d}</span></li>' for k, (t, d) in enumerate(ROWS))
      + "</ul>" + fill(UNIT, web=3090, set="3f0a11", col=1229088).strip() + '<div class="page_w"><a>首页</a><a>上一页</a><a href="/col/col1229088/index.html?uid=9&amp;pageNum=2">下一页</a><a href="/col/col1229088/index.html?uid=9&amp;pageNum=6">末页</a> 第1页/共6页</div></div>',
      "column-list", "人事信息", metas='<meta name="ColumnName" content="人事信息">', rows=ROWS, state="readable", pages=6,
      notes="first page is in the HTML though the unit script stands beside it; only the year is in addresses")
BASE = '<div class="art_w"><h3 class="art_title">{title}</h3><div class="art_info">{info}</div><div class="art_con" id="zoomcon">{body}</div>{after}</div>'
jpaas(44, "www.jichuan-example.gov.cn", "/art/2024/art_5b1f0c2d9e8a4b73a1c6d2e4f6081a3c.html", "霁川区人民政府", "霁川区人民政府办公室", "霁川区开展老旧小区加装电梯集中受理", "首页|政务公开|部门动态",
      BASE.format(title="霁川区开展老旧小区加装电梯集中受理", info='<span>发布时间：2024-06-18 15:32</span> <span>来源：区住建局</span> <span>浏览次数：<em id="visit">20240</em></span>', body="".join(f"<p>{p}</p>" for p in paragraphs("housing")), after=""),
      "article", "霁川区开展老旧小区加装电梯集中受理", metas='<meta name="ArticleTitle" content="霁川区开展老旧小区加装电梯集中受理"><meta name="PubDate" content="2024-06-18 15:32"><meta name="ContentSource" content="区住建局"><meta name="ColumnName" content="部门动态">', date="2024-06-18", source="区住建局")
jpaas(45, "zj.jichuan-example.gov.cn", "/col/col1229304/art/2023/art_77aa10.html", "霁川区住房和城乡建设局", "霁川区住房和城乡建设局", "霁川区住房和城乡建设局关于公布物业服务企业信用等级的通告", "首页|法定主动公开内容|行政监管",
      '<table class="xxgk_table"><tr><th>索引号</th><td>11330105MB0000018X/2023-140021</td><th>公开方式</th><td>主动公开</td></tr><tr><th>文号</th><td>霁建通〔2023〕9号</td><th>发布单位</th><td>霁川区住房和城乡建设局</td></tr><tr><th>发文日期</th><td>2023-07-04</td><th>统一编号</th><td></td></tr></table>'
      + BASE.format(title="霁川区住房和城乡建设局关于公布物业服务企业信用等级的通告", info="<span>发布时间：2023-07-06</span>", body="".join(f"<p>{p}</p>" for p in paragraphs("housing", 4, 2)) + "<p>信用等级评定截止日期为2023年5月31日。</p>", after='<div class="fujian">附件：<p><a href="/module/download/downfile.jsp?filename=2307061.xlsx&classid=0">1.物业服务企业信用等级汇总表.xlsx</a></p><p><a href="/module/download/downfile.jsp?filename=2307062.pdf&classid=0">2.评分细则</a></p></div>'),
      "policy", "霁川区住房和城乡建设局关于公布物业服务企业信用等级的通告", metas='<meta name="PubDate" content="2023-07-06 00:00">', date="2023-07-06", written="2023-07-04", number="霁建通〔2023〕9号", index="11330105MB0000018X/2023-140021", attachments=2, notes="发文日期 beside 发布时间; credit code inside the index number")
jpaas(46, "www.lanzhu-example.gov.cn", "/art/2025/art_0f9d2ac1b34e4d5f86a7c8d9e0f1a2b3.html", "兰渚县人民政府", "兰渚县人民政府", "兰渚县人民政府关于王小满等同志任职的通知", "首页|公开|人事任免",
      BASE.format(title="兰渚县人民政府关于王小满等同志任职的通知", info='<p>兰政干〔2025〕3号</p><span>日期：2025-02-14</span><span>来源：县府办</span>', body="<p>各镇（街道），县级各单位：</p><p>经研究，任命：</p><p>王小满为县农业农村局副局长；</p><p>李谷雨为县水利局总工程师（试用期一年，自2025年1月20日起计算）。</p><p style='text-align:right'>兰渚县人民政府</p><p style='text-align:right'>2025年2月10日</p>", after=""),
      "policy", "兰渚县人民政府关于王小满等同志任职的通知", date="2025-02-14", written="2025-02-10", number="兰政干〔2025〕3号", source="县府办", notes="signature day before the publish day")

# --- 5. jpaas-jpolicy: detail and list of a policy library.

POLICY = """
<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>{{head}}</title><link rel="stylesheet" href="/jpaas-jpolicy-web-server/resources/css/zcwj.css"/>
<script>var ctx='/jpaas-jpolicy-web-server';var infoid='{{iid}}';var now='2025-03-01 08:00:00';</script></head>
<body><div class="zc_top"><div class="wrap"><a class="zc_logo" href="/jpaas-jpolicy-web-server/front/index"><img alt="{{site}}政策文件库" src="/resources/logo.png"/></a>
<ul class="zc_nav"><li><a href="/jpaas-jpolicy-web-server/front/index">首页</a></li><li><a href="/jpaas-jpolicy-web-server/front/info/list?type=1">政策文件</a></li><li><a href="/jpaas-jpolicy-web-server/front/info/list?type=2">政策解读</a></li><li><a href="/jpaas-jpolicy-web-server/front/consult">政策咨询</a></li></ul></div></div>
<div class="wrap main">{{main}}</div>
<div class="zc_foot">{{site}}主办　鲁ICP备05000{{n}}号　标识码3701000{{n}}</div></body></html>
"""


def jpolicy(n, host, path, site, head, main, kind, title, **more):
    page("jpolicy", f"https://{host}/jpaas-jpolicy-web-server/front/{path}",
         fill(POLICY, n=n, site=site, head=head, main=main, iid=f"{n:08x}"), kind, title, more.pop("siteseen", site), **more)


DETAIL = """<div class="position">当前位置：<a href="/jpaas-jpolicy-web-server/front/index">首页</a>&gt;<a href="list?type=1">政策文件</a></div>
<div class="zc_attr"><ul><li><span>标题：</span>{title}</li><li><span>发文字号：</span>{number}</li><li><span>发文机关：</span>{unit}</li><li><span>成文日期：</span>{written}</li><li><span>发布日期：</span>{date}</li><li><span>有效性：</span><i class="{css}">{valid}</i></li><li><span>索引号：</span>{index}</li></ul></div>
<h1 class="zc_title">{title}</h1><div class="zc_con">{body}</div>{after}"""
for n, (host, site, unit, title, number, written, date, valid, index, topic, after, files) in enumerate((
    ("zc.langu-example.gov.cn", "岚谷市人民政府", "岚谷市人民政府办公室", "岚谷市人民政府办公室关于加快农机装备补短板的实施意见", "岚政办发〔2022〕17号", "2022-08-22", "2022-08-26", "有效", "113701000000000181/2022-0217", "farming", '<div class="zc_fj"><b>附件下载</b><a href="/jpaas-jpolicy-web-server/front/info/down?id=3&name=任务分工.docx">任务分工.docx</a></div>', 1),
    ("zc.langu-example.gov.cn", "岚谷市人民政府", "岚谷市人力资源和社会保障局", "岚谷市人力资源和社会保障局等四部门关于零工市场建设的若干措施", "岚人社字〔2023〕51号", "2023-04-11", "2023-04-12", "有效（有效期至2026年4月30日）", "11370100MB285000X9/2023-0051", "jobs", "", 0),
    ("zcwjk.tingxi-example.gov.cn", "汀溪市人民政府", "汀溪市人民政府", "汀溪市人民政府关于废止城区烟花爆竹管理办法的决定", "汀政发〔2021〕2号", "2020-12-31", "2021-01-15", "已失效", "", "safety", "", 0),
)):
    body = f"<p style='text-align:center'>{number}</p>" + "".join(f"<p>{p}</p>" for p in paragraphs(topic, 4, n)) + f"<p style='text-align:right'>{unit}<br/>{chinese(written)}</p>"
    jpolicy(n + 61, host, f"info/detail?iid={n + 61:08x}", site, f"{title}-{site}", DETAIL.format(title=title, number=number, unit=unit, written=written, date=date, css="yx" if n < 2 else "sx", valid=valid, index=index, body=body, after=after),
            "policy", title, crumbs=["首页", "政策文件"], date=date, written=written, number=number, index=index or None, attachments=files,
            notes="a day of expiry beside the publish date" if n == 1 else "published in another year than written" if n == 2 else None)
ROWS = list(zip([t.format() for t in ("岚谷市人民政府关于促进家政服务业提质的意见", "岚谷市人民政府办公室关于成立防汛抗旱指挥部的通知", "岚谷市人民政府关于表彰劳动模范的决定", "岚谷市人民政府办公室转发市气象局雷电防护意见的通知", "岚谷市人民政府关于调整城镇土地使用税标准的通知", "岚谷市人民政府办公室关于做好清明防火工作的通知")], days("2022-05-27", 6)))
jpolicy(71, "zc.langu-example.gov.cn", "info/list?titles=", "岚谷市人民政府", "政策文件库-岚谷市人民政府",
        '<div class="position">当前位置：<a href="/jpaas-jpolicy-web-server/front/index">首页</a>&gt;<span>政策文件</span></div><ul class="zc_listul">' + "".join(f'<li><h3><a href="detail?iid={k:08x}">{t}</a></h3><p>岚政{"办" * (k % 2)}发〔2022〕{19 - k}号</p><p><span>发文机关：岚谷市人民政府{"办公室" * (k % 2)}</span><span>发布日期：{d}</span></p></li>' for k, (t, d) in enumerate(ROWS)) + '</ul><div class="page">共<b>6</b>条</div>',
        "column-list", "政策文件", crumbs=["首页", "政策文件"], rows=ROWS, state="readable", notes="文号 years in each row", accept={"title": ["政策文件库"]})
jpolicy(72, "zcwjk.tingxi-example.gov.cn", "info/list?titles=", "汀溪市人民政府", "政策文件库-汀溪市人民政府",
        '<div class="position">当前位置：<a href="/jpaas-jpolicy-web-server/front/index">首页</a>&gt;<span>政策文件</span></div><div class="zc_search"><input id="titles"/><button onclick="load(1)">查询</button></div><ul class="zc_listul" id="list"></ul><div id="pager"></div><script>function load(p){$.post(ctx+"/front/info/list",{titles:$("#titles").val(),currPage:p},function(r){var h="";$.each(r.data.bean.results,function(i,v){h+="<li><a href=\'detail?iid="+v.infoid+"\'>"+v.title+"</a><span>"+v.publishdate+"</span></li>"});$("#list").html(h)},"json")}load(1);</script>',
        "column-list", "政策文件", crumbs=["首页", "政策文件"], state="unreadable", notes="rows by $.post only: unreadable, not empty", accept={"title": ["政策文件库"]})
