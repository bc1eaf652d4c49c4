"""Structures that were first met on real pages of the fifth round, and their neighbours: each page was
written after the reader had failed on one, or was seen to fail itself. None of them was ever held out.
"""
from .strangers import stranger, text
from .texts import listing, paragraphs

COUNTY = "白鹭溪县"
OFFICE = f"{COUNTY}人民政府"
HEAD = '<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>'
FOOT = f'<div class="footer"><p>主办：{OFFICE}办公室</p><p>版权所有 某ICP备06001234号</p></div>'


def guest(url, html, kind, title, site, **more):
    stranger(url, html, kind, title, site, family="guests", **more)


def crumb(*steps):
    """A breadcrumb; the first step leads home, the others down from it."""
    links = " &gt; ".join(f'<a href="{"/" if k == 0 else f"/c{k}/"}">{one}</a>' for k, one in enumerate(steps))
    return f'<div class="path">您的位置：{links}</div>'


# --- 1. A notice of a tender: its kind in brackets before its name, another form of it in the title tag; a span of
# time under 时间 within the text is no day of publishing, and the line above it no headline.

TENDER = "县机关办公楼物业服务采购项目"
guest("http://ggzy.blx-example.gov.cn/ggxx/zb/detail.jsp?id=9f1", f"""{HEAD}<div class="path_box">您的位置：<a href="/">首页</a>&gt;<a href="/ggxx/">公告信息</a>&gt;招标公告</div>
<div class="main_box"><div id="btitleid" style="text-align: center"><h2>[公开招标]&nbsp;&nbsp;{TENDER}</h2> <a href="javascript:downfile('9f1')">下载招标文件</a></div><div style="margin:28px"> </div>
<div align="left"><p align="center"></p><h3>项目概况</h3> 本项目的潜在投标人应获取招标文件。<p></p><p><strong>一、项目基本情况</strong></p><p>项目编号：BL2020-0118</p><p><strong>二、获取招标文件</strong></p><p>时间：2020-06-08 09:00:00至2020-06-15 17:00:00双休日及法定节假日除外</p><p>地点：网上下载</p><p><strong>三、开标时间和地点</strong></p><p>开标时间： 2020-06-30 09:30:00（北京时间）</p></div></div>{FOOT}""", "other", f"[公开招标] {TENDER}", OFFICE, head=f"招标公告--{TENDER}", crumbs=["首页", "公告信息", "招标公告"], accept={"title": [TENDER], "site_name": [f"{OFFICE}办公室"]}, notes="a span of time in the text")

# --- 2-4. What else may stand under 时间 in a text: a span of days, a span of hours, a day beside a place.


def meeting(name, lines, notes):
    title = "关于举办全县乡村医生业务培训班的通知"
    guest(f"http://wjj.blx-example.gov.cn/tz/{name}.html", f"""{HEAD}{crumb("首页", "通知公告")}<h2>{title}</h2><div class="con"><p>各乡镇卫生院：</p>{lines}<p>联系人：王医师</p></div>{FOOT}""", "other", title, OFFICE, head=f"{title}-{OFFICE}", crumbs=["首页", "通知公告"], accept={"site_name": [f"{OFFICE}办公室"]}, notes=notes)


meeting("px1", "<p>一、培训时间和地点</p><p>时间：2024年3月5日—3月9日</p><p>对象：乡村医生</p>", "a span of days")
meeting("px2", "<p>一、安排</p><p>日期：2024-03-05 9:00-11:30</p><p>对象：乡村医生</p>", "a span of hours")
meeting("px3", "<p>一、安排</p><p>时间：2024年3月5日上午9时</p><p>地点：县人民医院三楼会议室</p>", "a day above a place")
meeting("px4", "<p>一、安排</p><p>培训地点：县人民医院三楼会议室</p><p>时间：2024年3月5日上午9时</p>", "a day below a place")

# --- 5-6. A line below the headline that goes on with a dash, or is named a subtitle, is no headline.


def lecture(name, below, notes):
    title = "溪畔讲坛走进古窑遗址研究"
    guest(f"http://wgl.blx-example.gov.cn/jt/{name}.html", f"""<table width="996"><tr><td>主办：{COUNTY}文化馆</td><td><a href="/">首页</a></td><td>｜</td><td><a href="/jt/">名家讲坛</a></td><td>｜</td><td><a href="/sh/">群众生活</a></td></tr></table>
<div><div style="text-align:center">当前位置：<a href="/">群众文化</a>&gt;&gt;<span id="lm">名家讲坛</span></div></div>
<div><div align="center" style="font-size:20px"><span id="title">{title}</span></div>{below}<div align="center">作者：<span>李明</span>&nbsp;&nbsp;&nbsp;来源：<span>县文化馆</span>&nbsp;&nbsp;&nbsp;发布日期：<span>2022-04-18</span></div><table width="672"><tr><td>{text("culture", 2)}</td></tr></table></div>""", "article", title, None, head="群众文化", date="2022-04-18", source="县文化馆", crumbs=["群众文化", "名家讲坛"], accept={"site_name": ["群众文化", f"{COUNTY}文化馆"]}, notes=notes)


lecture("1204", '<div align="center" style="font-size:14px"><span id="subtitle">——访古窑遗址考古队队长</span></div>', "a subtitle with a dash, named one")
lecture("1205", '<div align="center" style="font-size:14px"><span class="fubiaoti">访古窑遗址考古队队长</span></div>', "a subtitle without a dash")
lecture("1206", '<h3 align="center">——访古窑遗址考古队队长</h3>', "a subtitle as a heading")

# --- 7. A page for telephones: the title is a link that leads nowhere, its title tag is the column's.

REST = "关于中秋节放假安排的通知"
guest("http://m.blx-example.gov.cn/index/view?id=218", f"""<meta name="SiteName" content="白鹭溪"><meta name="ColumnName" content="公告通知"><div class="wx-header"><a href="#" class="logo"><img src="/i/logo1.png" /></a><div class="sear"><input type="text" placeholder="请输入搜索内容" /><button></button></div></div>
<div class="wx-dlm"><div class="wap-info"><p class="tit"><a href="javascript:void(0);">
 {REST} </a></p><div class="wap-date mt30"><span>日期：</span> <span>2022-09-04</span> <span class="ml30">来源：</span><span>溪东新区管委会</span></div><div class="wap-font"></div>
<div class="wap-p"><div class="view"><p>各部门、各单位：</p><p>现将中秋节放假安排通知如下：9月10日至12日放假，共3天。</p><p>节假日期间，各单位要妥善安排好值班工作，遇有突发事件按规定报告。</p></div></div></div></div>""", "article", REST, "白鹭溪", head="公告通知", date="2022-09-04", source="溪东新区管委会", column="公告通知", accept={"site_name": [None]}, notes="a title that is a link to nowhere")
