"""TRS WCM: columns with every pager shape, articles with their traps."""
from .model import page
from .texts import chinese, listing, paragraphs, titles

FRAME = """<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<title>{head}</title>
<meta name="SiteName" content="{site}"/><meta name="SiteDomain" content="{host}"/><meta name="SiteIDCode" content="5001180{n}"/>
{metas}
<link rel="stylesheet" href="../../images/common.css"/>
<script src="../../images/jquery.min.js"></script>
<!--[if lt IE 9]><script src="../../images/html5shiv.js"></script><![endif]-->
</head>
<body>
<!-- 头部 begin -->
<div class="header"><div class="wrap clearfix"><div class="logo fl"><a href="/"><img src="../../images/logo.png" alt=""/></a></div><div class="fr weather" id="weather"></div>
<form class="search" action="/so/s" target="_blank"><input type="text" name="qt" value="请输入关键字"/><input type="hidden" name="siteCode" value="5001180{n}"/></form></div></div>
<div class="nav"><ul class="wrap clearfix"><li><a href="/">首页</a></li><li><a href="/zjxx/">走进{short}</a></li><li><a href="/ywdt/">要闻动态</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<!-- 头部 end -->
<div class="wrap"><div class="crumbs">{crumbs}</div>
{main}
</div>
<!-- 底部 -->
<div class="footer"><div class="wrap"><p>主办：{site}　承办：{short}政务服务和大数据局</p><p>ICP备案：渝ICP备0500{n}号　国际联网备案：渝公网安备 5001180200{n}号　网站标识码：5001180{n}</p><p>政务服务总客服热线：023-12345</p></div></div>
<script>var _trs_date="2024-03-01";</script>
</body>
</html>
"""
SITES = {"a": ("www.beitan2-example.gov.cn", "北潭区人民政府", "北潭", "018"), "b": ("jj.beitan2-example.gov.cn", "北潭区经济和信息化委员会", "北潭", "021"), "c": ("www.muxi2-example.gov.cn", "沐溪县人民政府网", "沐溪", "033")}


def trs(key, path, steps, main, kind, title, metas="", family="trs", head=None, **more):
    host, site, short, n = SITES[key]
    crumbs = '<em>当前位置：</em>' + "".join(f'<a href="/x{k}/">{s}</a>{"&nbsp;&gt;&nbsp;" if k < len(steps) - 1 else ""}' for k, s in enumerate(steps))
    page(family, f"http://{host}{path}", FRAME.format(head=head or f"{title}_{site}", site=site, host=host, n=n, short=short, metas=metas, crumbs=crumbs, main=main), kind, title, site, crumbs=steps, **more)


def address(k, d, extra=""):
    return f"./{d[:4]}{d[5:7]}/t{d.replace('-', '')}_{8800100 - k}.html{extra}"


def column(key, path, steps, rows, markup, pager, seen=None, **more):
    trs(key, path, steps, markup(rows) + pager, "column-list", steps[-1], f'<meta name="ColumnName" content="{steps[-1]}"/>', "trs-column", rows=seen or rows, state="readable", **more)


def plain(rows):
    return '<ul class="tab-item">' + "".join(f'<li class="clearfix"><a href="{address(k, d)}" title="{t}" target="_blank">{t[:24]}{"..." if len(t) > 24 else ""}</a><span>{d}</span></li>' for k, (t, d) in enumerate(rows)) + "</ul>"


column("a", "/zwgk/tzgg/index.html", ["首页", "政务公开", "通知公告"], listing("北潭区", "2024-02-28", 14, 2), plain, '<div class="page"><script>createPageHTML(12, 0, "index", "html");</script></div>', pages=12, next="http://www.beitan2-example.gov.cn/zwgk/tzgg/index_1.html")
column("a", "/zwgk/gsgg/index_3.html", ["首页", "政务公开", "公示公告"], listing("北潭区", "2022-08-11", 14, 16), plain, '<div class="page"><script type="text/javascript">\ncreatePage(\n 50, 3 ,"index", "html");</script></div>', pages=50)
column("b", "/zwgk_150/zcwj/index.shtml", ["首页", "政务公开", "政策文件"], listing("北潭区", "2023-10-08", 9, 36), plain, '<script>var currentPage = 0;var prevPage = currentPage-1;var nextPage = currentPage+1;var countPage = 4;\nif(countPage>1){document.write("<a href=index_"+nextPage+".shtml>下一页</a>");}</script>', pages=4)
column("b", "/ywdt/", ["首页", "要闻动态"], listing("北潭区", "2024-02-29", 10, 45), lambda rows: '<div class="news">' + "".join(f'<div class="item"><a class="pic" href="{address(k, d)}"><img src="./{k}.jpg" alt="{t}"/></a><div class="txt"><h3><a href="{address(k, d)}">{t}</a></h3><p>{paragraphs("culture", 1, k)[0][:50]}...<a href="{address(k, d)}">[查看详情]</a></p><span class="time">{chinese(d)}</span></div></div>' for k, (t, d) in enumerate(rows)) + "</div>", '<div class="page"><b>1</b>/6 <a href="index_1.html">下一页</a></div>', notes="cards: picture link, headline, detail link", pages=6)
ROWS = listing("沐溪县", "2024-01-09", 12, 22, (0, 4, 9, 3))
PINNED = [("沐溪县政务公开办公室电话一览", "2019-05-06"), ("关于启用沐溪县人民政府新域名的公告", "2021-11-30")] + ROWS
column("c", "/gk/gg/", ["首页", "公开", "公告"], PINNED, lambda rows: '<table class="list">' + "".join(f'<tr{" class=top" if k < 2 else ""}><td>{"<i>置顶</i>" if k < 2 else ""}<a href="{address(k, d)}">{t}</a></td><td>{d[5:]}</td></tr>' for k, (t, d) in enumerate(rows)) + "</table>", '<p>共 14 条记录，每页 14 条，共 1 页</p>', notes="two pinned rows; month and day shown, the year is in tYYYYMMDD", pages=1)
ROWS = listing("沐溪县", "2024-01-05", 8, 7)
column("c", "/gk/zdly/index_2.html", ["首页", "公开", "重点领域"], ROWS, lambda rows: '<dl class="yd">' + "".join(f'<dd><div class="rq"><span>{d[8:]}</span><p>{d[:7]}</p></div><div class="nr"><a href="{address(k, d)}"><strong>{t}</strong></a></div></dd>' for k, (t, d) in enumerate(rows)) + "</dl>", '<div id="pagination" total="57" pagesize="8" curpage="2"></div><a href="index.html">1</a><a href="index_1.html">2</a><span>3</span><a href="index_3.html">4</a><a href="index_7.html">末页</a>', notes="two-box days")
trs("c", "/gk/jyta/", ["首页", "公开", "建议提案"], '<ul class="list"></ul><div class="page"><script>createPageHTML(0, 0, "index", "html");</script></div><div class="rm"><h4>热门</h4>' + plain(listing("沐溪县", "2023-07-07", 3, 18)) + "</div>", "column-list", "建议提案", '<meta name="ColumnName" content="建议提案"/>', "trs-column", rows=[], state="empty", notes="createPageHTML(0…) and an empty ul beside a hot list")
trs("c", "/gk/xzzf/", ["首页", "公开", "行政执法"], '<ul class="list" id="xzzf"></ul><script>$.ajax({url:"./datalist.json",dataType:"json",success:function(d){$.each(d.list,function(i,v){$("#xzzf").append("<li><a href=\'"+v.u+"\'>"+v.t+"</a><span>"+v.d+"</span></li>")})}});</script>', "column-list", "行政执法", '<meta name="ColumnName" content="行政执法"/>', "trs-column", state="unreadable", notes="rows from a JSON file by $.ajax")


def metas(title, day, source="", column_name=""):
    return f'<meta name="ArticleTitle" content="{title}"/><meta name="PubDate" content="{day}"/><meta name="ContentSource" content="{source}"/><meta name="ColumnName" content="{column_name}"/><meta name="Keywords" content=""/>'


def text(topic, start=0, count=4):
    return '<div class="view TRS_UEDITOR trs_paper_default">' + "".join(f'<p style="text-align: justify; text-indent: 2em;">{p}</p>' for p in paragraphs(topic, count, start)) + "</div>"


trs("a", "/zwgk/tzgg/202402/t20240228_8800100.html", ["首页", "政务公开", "通知公告"], '<h1 class="tit">北潭区数字经济专项资金申报指南</h1><div class="info"><span>日期：2024-02-28</span><span>来源：区经济信息委</span><span>字号：大 中 小</span></div>' + text("market", 1) + '<p>申报截止日期：2024年4月15日。咨询电话：023-42202403。</p><ul class="fj"><li><a href="./P020240228501.docx" OLDSRC="/protect/P0202402/P020240228501.docx">申报书.docx</a></li><li><a href="./P020240228502.zip">附件材料包.zip</a></li></ul>', "article", "北潭区数字经济专项资金申报指南", metas("北潭区数字经济专项资金申报指南", "2024-02-28 16:33", "区经济信息委", "通知公告"), date="2024-02-28", source="区经济信息委", attachments=2, notes="closing day, file names with days")
trs("a", "/zwgk/zcwj/202312/t20231229_8790011.html", ["首页", "政务公开", "政策文件"], '<table class="xxgk"><tr><td>[ 索引号 ]</td><td>11500109009320016R/2023-00412</td><td>[ 发文字号 ]</td><td>北潭府办发〔2023〕88号</td></tr><tr><td>[ 主题分类 ]</td><td>工业</td><td>[ 体裁分类 ]</td><td>其他公文</td></tr><tr><td>[ 发布机构 ]</td><td>北潭区政府办公室</td><td>[ 有效性 ]</td><td></td></tr><tr><td>[ 成文日期 ]</td><td>2023-12-22</td><td>[ 发布日期 ]</td><td>2023-12-29</td></tr></table><h1 class="tit">北潭区人民政府办公室<br/>关于印发工业园区提质方案的通知</h1><p class="wh">北潭府办发〔2023〕88号</p>' + text("roads", 3), "policy", "北潭区人民政府办公室关于印发工业园区提质方案的通知", metas("北潭区人民政府办公室关于印发工业园区提质方案的通知", "2023-12-29 00:00", "", "政策文件"), date="2023-12-29", written="2023-12-22", number="北潭府办发〔2023〕88号", index="11500109009320016R/2023-00412", notes="labels in square brackets; title over two lines")
trs("b", "/zwgk_150/zcwj/202310/t20231008_8700001.html", ["首页", "政务公开", "政策文件"], '<h1 class="tit">北潭区经济和信息化委员会关于取消部分证明材料的公告（第3号）</h1><div class="info">2023年10月8日　<script>document.write("来源：本网")</script></div>' + text("market", 2) + "<p>（公告〔2023〕第3号）</p>", "policy", "北潭区经济和信息化委员会关于取消部分证明材料的公告（第3号）", metas("北潭区经济和信息化委员会关于取消部分证明材料的公告（第3号）", "2023-10-08 11:00", "本网"), date="2023-10-08", source="本网", notes="公告 with a serial number that is no full 文号", accept={"doc_number": ["公告〔2023〕3号", None]}, number="公告〔2023〕第3号")
trs("c", "/gk/gg/201905/t20190506_8800100.html", ["首页", "公开", "公告"], '<h1 class="tit">沐溪县政务公开办公室电话一览</h1><div class="info">发布时间：2019-05-06 更新时间：2024-01-02 来源：县政务公开办</div><table border="1"><tr><th>单位</th><th>电话</th></tr><tr><td>县发改局</td><td>0833-2020111</td></tr><tr><td>县教育局</td><td>0833-2019222</td></tr></table>', "article", "沐溪县政务公开办公室电话一览", metas("沐溪县政务公开办公室电话一览", "2019-05-06 08:00"), date="2019-05-06", source="县政务公开办", notes="published and updated differ: the label 发布时间 wins")
trs("c", "/gk/gg/202401/t20240109_8800098.html", ["首页", "公开", "公告"], '<h1 class="tit">沐溪县“开门红”消费券发放公告</h1><div class="info"><i>作者：李小雪</i><i>责编：王大暑</i><i>2024-01-09 23:58</i></div>' + text("jobs", 2) + "<p>发放时间：2024年1月12日10时起。</p>", "article", "沐溪县“开门红”消费券发放公告", metas("沐溪县&quot;开门红&quot;消费券发放公告", "2024-01-10 00:01"), date="2024-01-09", notes="meta a day later than shown; 发放时间 in the text", accept={"title": ["沐溪县\"开门红\"消费券发放公告"]})
trs("c", "/gk/gg/202202/t20220222_8600022.html", ["首页", "公开", "公告"], '<h1 class="tit">沐溪县2202年度植树造林任务公告</h1><div class="info">发布时间：2202-02-22　来源：县林业局</div>' + text("farming", 4), "article", "沐溪县2202年度植树造林任务公告", metas("沐溪县2202年度植树造林任务公告", "2022-02-22 09:20", "县林业局"), date="2022-02-22", where="meta", source="县林业局", notes="the visible year is a slip of the pen (2202); meta and address agree on 2022", accept={"publish_date": [None], "date_where": ["none"]})
