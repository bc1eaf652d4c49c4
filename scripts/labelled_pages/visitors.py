"""Structures that were first met on real list pages and pages with files, third round: each page was
written after the reader had failed on one. None of them was ever held out.
"""
from .strangers import stranger, text
from .texts import chinese, listing, titles


def visitor(url, html, kind, title, site, **more):
    stranger(url, html, kind, title, site, family="visitors", **more)


# --- 1. Each row bears a box with its interpretations, hidden until the pointer is on it.

REFORM = "柳林河县发展和改革局"
ROWS = listing("柳林河县", "2024-06-28", 7, 4)
TIES = {1: 1, 2: 3, 4: 2, 5: 1}


def tied(k):
    names = titles("柳林河县", TIES.get(k, 0), 40 + 3 * k)
    rows = "".join(f'<li><a href="../jd/t{2400 + 10 * k + n}.html" title="{t}">{t}</a></li>' for n, t in enumerate(names))
    return f'<div class="popbox"><div class="close" title="关闭"></div><h3 title="相关解读">相关解读</h3><ul>{rows}</ul></div>'


visitor("http://fgj.liulinhe-example.gov.cn/xxgk/zcfb/index.html", f"""<div class="container"><div class="path"><a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="../">政务公开</a>&nbsp;&gt;&nbsp;<a href="./">政策发布</a></div>
<ul class="submenu"><li><a href="./">政策发布</a></li><li><a href="../gg/">公告</a></li><li><a href="../jd/">解读</a></li></ul>
<div class="list"><ul class="u-list">{"".join(f'''<li><a href="./t{2300 + k}.html" target="_blank" title="{t}">{t}</a>
<script>var flag=0;</script>{tied(k)}<span>{d.replace("-", "/")}</span></li>{'<li class="empty"></li>' if k == 4 else ""}''' for k, (t, d) in enumerate(ROWS))}</ul></div></div>
<div class="footer">主办单位：{REFORM}</div>""", "column-list", "政策发布", REFORM, head=f"政策发布-{REFORM}", crumbs=["首页", "政务公开", "政策发布"], rows=ROWS, state="readable", notes="rows within a row")

# --- 2. The pager's call stands in the braces of a handler; steps parted by slashes; rows that lead to another host.

LAND = "柳林河县自然资源局"
ROWS = listing("柳林河县", "2025-05-16", 6, 12)
visitor("http://zrzy.liulinhe-example.gov.cn/lhzy/kyq/common_list.shtml", f"""<div class="container"><div class="list-fl"><p>重点领域信息公开</p><ul class="list-lm"><li><a href="/lhzy/zd/common_list.shtml">征地信息公开</a></li><li><a href="/lhzy/td/common_list.shtml">土地市场</a></li><li><a href="/lhzy/kyq/common_list.shtml">矿业权市场</a></li></ul></div>
<div class="list-fr"><div class="theme-dqwz">
 当前位置：
<a href='/lhzy/index.shtml'  target="_parent">首页</a>&nbsp;/&nbsp;<a href='/lhzy/tzgg/common_list.shtml'  target="_parent">政务公开</a>&nbsp;/&nbsp;<span>矿业权市场</span>

</div><p class="clearfix"><span>矿业权市场</span></p>
<div id="list-data"><ul class="list">{"".join(f'<li><span>{d}</span><a href="{"https://ggzy.liulinhe-example.gov.cn/jyxx/00100" if k % 3 == 0 else "/lhzy/tzgg/"}{7000 + k}.shtml" target="_blank"  >{t}</a></li>' for k, (t, d) in enumerate(ROWS))}
<script src="/lhzy/js/page.js"></script><script>window.onload=function() {{createPageHTML('page-div',34, 1,'common_list','shtml',500);}}</script>
</ul><div id="page-div"></div></div></div></div><div class="footer"><p><span>主办：{LAND}</span></p></div>""", "column-list", "矿业权市场", LAND, head=f"矿业权市场_{LAND}", crumbs=["首页", "政务公开", "矿业权市场"], rows=ROWS, state="readable", pages=34, next="http://zrzy.liulinhe-example.gov.cn/lhzy/kyq/common_list_2.shtml", notes="function() {createPageHTML(")

# --- 3. A menu that is never closed in an element placed by position-relative; a pager that leaps five pages.

MINES = "柳林河县矿业服务中心"
ROWS = listing("柳林河县", "2025-11-17", 6, 20)
visitor("http://www.lhky-example.gov.cn/xxgkml/dzkc/scxx/", f"""<nav class="navbar navbar-inverse"><div class="container position-relative"><div class="navbar-header"><a class="navbar-brand" href="../../../"><img src="logo.png"></a></div>
<div id="navbar" class="navbar-collapse collapse"><ul class="nav navbar-nav navbar-right"><li><a href="../../../"><i class="iconfont">&#xe638;</i>首页</a></li><li><a href="../../../dt/"><i class="iconfont">&#xe6a2;</i>动态</a></li><li><a href="../../../jg/"><i class="iconfont">&#xe6a7;</i>机构</a></li><li><a href="../../"><i class="iconfont">&#xe658;</i>公开</a></li><li><a href="../../../fw/"><i class="iconfont">&#xe628;</i>服务</a></li></div></div></nav>
<div class="container route"><a href="../../../">首页</a>&nbsp;&gt;&nbsp;<a href="../../">政务公开</a>&nbsp;&gt;&nbsp;<a href="../">地质矿产</a>&nbsp;&gt;&nbsp;<a href="./">市场信息</a></div>
<div class="container"><div class="row"><div class="col-md-3"><div class="classification-title"><span>主题分类</span></div><a class="fz18" data-target="#1">机构职能</a><div id="1" class="collapse"><a href="../../jg/jj/">机关简介</a><a href="../../jg/ld/">领导信息</a></div><a class="fz18" data-target="#2">规划计划</a><div id="2" class="collapse"><a href="../../gh/zt/">总体规划</a><a href="../../gh/nd/">年度计划</a></div></div>
<div class="col-md-9"><ul class="list">{"".join(f'<li class="clearfix"><a class="pull-left" href="./{d[:4]}{d[5:7]}/t{d.replace("-", "")}_{620 - k}.html">{t}</a><span class="pull-left data">{d}</span></li>' for k, (t, d) in enumerate(ROWS))}</ul>
<div class="pager"><span id='pagenav_0' class=on>1</span><a id='pagenav_1' href='index_1.html'>2</a><a id='pagenav_2' href='index_2.html'>3</a><a id='pagenav_3' href='index_3.html'>4</a><a href='index_1.html'>&gt;</a><a id='pagenav_nextgroup' href='index_9.html'>下5页</a><a id='pagenav_tail' href='index_25.html'>尾页</a></div></div></div></div>
<footer>主办：{MINES}</footer>""", "column-list", "市场信息", MINES, head="信息公开目录", crumbs=["首页", "政务公开", "地质矿产", "市场信息"], rows=ROWS, state="readable", pages=26, next="http://www.lhky-example.gov.cn/xxgkml/dzkc/scxx/index_1.html", accept={"title": ["信息公开目录"]}, notes="position-relative names no place")

# --- 4. Breadcrumb and heading stand in a script's literal, out of which a break is taken before it is written.

AUDIT = "柳林河县会计协会"
ROWS = listing("柳林河县", "2021-04-29", 6, 27)
PATH = '<a href="../../" title="首页" class="C">首页</a>><a href="../" title="信息查询" class="C">信息查询</a>><a href="./" title="审计快报" class="C">审计快报</a>'
visitor("http://www.lhkj-example.org.cn/xxcx/kb/index.html", f"""<div class="head"><ul><li><a href="../../index.html">首页</a></li><li><a href="../index.html">信息查询</a></li></ul></div>
<div class="content"><div class="gs-location"><div><span class="l2">你现在的位置：</span>
<script type="text/javascript">
var title='{PATH}';
title = title.replace("<br>","");
document.write(title);
</script></div></div>
<div class="gs-title"><h3>
<script type="text/javascript">
var title='审计快报';
title = title.replace("<br>","");
document.write(title);
</script></h3></div>
<div class="gs-content"><ul id="sub">{"".join(f"<li><a href='t{d.replace('-', '')}_{k}.html' title='{t}'><img src='p.png' alt=''>{t}</a><span>&nbsp;&nbsp;({d})</span></li>" for k, (t, d) in enumerate(ROWS))}</ul></div></div>
<div class="foot"><div><a>版权声明： {AUDIT}</a></div></div>""", "column-list", "审计快报", AUDIT, head=f"{AUDIT}-审计快报", crumbs=["首页", "信息查询", "审计快报"], rows=ROWS, state="readable", notes="title.replace")

# --- 5. The same label with steps that a script from elsewhere writes: the rows below are no steps.

ROWS = listing("柳林河县", "2020-03-18", 5, 33)
visitor("http://www.lhkj-example.org.cn/xxcx/gg/index.html", f"""<div class="head"><ul><li><a href="../../index.html">首页</a></li><li><a href="../index.html">信息查询</a></li></ul></div>
<div class="content"><div class="gs-location"><div><span class="l2">你现在的位置：</span><script src="/js/path.js"></script></div></div>
<div class="gs-content"><ul id="sub">{"".join(f"<li><a href='t{d.replace('-', '')}_{k}.html'>{t}</a><span>&nbsp;&nbsp;({d})</span></li>" for k, (t, d) in enumerate(ROWS))}</ul></div></div>
<div class="foot"><div><a>版权声明： {AUDIT}</a></div></div>""", "column-list", "公告", AUDIT, head=f"{AUDIT}-公告", crumbs=[], column=None, rows=ROWS, state="readable", accept={"column": ["公告"]}, notes="a label without steps")

# --- 6. The headline begins with the name of the site, which stands before the column in the title tag.

HEADLINE = f"{AUDIT}网执业质量检查通告（第七号）"
visitor("http://www.lhkj-example.org.cn/xxcx/zl/t20200618_30.html", f"""<div class="head"><ul><li><a href="../../index.html">首页</a></li></ul></div>
<div class="content"><div class="gs-location"><div><span class="l2">你现在的位置：</span><a href="../../index.html">首页</a>><a href="../index.html">信息查询</a>><a href="javascript:;">质量检查</a></div></div>
<div class="yw-top"><h1>{HEADLINE}</h1><p><span>2020-06-18 04:12</span></p></div><div class="yw-bottom">{text("safety", 4)}<p align="right">2020年6月15日</p></div>
<div class='scy_file' style="display:none;"><h3>附件：</h3><ul></ul></div></div><div class="foot"><div><a>技术支持：县信息中心</a></div></div>""", "article", HEADLINE, f"{AUDIT}网", head=f"{AUDIT}网-质量检查", crumbs=["首页", "信息查询", "质量检查"], date="2020-06-18", written="2020-06-15", notes="a name that the headline bears as well")

# --- 7. A row is one link: the title with its day in brackets, and the beginning of the text, which repeats it.

SPORT = "柳林河县教育体育局"
ROWS = listing("柳林河县", "2020-07-09", 6, 2)
visitor("https://www.lhjt-example.gov.cn/channels/106_2.html", f"""<div id="menu"><h3><a href="../index.html">首　 页</a></h3><h3><a href="51.html">政府信息公开</a></h3></div>
<div id="part6"><div class="pl"><h2>办公室</h2><ul><a href="107.html">公文通知</a>

<a href="108.html">工作动态</a></ul></div>
<div class="pr1"><div class="dqwz"><p>当前位置：
 <a href="../index.html">首页</a>&nbsp;-&nbsp;<a href="104.html">机构设置</a>&nbsp;-&nbsp;<a href="106.html">办公室</a>
</p></div><div class="title-m"><span>办公室</span></div>
<ul>{"".join(f'''<a href="../contents/106/{3000 + k}.html" target="_blank" class="box">
{'<img src="p.jpg">' if k > 3 else ""}
<h3>{t}({d})</h3>
<p>{t}</p>
</a>''' for k, (t, d) in enumerate(ROWS))}</ul>
<div class="page"><span><a href="106.html">首页</a><a href="106.html">上一页</a><a href="106.html">1</a><a class="current">2</a><a href="106_3.html">3</a><a href="106_3.html">下一页</a><a href="106_13.html">尾页</a><a>共 123 条 当前第 2 / 13 页</a></span></div></div></div>
<div id="foot"><p>版权所有：{SPORT}</p></div>""", "column-list", "办公室", SPORT, head=f"[办公室]-{SPORT}", crumbs=["首页", "机构设置", "办公室"], rows=ROWS, state="readable", pages=13, next="https://www.lhjt-example.gov.cn/channels/106_3.html", accept={"title": ["[办公室]"]}, notes="h3 with the day in brackets")

# --- 8. A bare page of a township below the root: what stands like a heading over its rows is the link to the site's map.

TOWN = "柳林河县北坡乡人民政府"
ROWS = listing("北坡乡", "2016-03-11", 6, 33)
visitor("http://www.beipo-example.gov.cn/bpx/", f"""<div class="top"><h3><a href="/map.html">网站地图</a></h3></div>
<ul>{"".join(f'<li><a href="/show/{300 - k}.html">{t}</a> {d}</li>' for k, (t, d) in enumerate(ROWS))}</ul>
<p>地址：柳林河县北坡乡街上</p>""", "column-list", TOWN, TOWN, head=TOWN, rows=ROWS, state="readable", notes="the link to the site's map over the rows")

# --- 9. A list as a component: its script counts the pages down and loads them into the page.

CITY = "柳林河市政府网"
ROWS = listing("柳林河市", "2017-10-13", 7, 41)
visitor("http://www.liulinheshi-example.gov.cn/n3/n13/index.html", f"""<!--start component 导航条(nav)--><div class="nav"><ul><li class="bg"><a class="nav_a" href="../../index.html">网站首页</a></li><li class="bg"><a class="nav_a" href="../../n5/index.html">政务公开</a></li></ul></div><!--end component 导航条(nav)-->
<div class="list_l"><h2>新闻中心</h2><div class="sonname"><a href="../../n3/n13/index.html">河市新闻</a></div><ul class="sonnames">
 </ul><div class="sonname"><a href="../../n3/n14/index.html">媒体聚焦</a></div></div>
<div class="list_r"><div class="tit"><dt><h2>河市新闻</h2></dt><dd><strong>当前位置：</strong><a href="../../index.html" >首页</a>
&gt;&gt;
<a href="../../n3/index.html" >新闻中心</a>
&gt;&gt;
<a href="../../n3/n13/index.html" >河市新闻</a>
</dd></div><div class="list"><div id="comp_77"><ul>{"".join(f'<li><span>[{d}]</span><a href="../../n3/n13/c{5700 - 9 * k}/content.html" target="_blank">{t}</a></li>' for k, (t, d) in enumerate(ROWS))}</ul></div>
<div class="page" id="pag_77"><script>
 var purl="../../n3/n13/index_77"
 function createUrl(n){{ var uu=purl+"_"+n+".html"; return "javascript:pageName="+n+";goPub('"+uu+"')"; }}
 function writePaging(){{ if (pageName==0) pageName=maxPageNum; var url=createUrl(pageName-1); document.getElementById("pag_77").innerHTML="<a href="+url+">下页</a>&nbsp;总页数:"+maxPageNum; }}
 var maxPageNum=0;
 document.cookie="maxPageNum77=26";
 maxPageNum = 26;
 if (maxPageNum>1){{ pageName = 0; writePaging(); }}
</script></div></div></div><div class="footer">主办：柳林河市人民政府 承办：柳林河市信息中心</div>""", "column-list", "河市新闻", CITY, head=f"\n 河市新闻 – \n{CITY}\n", crumbs=["首页", "新闻中心", "河市新闻"], rows=ROWS, state="readable", pages=26, next="http://www.liulinheshi-example.gov.cn/n3/n13/index_77_25.html", accept={"site_name": ["柳林河市人民政府"]}, notes="pages counted down; the next is the last number but one")

# --- 10. Records of a list in a script of data that has no root of its own.

ROADS = "柳林河县交通运输局"
ROWS = listing("柳林河县", "2024-04-09", 6, 50)
visitor("http://jtj.liulinhe-example.gov.cn/col/col1792/index.html", f"""<div class="wrap"><div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/col/col1790/index.html">政务公开</a> &gt; <a href="/col/col1792/index.html">工作动态</a></div>
<div class="box"><script type="text/xml">
{"".join(f'''<record><![CDATA[<li><a href='/art/{d[:4]}/{int(d[5:7])}/{int(d[8:])}/art_1792_{900 - k}.html' title='{t}' target="_blank">{t}</a><span>{d}</span></li>]]></record>
''' for k, (t, d) in enumerate(ROWS))}</script></div></div><div class="footer">主办单位：{ROADS}</div>""", "column-list", "工作动态", ROADS, head=f"工作动态-{ROADS}", crumbs=["首页", "政务公开", "工作动态"], rows=ROWS, state="readable", notes="records without a recordset")

# --- 11. The metas name an article; below its headline stand two files and nothing else.

HOMES = "柳林河县住房和城乡建设局"
NAME = "关于发布柳林河县2023年第一期工程材料信息价的通知"
visitor("http://zjj.liulinhe-example.gov.cn/art/2023/art_6041e31da68e496c9a2fa47a11233fd3.html", f"""<meta name="ArticleTitle" content="{NAME}"><meta name="PubDate" content="2023-03-07 08:59"><meta name="ContentSource" content="{HOMES}">
<div class="wrap"><div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/gk/">政务公开</a> &gt; <a href="/gk/zj/">造价信息</a></div><h1>{NAME}</h1>
<div class="article-content"><p>相关附件下载：</p><p><a href="/files/2023/03/clj.pdf">柳林河县2023年第一期工程材料信息价汇总表.pdf</a></p><p><a href="/files/2023/03/zb.pdf">柳林河县2023年上半年房屋建筑造价指标.pdf</a></p></div></div><div class="footer">主办单位：{HOMES}</div>""", "article", NAME, HOMES, head=f"{NAME}-{HOMES}", crumbs=["首页", "政务公开", "造价信息"], date="2023-03-07", source=HOMES, attachments=2, notes="two files that read like rows; the day stands in the metas alone")

# --- 12. Arrows behind the names of the rows; `<<…>>` in one of them is a quotation.

ROWS = [("2022年5月刊综合版", None), ("2022年4月刊综合版", None), ("2022年3月刊综合版", None), ("关于征订<<柳林河造价信息>>", None)]
visitor("http://zjz.liulinhe-example.gov.cn/Journal/List.aspx?CategoryId=19", f"""<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/Journal/List.aspx?CategoryId=19">电子期刊</a></div><ul class="qk">
{"".join(f'<li><a href="View.aspx?ContentId={978 - 16 * k}" target="_blank"><div><img alt="{t}" /></div><h3><strong>{t.replace("<", "&lt;").replace(">", "&gt;")}</strong>{"<span>››</span>" if k < 3 else ""}</h3></a></li>' for k, (t, d) in enumerate(ROWS))}</ul><div class="footer">主办单位：柳林河县工程造价站</div>""", "column-list", "电子期刊", "柳林河县工程造价站", head="电子期刊-柳林河县工程造价站", crumbs=["首页", "电子期刊"], rows=ROWS, state="readable", notes="arrows behind the names")

# --- 13. A home page below the root with a stub for a title tag: the menu's 首页 leads to the page itself.

FUND = "柳林河市住房公积金管理中心"
NEWS = listing("柳林河市", "2018-10-08", 7, 58)
visitor("http://gjj.liulinheshi-example.gov.cn/web/index/index.html", f"""<div class="top"><a href="http://www.liulinheshi-example.gov.cn/">市政府</a></div>
<div class="nav"><ul><li class="on"><a href="http://gjj.liulinheshi-example.gov.cn/web/index/index.html" target="_parent"><!--large icon-->首页</a></li><li><a href="http://gjj.liulinheshi-example.gov.cn/web/zwgk/index.html">政务信息</a></li><li><a href="http://gjj.liulinheshi-example.gov.cn/web/bszn/index.html">办事指南</a></li><li><a href="http://gjj.liulinheshi-example.gov.cn/web/djzx/index.html">党建园地</a></li><li><a href="http://gjj.liulinheshi-example.gov.cn/web/zcfg/index.html">政策法规</a></li></ul></div>
<div class="slide"><ul class="infoList0">{"".join(f'<li><a title="{t}" href="/web/resource/cms/article/300668/{361700 - 9 * k}/20180{k}.pdf" target="_blank">{t[:14]}...</a> <span>{d}</span></li>' for k, (t, d) in enumerate(NEWS))}</ul></div>
<div class="footer"><p>{FUND} 版权所有 网站标识码 9999000201</p></div>""", "home", "gjjre", FUND, head="gjjre", accept={"title": [FUND, None], "site_name": ["gjjre", None]}, notes="stub title tag, no root address")

# --- 14. A paper shown as the picture of its first page; an attribute has the file.

NAME = "关于公布柳林河县2023年第二期机械租赁信息价的通知"
visitor("http://zjj.liulinhe-example.gov.cn/zwgk/zcwj/content_344931", f"""<meta name="ArticleTitle" content="{NAME}"><meta name="PubDate" content="2023-06-12 09:56"><meta name="ContentSource" content="{HOMES}">
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/zcwj/">政策文件</a></div><h1>{NAME}</h1><div class="info">发布时间：2023-06-12 09:56 来源：{HOMES}</div>
<div class="conTxt"><p><img class="pdfiswidthequals" data-uitype="pdf"
 data-powerurl="/Upload/zjj2/pdf/2023/06/12/jxzl.pdf"
 src="/Upload/zjj2/pdf/2023/06/12/jxzl_new.png"></p></div><div class="footer">主办单位：{HOMES}</div>""", "article", NAME, HOMES, head=f"{NAME}-{HOMES}", crumbs=["首页", "政务公开", "政策文件"], date="2023-06-12", source=HOMES, attachments=1, notes="the file in data-powerurl of a picture")

# --- 15. Two dashes in the title tag part the column from the site's two names; cells for headline and day.

PRICE = "柳林河市物价局-柳林河市物价局网站"
NAME = "柳林河市上半年发放价格临时补贴的情况"
visitor("http://www.lhwj-example.gov.cn/col1/articleinfo.php?infoid=547", f"""<table width="1004" border="0" align="center" class="tableMainStyle"><tr><td><a href="../index.html">首 页</a></td><td class="menuSelected"><a href="articlecolumn.html">工作动态</a></td><td><a href="../col2/articlecolumn.html">政策文件</a></td></tr></table>
<table width="1004" border="0" align="center"><tr><td><div id="divMainLocID"><table border="0" width="100%"><tr><td><a href='../index.html'>首页</a> >>&nbsp;<a href='articlecolumn.html' class='x_column_link'>工作动态</a> >>&nbsp;正文</td></tr></table></div>
<table border="0" width="100%" align="center"><tr align="center"><td class="x_content_title">{NAME}</td></tr><tr align="center"><td><span class="x_time">2020-08-10 09:12:45</span></td></tr><tr><td><div id="divMainContentID">{text("market", 3)}</div></td></tr></table></td></tr></table>
<table width="1004" align="center"><tr><td align="center">技术支持：柳林河市价格信息中心</td></tr></table>""", "article", NAME, PRICE, head=f"工作动态——{PRICE}", crumbs=["首页", "工作动态", "正文"], date="2020-08-10", accept={"site_name": ["柳林河市物价局"]}, notes="two dashes in the title tag")

ROWS = listing("柳林河市", "2020-11-27", 6, 66)
visitor("http://www.lhwj-example.gov.cn/col1/articlecolumn.php", f"""<table width="1004" border="0" align="center" class="tableMainStyle"><tr><td><a href="../index.html">首 页</a></td><td class="menuSelected"><a href="articlecolumn.php">工作动态</a></td><td><a href="../col2/articlecolumn.php">政策文件</a></td></tr></table>
<table width="1004" border="0" align="center"><tr><td><div id="divMainLocID"><table border="0" width="100%"><tr><td><a href='../index.html'>首页</a> >>&nbsp;<a href='articlecolumn.php' class='x_column_link'>工作动态</a></td></tr></table></div>
<table border="0" width="98%">{"".join(f'<tr><td></td><td width="15"><img src="../images/dot.jpg"></td><td align="left"><a class="x_title" href="articleinfo.php?infoid={600 - 3 * k}" target="_blank">{t}</a>&nbsp;&nbsp;</td><td align="right"><span class="x_time">{d}</span></td></tr>' for k, (t, d) in enumerate(ROWS))}</table></td></tr></table>
<table width="1004" align="center"><tr><td align="center">技术支持：柳林河市价格信息中心</td></tr></table>""", "column-list", "工作动态", PRICE, head=f"工作动态——{PRICE}", crumbs=["首页", "工作动态"], rows=ROWS, state="readable", accept={"site_name": ["柳林河市物价局"]}, notes="two dashes in the title tag of a list")
