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

# --- 8-10. A document under a block of its particulars: the title stands in two lines of the body, named by the
# title tag alone; the body and the day that sign a short text are neither headline nor day of publishing.


def decree(name, above, title, lines, sign, notes):
    guest(f"http://www.blx-example.gov.cn/zfwj/{name}.html", f"""{HEAD}<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zfwj/">规范性文件</a> &gt; 正文</div>
<div class="article">{above}<div class="TRS_UEDITOR">{lines}<p>各镇人民政府，县政府各部门：</p><p>现将有关办法印发给你们，请结合实际认真贯彻执行，执行中的问题请报告县财政局。</p>{sign}</div></div>{FOOT}""", "policy", title, OFFICE, head=f"{title}_{OFFICE}门户网站", crumbs=["首页", "规范性文件", "正文"], date="2024-02-14", written="2024-02-13", number="白政规〔2024〕4号", index="K28044908/2024-04277", accept={"source": [OFFICE], "site_name": [f"{OFFICE}办公室", f"{OFFICE}门户网站"]}, notes=notes)


RULES = f"{OFFICE}关于印发{COUNTY}小微企业贷款贴息办法的通知"
ABOVE = f'<div class="sub"><ul><li>索引号： K28044908/2024-04277</li><li>发文机构： {OFFICE}</li><li>发文字号： 白政规〔2024〕4号</li><li>主题分类： 财政</li><li>成文日期： 2024年02月13日</li><li>发布日期： 2024年02月14日</li><li>有效性： 有效</li></ul></div>'
TWO = f'<p style="text-align: center;"><strong>{OFFICE}关于印发</strong></p><p style="text-align: center;"><strong>{COUNTY}小微企业贷款贴息办法的通知</strong></p>'
ONE = f'<p style="text-align: center;"><strong>{RULES}</strong></p>'
SIGN = f'<p style="text-align: right;">{OFFICE}</p><p style="text-align: right;">2024年2月13日</p>'
decree("4277", ABOVE, RULES, TWO, SIGN, "a title in two lines of the body, a short signed text")
decree("4278", ABOVE, RULES, ONE, f'<p align="right">{OFFICE}</p><p align="right">2024年2月13日</p>', "a title in one line of the body")
decree("4279", ABOVE, RULES, f'<div class="t1">{OFFICE}</div><div class="t2">关于印发{COUNTY}小微企业</div><div class="t3">贷款贴息办法的通知</div>', SIGN, "a title in three blocks")

# --- 11-12. The title tag names the site and the section above the column.

PORTAL = "中国白鹭溪"
ROWS = listing(COUNTY, "2017-10-14", 8, 5)
guest("http://www.blx-example.gov.cn/xxgk/zwdt/zwyw/", f"""<table width="999" align="center"><tr><td><a href="../../../"><img src="/i/dh1.jpg"></a></td><td><a href="../../">公开</a></td><td><a href="../../../fw/">服务</a></td></tr></table>
<table width="999" align="center"><tr><td width="680" valign="top"><table width="100%"><tr><td class="grsm">您现在的位置：<a href="../../../">首页</a>&nbsp;&gt;&gt;&nbsp;<a href="../../">公开</a>&nbsp;&gt;&gt;&nbsp;<a href="../">政务动态</a>&nbsp;&gt;&gt;&nbsp;<a href="./">政务要闻</a></td></tr>
<tr><td><table><tr align="left"><td width="20"><img src="/i/b.jpg"></td><td class="gk" width="400">政务要闻</td><td></td></tr></table></td></tr>
<tr><td><table width="100%">{"".join(f'<tr><td height="30">&nbsp;<img src="/i/h.jpg">&nbsp;<a href="./t{k}.html">{t}</a></td><td width="80">{d}</td></tr>' for k, (t, d) in enumerate(ROWS))}</table></td></tr></table></td></tr></table>{FOOT}""", "column-list", "政务要闻", PORTAL, head=f"{PORTAL}_公开", crumbs=["首页", "公开", "政务动态", "政务要闻"], rows=ROWS, state="readable", accept={"site_name": [None, OFFICE, f"{OFFICE}办公室"]}, notes="a title tag of the site and the section")
guest("http://www.blx-example.gov.cn/fw/bm/", f"""{HEAD}{crumb("首页", "便民服务", "停水停电")}<h3>停水停电</h3><ul>{"".join(f'<li><a href="./t{k}.html">{t}</a><span>{d}</span></li>' for k, (t, d) in enumerate(ROWS[:5]))}</ul>{FOOT}""", "column-list", "停水停电", OFFICE, head=f"便民服务-{PORTAL}", crumbs=["首页", "便民服务", "停水停电"], rows=ROWS[:5], state="readable", accept={"site_name": [PORTAL, f"{OFFICE}办公室"]}, notes="a title tag of the section and the site")

# --- 13-14. Each row's script writes its link from variables; a number of the document may stand beside the day.


def scripted(name, rows, body, notes):
    guest(f"http://www.blx-example.gov.cn/{name}/index.html", f"""{HEAD}{crumb("首页", "政务公开", "规范性文件")}<div class="list"><ul>{"".join(body(k, t, d) for k, (t, d) in enumerate(rows))}</ul></div><div class="page"><script>createPageHTML(25, 0, "index", "html");</script></div>{FOOT}""", "column-list", "规范性文件", OFFICE, head=f"规范性文件_{OFFICE}", crumbs=["首页", "政务公开", "规范性文件"], rows=rows, state="readable", pages=25, next=f"http://www.blx-example.gov.cn/{name}/index_1.html", accept={"site_name": [f"{OFFICE}办公室"]}, notes=notes)


scripted("gfx1", ROWS[:6], lambda k, t, d: f"""<li>
<script>
var url = "./t{k}.html"
var title = "";
if(title == ""){{ title = "{t}"; }}
var no = "白政规〔2017〕{k + 1}号"
document.writeln("<a href="+url+" target='_blank' title='"+title+"'>"+title+"</a>");
document.writeln("<span>");
document.writeln("{d} 17:32");
document.writeln("</span>");
</script>
</li>""", "rows that scripts write from variables")
scripted("gfx2", ROWS[:6], lambda k, t, d: f"""<li><script>var u='./t{k}.html';var n='{t}';document.write('<a href="'+u+'">'+n+'</a><i>[{d}]</i>');</script></li>""", "rows that scripts write from variables, the day in brackets")

# --- 15. A table of documents without links: title, number and time among other columns.

guest("http://oa.blx-example.gov.cn/gwgs/index.html", f"""{HEAD}{crumb("首页", "公文公示")}<table class="simple"><thead><th>序号</th><th>公文标题</th><th>公文文号</th><th>印发日期</th><th>状态</th></thead><tbody>{"".join(f'<tr><td>{k}</td><td title="{t}">{t}</td><td>白政发[2017]{k}号</td><td>{d} 14:0{k}</td><td>有效</td></tr>' for k, (t, d) in enumerate(ROWS[:6], 1))}</tbody></table>{FOOT}""", "column-list", "公文公示", OFFICE, head=f"公文公示-{OFFICE}", crumbs=["首页", "公文公示"], rows=ROWS[:6], state="readable", accept={"site_name": [f"{OFFICE}办公室"]}, notes="documents without links")

# --- 16-18. A notice without a headline's marks: the day of another notice, headings within the text, files below it.

BID = "白鹭溪县北环路罩面工程竞争性磋商公告"
guest("http://cg.blx-example.gov.cn/cggg/detail?id=7", f"""{HEAD}<div id="details"><div class="title-box"><p>{BID}</p></div><div class="notice"><h6><strong>项目概况</strong></h6><p><span>北环路罩面工程</span>采购项目的潜在供应商应在县政府采购网获取采购文件，并于<span>
 2022年03月31日 09时50分</span>（北京时间）前提交响应文件。</p><h4><strong>一、项目基本情况</strong></h4><p>项目编号：BL-2022-14</p><h4><strong>二、获取采购文件</strong></h4><p>时间：<span>2022年03月19日</span>至<span>2022年03月25日</span>，每天上午<span>00:00:00</span>至<span>12:00:00</span></p><p>地点：<span>县政府采购网</span></p><p>方式：在线获取。获取采购文件时，需登录县政府采购网，确认参与后即为获取成功，逾期不予受理，由此造成的后果由供应商自行承担。</p><h4><strong>三、开启</strong></h4><p>时间：<span>2022年03月31日 09时50分00秒</span>（北京时间）</p><p>地点：<span>县公共资源交易中心三楼</span></p><h4><strong>四、公告期限</strong></h4><p>自本公告发布之日起3个工作日，期间供应商可以书面提出询问，采购人应当在三个工作日内答复，询问不影响采购活动进行。</p><p align="right">某建设项目管理有限公司</p><p align="right">2022年03月19日</p></div>
<div><span>相关附件：</span><br><div><a href="http://files.blx-example.gov.cn/2022/3/a1.zip?code=9b75b9">北环路罩面工程清单.zip</a></div><div><a href="http://files.blx-example.gov.cn/2022/3/a2.zip?code=4c1c">图纸.zip</a></div><div><a href="http://files.blx-example.gov.cn/2022/3/a3.pdf?code=e04e">招标文件.pdf</a></div></div></div>{FOOT}""", "other", BID, f"{COUNTY}政府采购网", head=f"{COUNTY}政府采购网", attachments=3, written="2022-03-19", accept={"site_name": [f"{OFFICE}办公室", OFFICE], "written_date": [None]}, column=None, notes="files of a notice are no rows, its headings no titles")
guest("http://ggzy.blx-example.gov.cn/art/7/art_12_41.html", f"""{HEAD}{crumb("首页", "中标公示")}<div class="con"><h2>县城绿化养护服务采购项目预中标公示</h2><p>一．采购人名称：县城建公司</p><p>五．采购方式：公开招标</p><p>六．采购公告发布日期：2021年6月9日</p><p>七．预中标结果：某园林公司</p></div>{FOOT}""", "other", "县城绿化养护服务采购项目预中标公示", OFFICE, head="县城绿化养护服务采购项目预中标公示", crumbs=["首页", "中标公示"], accept={"site_name": [f"{OFFICE}办公室"]}, notes="the day of another notice")
PLAN = "县职业中专招生工作方案"
guest("http://zs.blx-example.gov.cn/detail?id=37", f"""<div class="nav"><a href="/">首页</a><a href="/list?type=1">招生公告</a></div><h1 class="arti_title">{PLAN}</h1><div id="articleContent"><p>招生工作由县教育局统一组织，实行网上报名。</p><p>报名结束后由学校公布录取名单。</p></div><div>验证码 登录</div><a href="/detail?id=42">相关文章：县职业中专新生报到和住宿安排</a>""", "other", PLAN, f"{COUNTY}招生信息网", head=f"{COUNTY}招生信息网", column=None, notes="a headline over a short text, the title tag is the site's")
