"""UCAP, szinf, Nanwei IGS and the address style with two uuids."""
import json

from .model import fill, page
from .texts import chinese, listing, paragraphs, titles

# --- 1. UCAP column: common_list.shtml with a server list, or rows by /common/search.

COLUMN = """
<!DOCTYPE HTML>
<html>
<head>
<meta charset="utf-8">
<meta name="others" content="页面生成时间 {{made}}" />
<meta name="SiteName" content="{{site}}" /><meta name="SiteDomain" content="{{host}}" /><meta name="SiteIDCode" content="{{code}}" />
<meta name="ColumnName" content="{{column}}" /><meta name="ColumnDescription" content="{{column}}" /><meta name="ColumnKeywords" content="{{column}}" /><meta name="ColumnType" content="{{column}}" />
<title>{{column}}_{{site}}</title>
<script>var _pageCount=0;(function(){var c=document.createElement("script");c.src="//ucap.example.cn/analytics.js?siteId=10000{{n}}";document.head.appendChild(c);})();</script>
<link href="/{{n}}/xhtml/css/gb.css" rel="stylesheet" media="all">
</head><body>
<div class="gwA" id="barrierfree_container">
<div class="hdbox"><a href="/"><span class="logo">{{site}}</span></a><p class="lang"><a href="/en">EN</a>·<a href="/big5">繁</a>·<a href="/wap">移动版</a></p></div>
<div class="navbox"><a href="/">首页</a><a href="/c100{{n}}1/index.shtml">省情概览</a><a href="/c100{{n}}2/index.shtml">新闻动态</a><a href="/c100{{n}}3/zfxxgk.shtml">政务公开</a><a href="/c100{{n}}4/index.shtml">政务服务</a></div>
<div class="BreadcrumbNav">当前位置：{{trail}}</div>
<div class="colL"><h5>栏目导航</h5><ul>{{menu}}</ul></div>
<div class="colR">{{list}}</div>
</div>
<div class="ft"><p>主办：{{unit}} &nbsp; 版权所有：{{unit}} &nbsp; 网站标识码：{{code}}</p><p><a href="http://beian.miit.gov.cn">黑ICP备05000{{n}}号</a> <a href="http://beian-example.gov.cn/portal/registerSystemInfo?recordcode=2301030200{{n}}">黑公网安备 2301030200{{n}}号</a></p></div>
</body></html>
"""


def column(n, host, path, site, unit, code, trail, content, **more):
    steps = trail.split("|")
    html = fill(COLUMN, n=n, host=host, site=site, unit=unit, code=code, column=steps[-1], made="2024-07-01 00:00:03",
                trail=" &gt; ".join(f'<a href="/c100{n}{k}/index.shtml">{s}</a>' for k, s in enumerate(steps)),
                menu="".join(f'<li><a href="/c100{n}2{k}/common_list.shtml">{m}</a></li>' for k, m in enumerate(("机构职能", "领导分工", "政策文件", "规划计划", "通知公告", "人事信息"))),
                list=content)
    page("ucap-column", f"{host}{path}", html, "column-list", steps[-1], site, crumbs=steps, **more)


def hexid(k):
    return f"{(k * 0x9e3779b97f4a7c15 + 0x51ed27) % 2**128:032x}"


ROWS = listing("苇河县", "2024-06-27", 12, 2)
column(11, "www.weihe-example.gov.cn", "/c100114/common_list.shtml", "苇河县人民政府", "苇河县人民政府办公室", "2301000011", "首页|政务公开|通知公告",
       '<ul class="lst ucap-list">' + "".join(f'<li><i></i><a target="_blank" href="/c100114/{d[:4]}{d[5:7]}/{hexid(k)}.shtml">{t}</a><b>{d}</b></li>' for k, (t, d) in enumerate(ROWS))
       + '</ul><div class="pagination"><a class="on">1</a><a href="/c100114/common_list_2.shtml">2</a><a href="/c100114/common_list_3.shtml">3</a>…<a href="/c100114/common_list_9.shtml">9</a><a href="/c100114/common_list_2.shtml" class="next">下一页</a></div><script>createPageHTML("page_div",9, 1,"common_list","shtml",104);</script>',
       rows=ROWS, state="readable", pages=9, next="http://www.weihe-example.gov.cn/c100114/common_list_2.shtml", notes="addresses give only the month")
column(11, "www.weihe-example.gov.cn", "/c100113/common_list.shtml", "苇河县人民政府", "苇河县人民政府办公室", "2301000011", "首页|政务公开|政策文件",
       '<div id="channelList" data-channel="2f6c0d9e51e14a0cb2f0a7d12ee3c1a4"><ul class="lst"></ul><div class="loading">数据加载中...</div></div><script>$(function(){$.getJSON("/common/search/2f6c0d9e51e14a0cb2f0a7d12ee3c1a4?page=1&_pageSize=15&_isAgg=true&_isJson=true&_template=index",function(d){render(d.data.results,d.data.total)})});</script>',
       state="unreadable", notes="数据加载中 and a search address: unreadable")
ROWS = listing("鹤洲市", "2023-12-25", 9, 33)
column(12, "www.hezhou2-example.gov.cn", "/hezhou/c100127/column-index-2.shtml", "鹤洲市人民政府门户网站", "鹤洲市人民政府", "5101000012", "首页|新闻动态|部门动态",
       '<table class="tb" width="100%"><tbody>' + "".join(f"<tr><td class='t'><a href='../c100127/{d[:4]}-{d[5:7]}/{d[8:]}/content_{hexid(k + 40)}.shtml'>·{t}</a></td><td class='d'>({d[5:]})</td></tr>" for k, (t, d) in enumerate(ROWS))
       + "</tbody></table><div class='pg'>第<em>2</em>/<em>31</em>页 <a href='column-index-1.shtml'>首页</a> <a href='column-index-1.shtml'>上一页</a> <a href='column-index-3.shtml'>下一页</a> <a href='column-index-31.shtml'>尾页</a></div>",
       rows=ROWS, state="readable", pages=31, notes="rows show month and day; the address holds the year")
column(13, "jyj.weihe-example.gov.cn", "/c100139/list.shtml", "苇河县教育局", "苇河县教育局", "2301000013", "首页|信息公开|校务公开",
       '<div class="ucapnone"><ul class="lst"></ul><p>对不起，暂无相关信息！</p></div>', rows=[], state="empty", notes="the page says that there is nothing")

# --- 2. UCAP article: marker comments, spans with ids.

ARTICLE = """
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{{title}}_{{column}}_{{site}}</title>
<meta name="others" content="页面生成时间 2024-07-02 03:10:00" /><meta name="template,templategroup,version" content="1{{n}}001,default,3.1" />
<meta name="SiteName" content="{{site}}" /><meta name="ColumnName" content="{{column}}" />{{metas}}
<script>var rootUrl='/',site='{{site}}',pubtime='';</script></head>
<body><div class="wrapper"><div class="bd-head"><span class="d" id="today">{{today}}</span><a href="/"><img src="/images/logo{{n}}.png"></a></div>
<ul class="bd-nav"><li><a href="/">网站首页</a></li><li><a href="/zx">资讯</a></li><li><a href="/gk">公开</a></li><li><a href="/fw">服务</a></li><li><a href="/hd">互动</a></li></ul>
<div class="bd-pos"><i class="home"></i>{{trail}}</div>
<div class="bd-main">{{main}}</div>
<div class="bd-share">分享到：<a class="wx"></a><a class="wb"></a></div>
<div class="bd-foot">{{foot}}</div></div></body></html>
"""


def article(n, host, path, site, trail, title, metas, main, foot, kind="article", today="", scheme="http", **more):
    steps = trail.split("|")
    html = fill(ARTICLE, n=n, site=site, column=more.get("column") or [s for s in steps if s != "正文"][-1], title=title, metas=metas, today=today, main=main, foot=foot,
                trail="<em>&gt;</em>".join(f"<a href='/x{k}'>{s}</a>" if k < len(steps) - 1 else f"<span>{s}</span>" for k, s in enumerate(steps)))
    page("ucap-article", f"{scheme}://{host}{path}", html, kind, title, site, crumbs=steps, **more)


article(11, "www.weihe-example.gov.cn", f"/c100114/202406/{hexid(0)}.shtml", "苇河县人民政府", "首页|政务公开|通知公告|正文",
        "苇河县2024年度地质灾害防治方案公布", '<meta name="ArticleTitle" content="苇河县2024年度地质灾害防治方案公布" /><meta name="PubDate" content="2024-06-27 11:20:00" /><meta name="ContentSource" content="县自然资源局" />',
        '<h1><ucaptitle>苇河县2024年度地质灾害防治方案公布</ucaptitle></h1><div class="xx"><span>发布时间：<publishtime>2024-06-27 11:20</publishtime></span><span>来源：县自然资源局</span><span>字号：<a>大</a>/<a>中</a>/<a>小</a></span></div><div id="UCAP-CONTENT"><ucapcontent>' + "".join(f"<p>{p}</p>" for p in paragraphs("safety")) + '<p>值班电话：0451-2024-0601（每日8时至20时）。</p></ucapcontent></div>',
        "苇河县人民政府办公室主办", date="2024-06-27", source="县自然资源局", notes="UCAP elements around title and time; phone like a day", accept={"breadcrumb": [["首页", "政务公开", "通知公告"]]})
article(11, "www.weihe-example.gov.cn", f"/c100113/202311/{hexid(91)}.shtml", "苇河县人民政府", "首页|政务公开|政策文件",
        "苇河县人民政府关于划定高污染燃料禁燃区的通告", '<meta name="ArticleTitle" content="苇河县人民政府关于划定高污染燃料禁燃区的通告" /><meta name="PubDate" content="2023-11-06 09:00:00" />',
        '<table class="ggtab"><tr><td><b>索 引 号：</b>000014349/2023-00101</td><td><b>主题分类：</b>环境监测、保护与治理</td></tr><tr><td><b>发文机关：</b>苇河县人民政府</td><td><b>成文日期：</b>2023年10月30日</td></tr><tr><td colspan=2><b>标　　题：</b>苇河县人民政府关于划定高污染燃料禁燃区的通告</td></tr><tr><td><b>发文字号：</b>苇政告〔2023〕4号</td><td><b>发布日期：</b>2023年11月06日</td></tr></table><h1>苇河县人民政府关于划定<br/>高污染燃料禁燃区的通告</h1><div id="UCAP-CONTENT">' + "".join(f"<p>　　{p}</p>" for p in paragraphs("water", 4, 1)) + "<p>　　本通告自2023年12月1日起施行，原苇政告〔2017〕2号同时废止。</p><p align=right>苇河县人民政府</p><p align=right>2023年10月30日</p></div><p class='att'><a href='/c100113/202311/files/map1.jpg'>附图：禁燃区范围示意图</a></p><p class='att'><a href='/c100113/202311/files/ml.pdf'>附件：高污染燃料目录.pdf</a></p>",
        "苇河县人民政府办公室主办", kind="policy", date="2023-11-06", written="2023-10-30", number="苇政告〔2023〕4号", index="000014349/2023-00101", attachments=2, notes="two numbers: its own and the repealed one", accept={"attachments": [1]})
article(12, "www.hezhou2-example.gov.cn", f"/hezhou/c100127/2023-12/25/content_{hexid(40)}.shtml", "鹤洲市人民政府门户网站", "首页|新闻动态|部门动态",
        "鹤洲市就业服务专列开进产业园", '<meta name="PubDate" content="2023-12-25" />',
        '<div class="tit"><h2>鹤洲市就业服务专列开进产业园</h2><h4>——三天签约一千二百人</h4></div><div class="tit_info">鹤洲市人民政府门户网站　www.hezhou2-example.gov.cn　2023年12月25日　【字体：大 中 小】　来源：鹤洲日报</div><div class="con_txt">' + "".join(f"<p>{p}</p>" for p in paragraphs("jobs")) + "</div>",
        "鹤洲市人民政府主办　蜀ICP备00000018号", today="今天是2024年7月2日 星期二", date="2023-12-25", source="鹤洲日报", notes="today's date stands in the header as text", accept={"title": ["鹤洲市就业服务专列开进产业园——三天签约一千二百人"]})
article(12, "www.hezhou2-example.gov.cn", f"/hezhou/c100140/2022-02/30/content_{hexid(7)}.shtml", "鹤洲市人民政府门户网站", "首页|新闻动态|视频新闻",
        "鹤洲市春季森林防火演练（视频）", "", '<div class="tit"><h2>鹤洲市春季森林防火演练（视频）</h2></div><div class="tit_info">发布时间：2022-03-02 18:00　来源：鹤洲电视台　责任编辑：吴霜降</div><div class="con_txt"><video src="/v/20220226.mp4" controls poster="/v/20220226.jpg"></video><p>' + paragraphs("safety", 1, 3)[0] + "</p></div>",
        "鹤洲市人民政府主办", date="2022-03-02", source="鹤洲电视台", notes="impossible day (30 February) in the address")
article(13, "jyj.weihe-example.gov.cn", f"/c100138/202309/{hexid(13)}.shtml", "苇河县教育局", "首页|信息公开|通知公告",
        "关于做好2023年秋季学期学籍注册工作的通知", '<meta name="ArticleTitle" content="关于做好2023年秋季学期学籍注册工作的通知" />',
        '<h1>关于做好2023年秋季学期学籍注册工作的通知</h1><p class="wh">苇教发〔2023〕36号</p><script>var pubDate="2023-09-05 14:33:20";document.write("<div class=xx>发布时间："+pubDate.substr(0,10)+"&nbsp;来源：教育股</div>");</script><div class="txt">' + "".join(f"<p>{p}</p>" for p in paragraphs("schools")) + "<p>请于2023年9月20日前将注册结果报教育股。</p></div><p>附件：<span id=fj></span><script>document.getElementById('fj').innerHTML='<a href=\"/files/2023/xj.xls\">学籍异动登记表.xls</a>';</script></p>",
        "苇河县教育局主办", kind="policy", date="2023-09-05", where="script", source="教育股", number="苇教发〔2023〕36号", attachments=1, notes="day, source and attachment are written by script")

# --- 3. szinf: #zoomcon with a dl/dd block.

SZINF = """
<!doctype html><html><head><meta charset="utf-8"><title>{{title}} - {{site}}</title>
<meta name="sitename" content="{{site}}"><meta name="columnname" content="{{column}}"><meta name="ArticleTitle" content="{{title}}"><meta name="pubdate" content="{{pub}}"><meta name="contentsource" content="{{source}}">
<script src="/szinf/js/layer.js"></script><link rel="stylesheet" href="/szinf/css/xxgk2020.css"></head><body>
<div class="xx-top"><a href="/" class="xx-logo">{{site}}</a><div class="xx-search"><input placeholder="信息公开检索"><em></em></div></div>
<div class="xx-crumb">您当前所在的位置 ：<a href="/">首页</a> > <a href="/szinf/xxgk/list.shtml">{{mid}}</a> > <a href="./">{{column}}</a></div>
<div class="xx-body"><div class="xxgkml-content"><dl><dt>信息名称：</dt><dd class="wide">{{title}}</dd></dl><dl><dt>索 引 号：</dt><dd>{{index}}</dd></dl><dl><dt>发文字号：</dt><dd>{{number}}</dd></dl><dl><dt>公文生成日期：</dt><dd>{{written}}</dd></dl><dl><dt>公开日期：</dt><dd>{{shown}}</dd></dl><dl><dt>发布机构：</dt><dd>{{unit}}</dd></dl><dl><dt>公开时限：</dt><dd>常年公开</dd></dl></div>
<h1 class="xx-title">{{title}}</h1><div class="xx-inf">{{inf}}</div>
<div id="zoomcon">{{body}}</div>{{after}}</div>
<div class="xx-foot">{{site}} 版权所有 2005-2024 苏ICP备05002{{n}}号 <img src="/i/jiucuo.png" alt="政府网站找错"></div></body></html>
"""
for n, (host, site, mid, column_name, title, pub, shown, written, number, index, unit, source, inf, topic, after, files, kind) in enumerate((
    ("www.chenghu-example.gov.cn", "澄湖区人民政府", "政策文件", "区政府规范性文件", "澄湖区人民政府关于推进公共租赁住房轮候管理的意见", "2022-05-20 17:11:00", "2022-05-20", "2022-05-12", "澄府规字〔2022〕1号", "014150322/2022-00049", "澄湖区人民政府", "", "发布时间：2022-05-20 17:11　访问量：<script>document.write('<span id=fwl></span>')</script>", "housing", '<div class="xx-fj"><p>附件：</p><p><a href="/u/202205/fj1.doc">申请表</a></p><p><a href="/u/202205/fj2.doc">承诺书</a></p></div>', 2, "policy"),
    ("www.chenghu-example.gov.cn", "澄湖区人民政府", "重点领域", "食品药品监管", "澄湖区餐饮服务单位量化分级公示", "2023-08-08 08:08:08", "2023年8月8日", "", "", "014150322/2023-00211", "区市场监管局", "", "发布时间：2023-08-08 08:08", "market", "", 0, "article"),
    ("swj.chenghu-example.gov.cn", "澄湖区水务局", "水务动态", "基层动态", "澄湖区水务局走进校园开展节水宣传", "2024-03-22 15:00:00", "2024-03-22", "2024-03-22", "", "", "区水务局", "区水务局", "时间：2024-03-22 15:00　来源：区水务局", "water", "", 0, "article"),
    ("swj.chenghu-example.gov.cn", "澄湖区水务局", "法定公开", "行政许可", "关于准予青石塘河道占用的决定", "2024-11-02 10:00:00", "2024-11-02", "2024-10-28", "澄水许〔2024〕第118号", "014150400/2024-118", "澄湖区水务局", "", "发布时间：2024-11-02 10:00", "water", "", 0, "policy"),
)):
    body = "".join(f"<p><span style='font-family:仿宋_GB2312'>{p}</span></p>" for p in paragraphs(topic, 4, n + 1))
    page("szinf", f"http://{host}/{host[:2]}/xxgk/{pub[:4]}{pub[5:7]}/{hexid(n + 300)}.shtml",
         fill(SZINF, n=200 + n, site=site, title=title, column=column_name, mid=mid, pub=pub, source=source, index=index, number=number, written=written, shown=shown, unit=unit, inf=inf, body=body, after=after),
         kind, title, site, crumbs=["首页", mid, column_name], date=pub[:10], written=written or None, source=source or None, number=number or None, index=index or None, attachments=files,
         notes="dl blocks; empty dd for number and written day" if n == 1 else None)
page("szinf", "http://www.chenghu-example.gov.cn/ch/zcwj/list.shtml", """<!doctype html><html><head><meta charset=utf-8><title>政策文件 - 澄湖区人民政府</title><meta name="SiteName" content="澄湖区人民政府"><meta name="ColumnName" content="政策文件"></head><body>
<div class="xx-top"><a href="/" class="xx-logo">澄湖区人民政府</a></div><div class="xx-crumb">您当前所在的位置 ：<a href="/">首页</a> > <a href="./">政策文件</a></div>
<div class="zc-wrap"><div class="zc-l"><ul><li data-id="6f1c">市级文件</li><li data-id="7a2d">区级文件</li></ul></div><div class="zc-r"><ul id="zclist"></ul><div class="zc-page"></div></div></div>
<script>$.post("/szinf/xxgk/interfacesWebZcwj/loadData?pageSize=15",{pageIndex:1,channel_id:"7a2d8d5c-2b09-4b2a-a3a1-0a6f2f0f9c11"},function(r){for(var i=0;i<r.data.list.length;i++){$("#zclist").append("<li>"+r.data.list[i].title+"</li>")}});</script>
<div class="xx-foot">澄湖区人民政府 版权所有 2005-2024</div></body></html>""", "column-list", "政策文件", "澄湖区人民政府", crumbs=["首页", "政策文件"], state="unreadable", notes="POST loadData only")

# --- 4. Nanwei IGS: .jhtml.

IGS = """
<!DOCTYPE html>
<!--[if lt IE 9]><html class="ie"><![endif]--><!--[if gt IE 8]><!--><html><!--<![endif]-->
<head><meta charset="utf-8"/><meta name="renderer" content="webkit"/><title>{{title}}-{{site}}</title><meta name="SiteName" content="{{site}}"/><meta name="SiteIDCode" content="1201000034"/>{{metas}}
<script>var siteId=34;var chnlId={{chnl}};var siteUrl='//{{host}}';</script></head>
<body><!--[if lt IE 9]><div class="tip">您的浏览器版本过低，请升级后访问！</div><![endif]-->
<div class="igs-head"><div class="igs-w"><a href="/">{{site}}</a><form action="/igs/front/search.jhtml"><input name="searchWord"/><input type="hidden" name="siteId" value="34"/></form></div></div>
<div class="igs-nav"><a href="/">首页</a><a href="/zwgk/index.jhtml">政务公开</a><a href="/jdhy/index.jhtml">解读回应</a><a href="/bsfw/index.jhtml">办事服务</a></div>
<div class="igs-w"><div class="dqwz"><a href="/">首页</a>&raquo;{{trail}}</div>{{main}}</div>
<div class="igs-foot"><span>主办单位：{{unit}}</span><span>津ICP备10000400号-3</span><span>网站标识码1201000034</span></div></body></html>
"""
ROWS = [("【公告】", *r) if k % 4 == 1 else ("", *r) for k, r in enumerate(listing("槐安区", "2025-04-09", 8, 21))]
for n, (path, title, trail, main, kind, more) in enumerate((
    ("/zwgk/tzgg/index.jhtml", "通知公告", "<a href='/zwgk/index.jhtml'>政务公开</a>&raquo;<span>通知公告</span>", "<div class='igs-list'>" + "".join(f"<a class='item' href='/zwgk/tzgg/p/{1740000000 + k}.jhtml'><em>{d.replace('-', '.')}</em><strong>{q}{t}</strong></a>" for k, (q, t, d) in enumerate(ROWS)) + "</div><div class='igs-page' data-total='44' data-pages='6'><b>1</b> <a href='index_2.jhtml'>2</a> <a href='index_3.jhtml'>3</a> <a href='index_2.jhtml'>&gt;</a> <a href='index_6.jhtml'>&gt;|</a></div>", "column-list",
     dict(crumbs=["首页", "政务公开", "通知公告"], rows=[(t, d) for _, t, d in ROWS], state="readable", notes="the row itself is the link and holds day and title; prefix 【公告】")),
    ("/jdhy/zcjd/index.jhtml", "政策解读", "<a href='/jdhy/index.jhtml'>解读回应</a>&raquo;<span>政策解读</span>", "<div id='app'><igs-list :chnl='1187' :size='15'></igs-list></div><script src='/igs/front/static/list.min.js'></script>", "column-list",
     dict(crumbs=["首页", "解读回应", "政策解读"], state="unreadable", notes="a custom element filled by script")),
    ("/zwgk/tzgg/p/1740000000.jhtml", "槐安区校外培训机构年度检查结果公告", "<a href='/zwgk/index.jhtml'>政务公开</a>&raquo;<a href='/zwgk/tzgg/index.jhtml'>通知公告</a>&raquo;<span>正文</span>", "<h1>槐安区校外培训机构年度检查结果公告</h1><div class='sx'><span>来源：<i>槐安区教育局</i></span><span>发布时间：<i>2025-04-09 09:30:00</i></span></div><div class='view-content' id='zw'>" + "".join(f"<p>{p}</p>" for p in paragraphs("schools", 4, 2)) + "<p>检查时间为2025年3月3日至3月21日。</p></div><div class='fj'><span>附件：</span><a href='/igs/front/attachment.jhtml?attachmentId=77&fileName=检查结果.pdf'>检查结果.pdf</a></div>", "article",
     dict(crumbs=["首页", "政务公开", "通知公告", "正文"], date="2025-04-09", source="槐安区教育局", attachments=1, accept={"breadcrumb": [["首页", "政务公开", "通知公告"]]})),
    ("/zwgk/zcwj/p/1699990001.jhtml", "槐安区人民政府关于公布第二批历史建筑名单的通知", "<a href='/zwgk/index.jhtml'>政务公开</a>&raquo;<a href='/zwgk/zcwj/index.jhtml'>政策文件</a>", "<div class='sxk'><p><label>名　　称：</label>槐安区人民政府关于公布第二批历史建筑名单的通知</p><p><label>索 引 号：</label>11120101000009000W/2024-00017</p><p><label>发布机构：</label>槐安区人民政府</p><p><label>发文字号：</label>槐安政发〔2024〕7 号</p><p><label>成文日期：</label>2024-05-06</p><p><label>发文日期：</label>2024-05-11</p></div><h1>槐安区人民政府关于公布第二批历史建筑名单的通知</h1><div class='view-content'>" + "".join(f"<p>{p}</p>" for p in paragraphs("culture", 3, 3)) + "</div>", "policy",
     dict(crumbs=["首页", "政务公开", "政策文件"], date="2024-05-11", written="2024-05-06", number="槐安政发〔2024〕7号", index="11120101000009000W/2024-00017", notes="only 发文日期 says when it went out; a space inside the number")),
    ("/jdhy/hygq/p/1701230045.jhtml", "关于校车停靠点问题的回应", "<a href='/jdhy/index.jhtml'>解读回应</a>&raquo;<a href='/jdhy/hygq/index.jhtml'>回应关切</a>", "<h1>关于校车停靠点问题的回应</h1><div class='sx'>2023-12-01</div><div class='view-content'><p>近期，有网民于2023年11月26日反映校车停靠点距离路口过近。经核实：</p>" + "".join(f"<p>{p}</p>" for p in paragraphs("roads", 3, 3)) + "</div>", "article",
     dict(crumbs=["首页", "解读回应", "回应关切"], date="2023-12-01", notes="a bare day under the title")),
)):
    page("igs", f"https://www.huaian-example.gov.cn{path}", fill(IGS, title=title, site="槐安区人民政府", metas=f'<meta name="ArticleTitle" content="{title}"/>' if kind != "column-list" else f'<meta name="ColumnName" content="{title}"/>', chnl=1100 + n, host="www.huaian-example.gov.cn", trail=trail, main=main, unit="天河市槐安区人民政府办公室"),
         kind, title, "槐安区人民政府", **more)

# --- 5. Two uuids in the address, a script menu, JSON-LD.

UUID = """
<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="UTF-8"/><title>{{title}}{{tail}}</title>{{head}}
<link rel="stylesheet" href="/thirdparty/element-ui/index.css"/></head>
<body><script>document.write('<div class="gtop">'+new Date().getFullYear()+'年</div>')</script>
<div class="h-logo"></div><div class="h-menu" data-json='{{menu}}'></div>
<div class="h-crumbs"><span class="lb">当前位置：</span>{{trail}}</div>
<section class="h-main">{{main}}</section>
<footer class="h-foot"><div>{{unit}} 主办</div><div>冀ICP备12000{{n}}号-1　冀公网安备 13010802000{{n}}号</div></footer></body></html>
"""


def uuid(k):
    h = hexid(k)
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


MENU = json.dumps([{"name": m, "url": f"/columns/{uuid(900 + k)}/index.html", "updated": "2019-05-05"} for k, m in enumerate(("首页", "要闻", "政务公开", "办事"))], ensure_ascii=False)
ROWS = listing("沙棠县", "2024-02-29", 10, 41, (0, 1, 13, 2))
for n, (path, title, tail, head, trail, main, kind, more) in enumerate((
    (f"/columns/{uuid(1)}/index.html", "公示公告", "-沙棠县人民政府", "", "<a href='/'>首页</a><b>/</b><a href='#'>政务公开</a><b>/</b><a href='#'>公示公告</a>", "<div class='col-h'>公示公告</div><ul class='n-list'>" + "".join(f"<li><span class='date'>{d}</span><a href='/columns/{uuid(1)}/{d[:4]}{d[5:7]}/{d[8:]}/{uuid(k + 20)}.html'>{t}<img src='/img/new.gif'/></a></li>" for k, (t, d) in enumerate(ROWS)) + "</ul><div class='n-page'><span>共 5 页</span><span>当前第 1 页</span><a href='index_1.html'>下页</a><a href='index_4.html'>末页</a></div>", "column-list",
     dict(crumbs=["首页", "政务公开", "公示公告"], rows=ROWS, state="readable", pages=5, notes="29 February of a leap year; day before the title; zero-based pager")),
    (f"/columns/{uuid(1)}/202402/29/{uuid(20)}.html", "沙棠县闰日婚姻登记预约公告", "_沙棠县人民政府", '<meta name="PubDate" content="2024-02-29 08:00"/>', "<a href='/'>首页</a><b>/</b><a href='#'>政务公开</a><b>/</b><a href='#'>公示公告</a>", "<h2 class='a-title'>沙棠县闰日婚姻登记预约公告</h2><div class='a-info'><span>2024-02-29 08:00</span><span>信息来源：县民政局</span></div><div class='a-con'>" + "".join(f"<p>{p}</p>" for p in paragraphs("market", 3)) + "</div>", "article",
     dict(crumbs=["首页", "政务公开", "公示公告"], date="2024-02-29", source="县民政局")),
    (f"/columns/{uuid(3)}/202112/31/{uuid(31)}.html", "沙棠县财政局关于2021年政府债务限额的说明", "-沙棠县人民政府", '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2022-06-18","headline":"沙棠县财政局关于2021年政府债务限额的说明"}</script>', "<a href='/'>首页</a><b>/</b><a href='#'>财政预决算</a>", "<h2 class='a-title'>沙棠县财政局关于2021年政府债务限额的说明</h2><div class='a-info'><span>发布日期：2021-12-31</span><span>来源：沙棠县财政局</span></div><div class='a-con'>" + "".join(f"<p>{p}</p>" for p in paragraphs("roads", 3, 4)) + "<p>上述数据截至2021年11月30日。</p></div><ul class='a-file'><li><a href='/upload/2021/a.xlsx'><i class='xls'></i>附表1</a></li><li><a href='/upload/2021/b.xlsx'><i class='xls'></i>附表2</a></li><li><a href='/upload/2021/c.xlsx'><i class='xls'></i>附表3</a></li></ul>", "article",
     dict(crumbs=["首页", "财政预决算"], date="2021-12-31", source="沙棠县财政局", attachments=3, notes="JSON-LD of a re-build contradicts the visible day")),
    (f"/columns/{uuid(4)}/202308/09/{uuid(41)}.html", "沙棠县人民政府办公室关于调整部分节假日后勤值班安排的通知", "-沙棠县人民政府", "", "<a href='/'>首页</a><b>/</b><a href='#'>县政府文件</a>", "<h2 class='a-title'>沙棠县人民政府办公室关于调整部分节假日后勤值班安排的通知</h2><div class='a-info'><span>沙政办函〔2023〕21号</span><span>2023年08月09日 10:10</span><span>沙棠县人民政府办公室</span></div><div class='a-con'>" + "".join(f"<p>{p}</p>" for p in paragraphs("safety", 3, 1)) + "<p>附件：1.值班表（略）</p></div>", "policy",
     dict(crumbs=["首页", "县政府文件"], date="2023-08-09", number="沙政办函〔2023〕21号", notes="附件 named in the text and omitted (略): none to open; unit stands without the label 来源", accept={"source": ["沙棠县人民政府办公室"]})),
    (f"/columns/{uuid(5)}/index.html", "价格和收费", "-沙棠县人民政府", "", "<a href='/'>首页</a><b>/</b><a href='#'>重点领域</a><b>/</b><a href='#'>价格和收费</a>", "<div class='col-h'>价格和收费</div><div class='n-list' id='list-view' v-cloak><ul><li v-for=\"i in rows\"><span class='date'>{{ i.date }}</span><a :href='i.url'>{{ i.title }}</a></li></ul></div><script>new Vue({el:'#list-view',data:{rows:[]},created(){axios.post('/query/getManuscriptData',{cid:5}).then(r=>this.rows=r.data)}})</script>".replace("{{", "{" + "{"), "column-list",
     dict(crumbs=["首页", "重点领域", "价格和收费"], state="unreadable", notes="a template with moustaches is no row")),
)):
    page("uuid", f"http://www.shatang-example.gov.cn{path}", UUID.replace("{{title}}", title).replace("{{tail}}", tail).replace("{{head}}", head).replace("{{menu}}", MENU.replace("'", "&#39;")).replace("{{trail}}", trail).replace("{{main}}", main).replace("{{unit}}", "沙棠县人民政府").replace("{{n}}", str(300 + n)).lstrip("\n"),
         kind, title, "沙棠县人民政府", **more)
