"""Structures that were first met on real pages of the fourth round, and their neighbours: each page was
written after the reader had failed on one, or was seen to fail itself. None of them was ever held out.
"""
from .strangers import stranger, text
from .texts import listing, paragraphs


def newcomer(url, html, kind, title, site, **more):
    stranger(url, html, kind, title, site, family="newcomers", **more)


def sentence(topic, number):
    return paragraphs(topic, 5)[number % 5]


# --- 1. The last step is the template's word for the kind of page; the heading names the site, steps part by -->.

PLAN = "青石滩市社科规划办"
ROWS = listing("青石滩市", "2019-05-20", 8, 3)
newcomer("http://www.qstskgh-example.gov.cn/more/003/003-1.html", f"""<div class="head"><h1>{PLAN}-省社科规划办</h1></div><div class="nav bold"><ul id="nav"><li><a href="../../index.html">首  页</a></li><li><a href="../003/003-1.html">通知公告</a></li><li><a href="../011/011-1.html">工作动态</a></li></ul></div>
<div class="content"><div class="place-tag"> 当前位置：<a href="../../index.html">首页</a> --> 通知公告 --> 列表 </div>
<div class="rows-wrap">{"".join("<ul>" + "".join(f'<li><span>[{d} 1{k}:35]</span><a href="../../p/{d.replace("-", "")}/gh{g}{k}-35.html">{t}</a></li>' for k, (t, d) in enumerate(ROWS[4 * g:4 * g + 4])) + "</ul>" for g in range(2))}
<div class="turn"><span class="here">1</span> <a href="003-2.html">2</a> <a href="003-3.html">3</a> <a href="003-2.html">下一页</a></div></div></div>
<div class="footer"><p>版权所有&copy;2012-2018青石滩市哲学社会科学规划领导小组办公室</p></div>""", "column-list", "通知公告", PLAN, head=f"通知公告_{PLAN}", crumbs=["首页", "通知公告", "列表"], column="通知公告", rows=ROWS, state="readable", pages=3, next="http://www.qstskgh-example.gov.cn/more/003/003-2.html", accept={"site_name": ["青石滩市哲学社会科学规划领导小组办公室"]}, notes="a last step 列表")

# --- 2. Metas with a template's own words in them; the title tag names the branch above the column.

MARKET = "青石滩市公共资源交易网"
STUBS = '<meta name="SiteName" content="网站名称"><meta name="SiteDomain" content="网站域名"><meta name="SiteIDCode" content="政府网站标识码"><meta name="ColumnName" content="栏目名称">'
ROWS = listing("青石滩市", "2021-01-12", 6, 14)
newcomer("http://www.qstjy-example.com/fzx/032/032001/fz_more.html", f"""{STUBS}<div id="header"></div><div class="nav2"><div class="nav2-left">东山分中心</div><div id="menu_ds"></div></div>
<div class="box"><div class="loc"><span>当前位置：</span> <a href="../../../index.html">首页</a> <span class="loc-span">&gt;</span><a href="../../fz.html">东山分中心</a> <span class="loc-span">&gt;</span><a href="../fz_more.html">新闻动态</a> <span class="loc-span">&gt;</span><span class="cur">通知公告</span></div>
<div class="left"><div class="tt">新闻动态</div><ul><li><h3><a href="">通知公告</a></h3></li><li><h3><a href="../032002/fz_more.html">中心新闻</a></h3></li></ul></div>
<table class="tb"><thead><tr><th>序号</th><th>标题</th><th>发布时间</th></tr></thead><tbody>{"".join(f'<tr><td><span>{k}</span></td><td><a href="{d.replace("-", "")}/d6ec{k}.html" title="{t}">{t}</a></td><td>{d}</td></tr>' for k, (t, d) in enumerate(ROWS, 1))}</tbody></table></div>""", "column-list", "通知公告", MARKET, head=f"{MARKET}---东山分中心", crumbs=["首页", "东山分中心", "新闻动态", "通知公告"], rows=ROWS, state="readable", accept={"site_name": ["东山分中心", f"{MARKET}---东山分中心"]}, notes="stub metas; a title tag above the column")

# --- 3. Beside a list that a script fills, an empty box of hot rows under its heading.

SCHOOLS = "青石滩教育网"
newcomer("http://www.qstjyw-example.com/tzgg.html", f"""<form id="form1"><div class="welcome">欢迎登录{SCHOOLS}！</div><div class="topnav"><a href="index.html"><span>首 页</span></a> <a href="xwkd.html"><span>新闻快递</span></a> <a href="xyjj.html"><span>学院简介</span></a></div>
<table width="100%"><tr><td width="256" valign="top"><div class="border"><div class="titlebg"><h2>信息检索</h2></div><div><input id="keyword" value="关键字"></div></div><div class="border"><div class="titlebg"><h2>热点信息</h2></div><div id="ClickData"></div></div>
<div class="border"><div class="titlebg"><h2>学习排行</h2></div><table id="LearnOrder"><tr><th>排名</th><th>姓名</th><th>学分</th></tr></table></div></td><td width="5"></td>
<td valign="top"><div class="border"><div class="titlebg"><p class="currentlocal">您现在的位置： <a href="index.html">首页</a> &gt;&gt; <a href="">通知公告</a><span id="currentUrl"></span></p></div><div class="pd10" id="divListContent"><ul class="newslist">
</ul></div><div id="Pagination" class="digg"></div></div></td></tr></table>
<div class="bottom"><p>{SCHOOLS}版权所有 <a href="javascript:;">某ICP备11021833号-2</a></p><p>主办：青石滩社区教育学院 承办：青石滩广播电视大学</p></div></form><script src="js/page_init.js"></script>""", "column-list", "通知公告", SCHOOLS, head=SCHOOLS, crumbs=["首页", "通知公告"], state="unreadable", accept={"site_name": ["青石滩社区教育学院"]}, notes="a heading of hot rows over none")

# --- 4. Rows without links: a title, the beginning of the text and a day, each in an element of its own.

GOVERNMENT = "青石滩政府网"
ROWS = listing("青石滩市", "2018-11-11", 5, 27)
newcomer("http://www.qst-example.gov.cn/xwzx.html", f"""<div id="head"></div><div class="path"><em>您的位置:
 <a href="">首页</a> > <a href="">新闻中心</a> > <a href="">本市时政</a> </em></div>
<div class="content"><div class="artshow"><ul class="artlist">{"".join(f'<li><div class="altitle">{t}</div><div class="desc">{sentence("roads", k)}</div><div class="arttime">{d}</div></li>' for k, (t, d) in enumerate(ROWS))}</ul>
<div class="page"><a href="">首页</a><a href="">上一页</a><a href="">&nbsp;1&nbsp;</a><a href="">&nbsp;2&nbsp;</a><a href="">下一页</a><a href="">尾页</a></div></div>
<div class="right"><ul class="catalog"><h3>新闻中心</h3><li><a href="">本市时政</a></li><li><a href="">县区动态</a></li><li><a href="">部门动态</a></li></ul></div></div><div id="footer"></div>""", "column-list", "本市时政", GOVERNMENT, head=GOVERNMENT, crumbs=["首页", "新闻中心", "本市时政"], rows=ROWS, state="readable", notes="rows that a script will lead on")

# --- 5. The same as a component leaves it: divs with the day before the title.

ROWS = listing("青石滩市", "2024-03-22", 6, 33)
newcomer("http://www.qst-example.gov.cn/web/list?channel=zcwj", f"""<div id="app"><div class="crumb"><span>首页</span> &gt; <span>政务公开</span> &gt; <span>政策文件</span></div>
<div class="news">{"".join(f'<div class="news-item"><span class="date">{d.replace("-", ".")}</span><p class="t">{t}</p></div>' for t, d in ROWS)}</div></div><div class="footer">主办单位：青石滩市人民政府</div>""", "column-list", "政策文件", "青石滩市人民政府", head="政策文件", crumbs=["首页", "政务公开", "政策文件"], rows=ROWS, state="readable", accept={"site_name": ["政策文件"]}, notes="rows without links as a component leaves them")

# --- 6. A record of events is no list: its lines are sentences.

EVENTS = "".join(f'<div class="ev"><span class="date">{d}</span><p>{sentence("water", k)}</p></div>' for k, (_, d) in enumerate(listing("青石滩市", "2019-12-30", 5, 40)))
newcomer("http://www.qst-example.gov.cn/qsgk/dsj.html", f"""<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/qsgk/">青石概况</a> &gt; <span>大事记</span></div><div class="con">{EVENTS}</div><div class="footer">主办单位：青石滩市人民政府</div>""", "other", "大事记", "青石滩市人民政府", head="大事记-青石滩市人民政府", crumbs=["首页", "青石概况", "大事记"], notes="days before sentences")

# --- 7. A signature whose body is a section, above the neighbours' titles.

NAME = "技能教学比赛赛事通报"
newcomer("http://www.qstdd-example.com/info/1010/1149.html", f"""<div class="menu"><ul><li><a href="../../index10.html">首页</a></li><li><a href="../../xwtz.html">新闻通知</a></li></ul></div>
<div class="lnav"><table><tr><td nowrap="">当前位置： <a href="../../index10.html">首页</a><span>>></span><a href="../../xwtz.html">新闻通知</a><span>>></span><span>正文</span></td></tr></table></div>
<form><div class="box_title">{NAME}</div><div class="box_author">2014年10月14日 17:21&nbsp;&nbsp;点击：[<script>_showDynClicks("wbnews", 1, 2)</script>] </div><div id="vsb_content">{text("jobs", 3)}<p align="right">青石滩广播电视大学教学处基础教研室</p><p>&nbsp;</p><p align="right">2014年10月13日</p></div>
<ul><li>上一条：<a href="1150.html">土木建筑技能竞赛赛事通报</a></li><li>下一条：<a href="1025.html">电大杯技能竞赛初赛举行</a></li></ul></form>""", "article", NAME, "全市学生专业技能竞赛", head=f"{NAME}-全市学生专业技能竞赛", crumbs=["首页", "新闻通知", "正文"], date="2014-10-14", written="2014-10-13", accept={"site_name": [None]}, notes="signed by a 教研室")

# --- 8. A page for telephones without a breadcrumb: a button's word stands over the rows.

ROWS = listing("青石滩市", "2017-10-12", 5, 51)
newcomer("http://yb.qst-example.gov.cn/m/tzgg.html", f"""<div class="bottom_box"><div class="banner_b"><img src="img/t.jpg" /></div><div class="ybxw_search"><input type="text" placeholder="请输入"><div class="ybxw_sousuobtn"><button>搜索</button></div></div>
<div class="main_b"><ul>{"".join(f'<li><a href="#{k}"><div class="cont"><img src="img/i.png"/><div class="wenzi">{t}</div></div><p>{d}  09:52:37</p></a></li>' for k, (t, d) in enumerate(ROWS))}</ul></div></div>
<footer><ul><li><a href="#"><i>首页</i></a></li><li><a href="#"><i>关于我们</i></a></li></ul></footer>""", "column-list", "通知公告", None, head="通知公告", column=None, rows=ROWS, state="readable", accept={"column": ["通知公告"], "site_name": ["通知公告"]}, notes="btn is no title")

# --- 9-16. Shapes of rows that our own probes of the reader showed it failing on.

TOWN = "竹溪坪县"
OFFICE = f"{TOWN}人民政府"
CRUMB = '<div class="loc">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="./">通知公告</a></div>'
HEAD = '<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>'
FOOT = f'<div class="footer"><p>主办：{OFFICE}办公室</p><p>版权所有 某ICP备05001234号</p></div>'


def rows_page(name, day, seed, body, notes, **more):
    rows = listing(TOWN, day, 6, seed)
    newcomer(f"http://www.zxp-example.gov.cn/{name}/tzgg/index.html", HEAD + CRUMB + body(rows) + FOOT, "column-list", "通知公告", OFFICE, head=f"通知公告-{OFFICE}", crumbs=["首页", "政务公开", "通知公告"], rows=rows, state="readable", notes=notes, **more)


def each(rows, form):
    return "".join(form(k, title, day) for k, (title, day) in enumerate(rows))


rows_page("kp", "2024-03-05", 61, lambda rows: '<div class="row">' + each(rows, lambda k, t, d: f'<div class="col-md-6"><div class="card"><div class="card-header">公告</div><div class="card-body"><h5 class="card-title"><a href="t{k}.html">{t}</a></h5></div><div class="card-footer text-muted">{d}</div></div></div>') + "</div>", "cards with a head and a foot")
rows_page("lj", "2024-01-16", 62, lambda rows: '<ul class="list">' + each(rows, lambda k, t, d: f'<li><a href="t{k}.html"><h4>{t}</h4><p>{sentence("roads", k)}</p><span>{d}</span></a></li>') + "</ul>", "title, text and day in one link")
rows_page("sx", "2023-11-21", 63, lambda rows: '<ul class="list"><script>' + each(rows, lambda k, t, d: f"document.write('<li><a href=\"t{k}.html\">{t}</a><span>{d}</span></li>');") + "</script></ul>", "rows that a script writes whole")
rows_page("tj", "2023-09-27", 64, lambda rows: '<ul class="list" id="l"></ul><script>$(function(){' + each(rows, lambda k, t, d: f"$('#l').append('<li><a href=\"t{k}.html\">{t}</a><span>{d}</span></li>');") + "})</script>", "rows that a script appends whole")
rows_page("hz", "2024-05-31", 65, lambda rows: "<ul>" + each(rows, lambda k, t, d: f'<li><div><b>{d[8:]}</b><i>{int(d[5:7])}月 {d[:4]}</i></div><a href="t{k}.html">{t}</a></li>') + "</ul>", "the day in a box above month and year")
rows_page("yw", "2022-08-24", 66, lambda rows: "<ul>" + each(rows, lambda k, t, d: f'<li><a href="t{k}.html">{t}</a><i>{"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[int(d[5:7]) - 1]} {int(d[8:])}, {d[:4]}</i></li>') + "</ul>", "days with English months")
rows_page("dn", "2021-06-25", 67, lambda rows: "<ul>" + each(rows, lambda k, t, d: f'<li><a href="t{k}.html">{t}</a><i>[{d[2:]}]</i></li>') + "</ul>", "short years in brackets")
rows_page("wz", "2024-02-02", 68, lambda rows: "<main>" + each(rows, lambda k, t, d: f'<article><header><h2><a href="t{k}.html">{t}</a></h2></header><p>{sentence("water", k)}</p><footer><time datetime="{d}">{d}</time> <a href="/c/tz/">通知</a></footer></article>') + "</main>", "articles with a head and a foot of their own")
rows_page("fy", "2024-04-12", 69, lambda rows: "<ul>" + each(rows, lambda k, t, d: f'<li><a href="t{k}.html">{t}</a><i>{d}</i></li>') + '</ul><div class="pages"><a href="?page=2">下一页 »</a></div>', "a pager of one link with an arrow", next="http://www.zxp-example.gov.cn/fy/tzgg/index.html?page=2")

# --- 17-24. Articles: what stands around a title.


def article_page(name, day, topic, title, head, notes, tail="", crumb=CRUMB, crumbs=("首页", "政务公开", "通知公告"), **more):
    page = HEAD + crumb + head + f'<div class="con">{text(topic, 3)}{tail}</div>' + FOOT
    newcomer(f"http://www.zxp-example.gov.cn/{name}/tzgg/{day[:4]}/t{day.replace('-', '')}_1.html", page, "article", title, OFFICE, head=f"{title}-{OFFICE}", crumbs=list(crumbs), date=day, notes=notes, **more)


FIELD = f"{TOWN}春季农业生产工作方案"
SHOWN = "<p>发布时间：2024-03-05　来源：县农业农村局</p>"
BY = "县农业农村局"
article_page("wmc", "2024-03-05", "water", FIELD, f'<div class="hd"><h1>{OFFICE}</h1></div><div class="t"><p class="name">{FIELD}</p></div>{SHOWN}', "the site's name in an h1", source=BY)
article_page("wza", "2024-03-05", "water", FIELD, f"<h2>{FIELD}</h2>{SHOWN}", "a breadcrumb behind 位置", crumb='<div class="pos"><b>位置</b><a href="/">首页</a> / <a href="/zwgk/">政务公开</a> / <a href="./">通知公告</a></div>', source=BY)
article_page("tbz", "2024-03-05", "water", FIELD, f"<h2>{FIELD}</h2>{SHOWN}", "a breadcrumb parted by an icon font's glyphs", crumb='<div class="pos"><i class="iconfont">&#xe601;</i>当前位置：<a href="/">首页</a><i class="iconfont">&#xe602;</i><a href="/zwgk/">政务公开</a><i class="iconfont">&#xe602;</i><a href="./">通知公告</a></div>', source=BY)
article_page("jb", "2024-03-05", "water", FIELD, f"<h2>{FIELD}</h2>{SHOWN}", "a breadcrumb that jQuery fills", crumb="<div class='pos'>当前位置：<span id='crumb'></span></div><script>$('#crumb').html('<a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a> &gt; <a href=\"./\">通知公告</a>');</script>", source=BY)
article_page("wmh", "2024-03-05", "water", FIELD, f"<h1>{FIELD}</h1><p>发布时间 2024-03-05 来源 县农业农村局</p>", "particulars without colons", source=BY)
article_page("fby", "2024-03-05", "water", FIELD, f"<h1>{FIELD}</h1><p><span>发布于 2024-03-05</span> <span>县政府办</span></p>", "发布于 before a day")
article_page("dwr", "2024-03-05", "water", FIELD, f"<h1>{FIELD}</h1><p>县政府办 2024-03-05 11:20</p>", "a body and a day below the title")
article_page("llz", "2024-03-05", "water", FIELD, f"<h1>{FIELD}</h1><p>2024-03-05 11:20 | 县政府办 | 浏览量 20</p>", "a day, a body and a count, parted by bars")
article_page("tgr", "2024-03-05", "water", FIELD, f"<h1>{FIELD}</h1><p>来源：县农业农村局　信息提供日期：2024-03-05　阅读次数：3</p>", "a day labelled as handed in", source=BY)
article_page("cxw", "2024-03-05", "water", FIELD, f"<h1>{FIELD}</h1>{SHOWN}", "a file named in the query", tail='<p>附件：<a href="/u/file.ashx?f=fangan.rar&amp;n=1">工作方案</a></p>', source=BY, attachments=1)
