"""Policies and what explains them, linked in both directions, in five shapes and some near misses."""
from .model import page
from .texts import listing, paragraphs


def body(topic, start=0, count=4, tag="p"):
    return "".join(f"<{tag}>{p}</{tag}>" for p in paragraphs(topic, count, start))


# --- Shape 1: a box 相关解读 / 相关文件 at the side of the article (TRS paths).

BOX = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}-松岚区人民政府</title><meta name="SiteName" content="松岚区人民政府"><meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{date} 10:00"><meta name="ColumnName" content="{column}">
<style>.xg{{border:1px solid #ddd}}.xg h4{{color:#b00}}</style></head><body>
<div class="head"><a href="/"><img src="/images/logo.png" alt="松岚区人民政府"></a><ul><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwgk/zcjd/">政策解读</a></li><li><a href="/zwgk/zcwj/">政策文件</a></li></ul></div>
<div class="dh">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="./">{column}</a></div>
<div class="cont"><div class="l"><h1>{title}</h1><div class="sj">{line}</div><div class="TRS_UEDITOR">{text}</div></div>
<div class="r"><div class="xg"><h4>{label}</h4><ul>{links}</ul></div><div class="hot"><h4>热点政策</h4><ul><li><a href="/zwgk/zcwj/202101/t20210105_1.html">松岚区节水行动方案</a></li><li><a href="/zwgk/zcjd/202101/t20210109_2.html">一图读懂节水行动</a></li></ul></div></div></div>
<div class="foot">松岚区人民政府办公室主办　标识码3705000021</div></body></html>"""
POLICY = "http://www.songlan-example.gov.cn/zwgk/zcwj/202303/t20230310_5520.html"
READING = "http://www.songlan-example.gov.cn/zwgk/zcjd/202303/t20230314_5533.html"
PICTURE = "http://www.songlan-example.gov.cn/zwgk/zcjd/202303/t20230315_5537.html"
page("pairs", POLICY, BOX.format(title="松岚区城镇老旧小区改造实施办法", date="2023-03-10", column="政策文件", line="松政发〔2023〕5号　　发布时间：2023-03-10　　来源：区住建局", text=body("housing"), label="相关解读", links='<li><a href="../../zcjd/202303/t20230314_5533.html">《松岚区城镇老旧小区改造实施办法》政策解读</a></li><li><a href="../../zcjd/202303/t20230315_5537.html" title="图解：松岚区城镇老旧小区改造实施办法">图解：松岚区城镇老旧小…</a></li>'),
     "policy", "松岚区城镇老旧小区改造实施办法", "松岚区人民政府", crumbs=["首页", "政务公开", "政策文件"], date="2023-03-10", source="区住建局", number="松政发〔2023〕5号", interpreted=True,
     related=[["interpretedBy", READING], ["interpretedBy", PICTURE]], notes="hot list beside the box links to a reading of another policy")
page("pairs", READING, BOX.format(title="《松岚区城镇老旧小区改造实施办法》政策解读", date="2023-03-14", column="政策解读", line="发布时间：2023-03-14　　来源：区住建局", text="<p>2023年3月10日，区政府印发《松岚区城镇老旧小区改造实施办法》（松政发〔2023〕5号），现解读如下。</p>" + body("housing", 1), label="相关文件", links='<li><a href="../../zcwj/202303/t20230310_5520.html">松岚区城镇老旧小区改造实施办法</a></li>'),
     "interpretation", "《松岚区城镇老旧小区改造实施办法》政策解读", "松岚区人民政府", crumbs=["首页", "政务公开", "政策解读"], date="2023-03-14", source="区住建局", related=[["interprets", POLICY]], notes="the number cited is the policy's")
page("pairs", PICTURE, BOX.format(title="图解：松岚区城镇老旧小区改造实施办法", date="2023-03-15", column="政策解读", line="发布时间：2023-03-15　　来源：", text='<p align="center"><img src="./W020230315.jpg" alt=""></p>', label="相关文件", links='<li><a href="../../zcwj/202303/t20230310_5520.html">松岚区城镇老旧小区改造实施办法</a></li>'),
     "interpretation", "图解：松岚区城镇老旧小区改造实施办法", "松岚区人民政府", crumbs=["首页", "政务公开", "政策解读"], date="2023-03-15", related=[["interprets", POLICY]], notes="one picture is the whole body")

# --- Shape 2: a line at the end of the text, 解读链接：/ 文件链接：.

LINE = """<html><head><meta charset="utf-8"/><title>{title}_{unit}</title></head><body class="p{n}">
<table class="t" width="1000"><tr><td><a href="/">{unit}</a></td></tr><tr><td class="loc">当前位置：<a href="/">首页</a>＞<a href="/col/a.html">信息公开</a>＞<a href="/col/{n}.html">{column}</a></td></tr></table>
<div id="article"><p class="bt">{title}</p><p class="inf">信息来源：{source} 发布日期：{shown} 浏览次数：[ {n} ]</p><div id="zoom">{text}{last}</div></div>
<p class="ft">{unit} 版权所有 鲁ICP备1100{n}号</p></body></html>"""
A = "http://ny.baijing2-example.gov.cn/art/2021/6/2/art_901_71.html"
B = "http://ny.baijing2-example.gov.cn/art/2021/6/4/art_902_72.html"
page("pairs", A, LINE.format(n=901, title="柏井县农业农村局关于印发高标准农田管护办法的通知", unit="柏井县农业农村局", column="规范性文件", source="县农业农村局", shown="2021年6月2日", text="<p align=center>柏农发〔2021〕12号</p>" + body("farming", 1), last=f'<p>解读链接：<a href="{B}">柏井县高标准农田管护办法解读</a></p>'),
     "policy", "柏井县农业农村局关于印发高标准农田管护办法的通知", "柏井县农业农村局", crumbs=["首页", "信息公开", "规范性文件"], date="2021-06-02", source="县农业农村局", number="柏农发〔2021〕12号", interpreted=True, related=[["interpretedBy", B]])
page("pairs", B, LINE.format(n=902, title="柏井县高标准农田管护办法解读", unit="柏井县农业农村局", column="政策解读", source="县农业农村局", shown="2021年6月4日", text="<p>一、起草背景</p>" + body("farming", 2) + "<p>二、主要内容</p>" + body("farming", 4, 2), last=f'<p>文件链接：<a href="{A}">柏农发〔2021〕12号 柏井县农业农村局关于印发高标准农田管护办法的通知</a></p>'),
     "interpretation", "柏井县高标准农田管护办法解读", "柏井县农业农村局", crumbs=["首页", "信息公开", "政策解读"], date="2021-06-04", source="县农业农村局", related=[["interprets", A]])

# --- Shape 3: tabs above the title, 文件 / 解读 (image tabs with alt, relative addresses).

TABS = """<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{title}</title><meta name="SiteName" content="南苕市人民政府"><meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{date}"></head><body>
<header><a href="/">南苕市人民政府</a></header><nav class="bread"><a href="/">首页</a> › <a href="/xxgk/">信息公开</a> › <a href="/xxgk/{dir}/">{column}</a></nav>
<div class="tabs">{tabs}</div><main><h1>{title}</h1><p class="meta">{line}</p><div class="article">{text}</div></main>
<footer>南苕市人民政府办公室 主办</footer></body></html>"""
C = "https://www.nantiao-example.gov.cn/xxgk/szfwj/202209/c7001.html"
D = "https://www.nantiao-example.gov.cn/xxgk/zcjd/202209/c7009.html"
page("pairs", C, TABS.format(title="南苕市人民政府关于实施危险路段整治三年行动的意见", date="2022-09-20 12:00:00", dir="szfwj", column="市政府文件", tabs='<span class="on">政策原文</span><a href="../../zcjd/202209/c7009.html">部门解读</a>', line="南政发〔2022〕18号 | 2022-09-20 12:00", text=body("roads") + "<p>2022年9月16日</p>"),
     "policy", "南苕市人民政府关于实施危险路段整治三年行动的意见", "南苕市人民政府", crumbs=["首页", "信息公开", "市政府文件"], date="2022-09-20", written="2022-09-16", number="南政发〔2022〕18号", interpreted=True, related=[["interpretedBy", D]], notes="tab 部门解读 is the link")
page("pairs", D, TABS.format(title="《南苕市人民政府关于实施危险路段整治三年行动的意见》解读", date="2022-09-23 09:00:00", dir="zcjd", column="政策解读", tabs='<a href="../../szfwj/202209/c7001.html">政策原文</a><span class="on">部门解读</span>', line="来源：市交通运输局 | 2022-09-23 09:00", text=body("roads", 2)),
     "interpretation", "《南苕市人民政府关于实施危险路段整治三年行动的意见》解读", "南苕市人民政府", crumbs=["首页", "信息公开", "政策解读"], date="2022-09-23", source="市交通运输局", related=[["interprets", C]])

# --- Shape 4: the table of particulars has a row 相关解读 / 解读文件; a card above the text.

CARD = """<!DOCTYPE html><html><head><meta charset=utf-8><title>{title} - 赤岬区政府网</title></head><body><div class=w><h2 class=site><a href=/>赤岬区政府网</a></h2>
<div class=where>您的位置：<a href=/>首页</a> >> <a href=/wj/>{column}</a></div>
{card}<h1>{title}</h1><div class=when>发布时间：{shown}</div><div class=con>{text}</div></div><div class=b>赤岬区政府办主办 粤公网安备 44080202000017号</div></body></html>"""
E_ = "http://www.chikan2-example.gov.cn/wj/content/post_310.html"
F = "http://www.chikan2-example.gov.cn/jd/content/post_318.html"
page("pairs", E_, CARD.format(title="赤岬区市场主体歇业备案办法", column="规范性文件", shown="2024-08-15", card='<table class=k><tr><td>文号</td><td>赤府规〔2024〕3号</td><td>索引号</td><td>007058-2024-00310</td></tr><tr><td>印发日期</td><td>2024-08-09</td><td>有效期</td><td>2024-09-01 至 2029-08-31</td></tr><tr><td>政策解读</td><td colspan=3><a href=/jd/content/post_318.html>【文字解读】赤岬区市场主体歇业备案办法</a></td></tr></table>', text=body("market")),
     "policy", "赤岬区市场主体歇业备案办法", "赤岬区政府网", crumbs=["首页", "规范性文件"], date="2024-08-15", written="2024-08-09", number="赤府规〔2024〕3号", index="007058-2024-00310", interpreted=True, related=[["interpretedBy", F]], notes="validity from and to; 政策解读 as a row of the table")
page("pairs", F, CARD.format(title="【文字解读】赤岬区市场主体歇业备案办法", column="政策解读", shown="2024-08-16", card='<div class=src>原文件：<a href="/wj/content/post_310.html">赤岬区市场主体歇业备案办法</a></div>', text=body("market", 1) + "<p>《办法》自2024年9月1日起施行。</p>"),
     "interpretation", "【文字解读】赤岬区市场主体歇业备案办法", "赤岬区政府网", crumbs=["首页", "政策解读"], date="2024-08-16", related=[["interprets", F.replace("jd/content/post_318", "wj/content/post_310")]])

# --- Shape 5: link in the running text and in the attachment list; and two near misses.

TEXT = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title><meta name="sitename" content="西岙镇人民政府"></head><body><div id="top"><a href="/xaz/">西岙镇人民政府</a></div><div id="dqwz"><b>当前位置：</b><a href="/">首页</a>-<a href="/xaz/">西岙镇</a>-<a href="/xaz/gk/">{column}</a></div><div id="bt"><h3>{title}</h3><span>{shown}</span></div><div id="nr">{text}</div><div id="fj">{files}</div><div id="db">西岙镇人民政府</div></body></html>"""
page("pairs", "http://www.gangshan2-example.gov.cn/xaz/gk/2020-10/12/c_501.html", TEXT.format(title="西岙镇农村宅基地审批操作规程（试行）", column="镇级文件", shown="发布日期：2020-10-12", text="<p>西政〔2020〕41号</p>" + body("housing", 2), files='相关阅读：<a href="../../../jd/2020-10/13/c_502.html">《西岙镇农村宅基地审批操作规程（试行）》解读</a>'),
     "policy", "西岙镇农村宅基地审批操作规程（试行）", "西岙镇人民政府", crumbs=["首页", "西岙镇", "镇级文件"], date="2020-10-12", number="西政〔2020〕41号", interpreted=True, related=[["interpretedBy", "http://www.gangshan2-example.gov.cn/xaz/jd/2020-10/13/c_502.html"]], notes="the label says only 相关阅读; the title names the policy")
page("pairs", "http://www.gangshan2-example.gov.cn/xaz/jd/2020-10/13/c_502.html", TEXT.format(title="《西岙镇农村宅基地审批操作规程（试行）》解读", column="政策解读", shown="发布日期：2020-10-13", text='<p>近日，我镇出台了<a href="/xaz/gk/2020-10/12/c_501.html">《西岙镇农村宅基地审批操作规程（试行）》</a>（以下简称《规程》），现就有关内容解读如下：</p>' + body("housing", 3), files=""),
     "interpretation", "《西岙镇农村宅基地审批操作规程（试行）》解读", "西岙镇人民政府", crumbs=["首页", "西岙镇", "政策解读"], date="2020-10-13", related=[["interprets", "http://www.gangshan2-example.gov.cn/xaz/gk/2020-10/12/c_501.html"]], notes="the policy is linked in the first sentence")
page("pairs", "http://www.gangshan2-example.gov.cn/xaz/gk/2020-11/02/c_511.html", TEXT.format(title="西岙镇河道保洁考核细则", column="镇级文件", shown="发布日期：2020-11-02", text="<p>西政〔2020〕47号</p>" + body("water", 1) + '<p>政策解读另行公布。</p>', files='<a href="/xaz/zcjd/">更多政策解读</a>'),
     "policy", "西岙镇河道保洁考核细则", "西岙镇人民政府", crumbs=["首页", "西岙镇", "镇级文件"], date="2020-11-02", number="西政〔2020〕47号", interpreted=False, related=[], notes="near miss: a link to the column 政策解读 is no interpretation")
page("pairs", "http://www.gangshan2-example.gov.cn/xaz/jd/2020-11/09/c_515.html", TEXT.format(title="垃圾分类收费怎么算？镇城管办来解读", column="政策解读", shown="2020-11-09　来源：镇城管办", text=body("market", 2) + '<p>相关链接：<a href="http://www.shengzf-example.gov.cn/">省政府网</a></p>', files=""),
     "interpretation", "垃圾分类收费怎么算？镇城管办来解读", "西岙镇人民政府", crumbs=["首页", "西岙镇", "政策解读"], date="2020-11-09", source="镇城管办", related=[], notes="near miss: an interpretation without a link to a policy")
