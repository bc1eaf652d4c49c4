"""Structures that were first met on real pages and left unread by the fifth round, and those of the sixth: each
page was seen to fail before its mend. None of them was ever held out.
"""
from .model import PAGES, page
from .strangers import stranger, text
from .texts import chinese, listing, paragraphs

COUNTY = "青藤岭县"
OFFICE = f"{COUNTY}人民政府"
HEAD = '<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>'
FOOT = f'<div class="footer"><p>主办：{OFFICE}办公室</p><p>版权所有 某ICP备07005678号</p></div>'
SITES = {"site_name": [f"{OFFICE}办公室"]}


def caller(url, html, kind, title, site, **more):
    stranger(url, html, kind, title, site, family="callers", **more)


def crumb(*steps):
    """A breadcrumb; the first step leads home, the others down from it."""
    links = " &gt; ".join(f'<a href="{"/" if k == 0 else f"/c{k}/"}">{one}</a>' for k, one in enumerate(steps))
    return f'<div class="path">您的位置：{links}</div>'


# --- 1-4. Headline and particulars in one line of one cell, under a title tag of the template's.


def one_line(name, line, notes, **more):
    title = "县教育局开展秋季学期校园安全检查"
    caller(f"http://jyj.qtl-example.gov.cn/news/{name}.asp", f"""{HEAD}{crumb("首页", "工作动态")}<table width="760" align="center"><tr><td height="40" align="center">{line.format(title)}</td></tr><tr><td>{text("schools", 3)}</td></tr></table>{FOOT}""", "article", title, OFFICE, head="新闻内容", crumbs=["首页", "工作动态"], accept=SITES, notes=notes, **more)


one_line("view1", "{0}　　来源：县教育局　　时间：2023-09-05　　浏览次数：128", "headline and particulars in one text", date="2023-09-05", source="县教育局")
one_line("view2", '<b><font size="4">{0}</font></b>&nbsp;&nbsp;<font color="gray">发布时间：2023-09-05&nbsp;浏览次数：128</font>', "headline in bold before the particulars in one line", date="2023-09-05")
one_line("view3", '<span class="a1">{0}</span> <span class="a2">作者：李强</span> <span class="a2">[2023-9-5]</span> <span class="a2">点击：128次</span>', "author first, a bare day between labels", date="2023-09-05")
one_line("view4", "{0} 信息来源：县教育局 发布日期：2023年9月5日", "headline, source and day divided by blanks", date="2023-09-05", source="县教育局")

# --- 5-7. A headline of two paragraphs that nothing names, set like one above the particulars.


def two_lines(name, first, second, info, notes):
    title = "青藤岭县财政局关于下达农村道路养护补助资金的通知"
    caller(f"http://czj.qtl-example.gov.cn/tz/{name}.html", f"""{HEAD}{crumb("首页", "通知公告")}<div class="main"><div class="nr">{first}{second}{info}{text("roads", 3)}</div></div>{FOOT}""", "article", title, OFFICE, head=OFFICE, crumbs=["首页", "通知公告"], date="2022-05-18", accept=SITES, notes=notes)


INFO = '<p align="center">时间：2022-05-18&nbsp;&nbsp;浏览：77次</p>'
two_lines("a1", '<p align="center"><b>青藤岭县财政局关于下达</b></p>', '<p align="center"><b>农村道路养护补助资金的通知</b></p>', INFO, "two paragraphs, centred and bold")
two_lines("a2", '<p style="text-align:center"><span style="font-size:22px">青藤岭县财政局</span></p>', '<p style="text-align:center"><span style="font-size:22px">关于下达农村道路养护补助资金的通知</span></p>', '<p style="text-align:center">发布时间：2022-05-18</p>', "two paragraphs, centred and of one large size")
two_lines("a3", '<div align="center"><font size="5">青藤岭县财政局关于下达农村道路</font></div>', '<div align="center"><font size="5">养护补助资金的通知</font></div>', INFO, "two blocks of one font")

# --- 8-9. The legend of a fieldset names the list.

ROWS = listing(COUNTY, "2021-11-08", 7, 9)


def rows_of(rows, address="./t{0}.html"):
    return "".join(f'<li><a href="{address.format(k)}">{t}</a><span>{d}</span></li>' for k, (t, d) in enumerate(rows))


caller("http://slj.qtl-example.gov.cn/list.php?id=3", f"""{HEAD}<form action="/s"><input name="q"></form><fieldset class="box"><legend>防汛动态</legend><ul>{rows_of(ROWS)}</ul></fieldset>{FOOT}""", "column-list", "防汛动态", OFFICE, head=OFFICE, column="防汛动态", rows=ROWS, state="readable", accept={**SITES, "column": [None]}, notes="a legend over the rows")
caller("http://slj.qtl-example.gov.cn/list.php?id=4", f"""{HEAD}<fieldset class="box"><legend><a href="list.php?id=4">水库水情</a></legend><table>{"".join(f'<tr><td><a href="show.php?id={k}">{t}</a></td><td>{d}</td></tr>' for k, (t, d) in enumerate(ROWS))}</table></fieldset>{FOOT}""", "column-list", "水库水情", OFFICE, head=OFFICE, column="水库水情", rows=ROWS, state="readable", accept={**SITES, "column": [None]}, notes="a legend that is a link")

# --- 10-13. The day of an article in two boxes beside its headline.


def boxes(name, box, notes):
    title = "县图书馆举办暑期少儿阅读分享会"
    caller(f"http://wgl.qtl-example.gov.cn/dt/{name}.html", f"""{HEAD}{crumb("首页", "文化动态")}<div class="detail">{box.format(f'<h2>{title}</h2>')}<div class="con">{text("culture", 3)}</div></div>{FOOT}""", "article", title, OFFICE, head=f"{title}-{OFFICE}", crumbs=["首页", "文化动态"], date="2024-07-05", accept=SITES, notes=notes)


boxes("b1", '<div class="top"><div class="date"><b>05</b><i>2024-07</i></div>{0}</div>', "day over year and month, before the headline")
boxes("b2", '<div class="top"><div class="rq"><p>5</p><p>2024年7月</p></div><div class="bt">{0}</div></div>', "day and month in Chinese")
boxes("b3", '<div class="top">{0}<div class="date"><div>05</div><div>2024/07</div></div></div>', "the boxes behind the headline")
boxes("b4", '<div class="top"><div class="date"><span>2024.07</span><strong>05</strong></div>{0}</div>', "year and month over the day")

# --- 14-16. Rows that share one address.


def shared(name, address, notes, **more):
    caller(f"http://www.qtl-example.gov.cn/{name}/index.html", f"""{HEAD}{crumb("首页", "政务公开", "公示公告")}<div class="list"><ul>{rows_of(ROWS, address)}</ul></div>{FOOT}""", "column-list", "公示公告", OFFICE, head=f"公示公告-{OFFICE}", crumbs=["首页", "政务公开", "公示公告"], rows=ROWS, state="readable", accept=SITES, notes=notes, **more)


shared("s1", "javascript:void(0)", "all rows lead to a script that does nothing")
shared("s2", "#", "all rows lead to #")
shared("s3", "detail.html", "all rows lead to one page")

HALF = [(t, "2021-11-08") for t, _ in ROWS]
caller("http://www.qtl-example.gov.cn/s4/index.html", f"""{HEAD}{crumb("首页", "政务公开", "公示公告")}<div class="list"><ul>{rows_of(HALF[:4], "detail.html")}</ul><ul>{rows_of(HALF[4:], "detail.html")}</ul></div>{FOOT}""", "column-list", "公示公告", OFFICE, head=f"公示公告-{OFFICE}", crumbs=["首页", "政务公开", "公示公告"], rows=HALF, state="readable", accept=SITES, notes="one address and one day in all rows of two lists")

# --- 17-18. A count and the page's number below rows that are never closed.

OPEN = "".join(f'<li><a href="./n{k}.html"><font size="2">{t}</a> <font color="#999">{d}' for k, (t, d) in enumerate(ROWS))
caller("http://www.qtl-example.gov.cn/zc/list.asp?id=7", f"""{HEAD}{crumb("首页", "政策文件")}<div class="list"><ul>{OPEN}</ul></div><div class="fy">共7条 1/1</div>{FOOT}""", "column-list", "政策文件", OFFICE, head=f"政策文件-{OFFICE}", crumbs=["首页", "政策文件"], rows=ROWS, state="readable", pages=1, accept=SITES, notes="a pager below unclosed rows")
OPEN_TABLE = "".join(f'<tr><td><a href="./n{k}.html">{t}</a><td>{d}' for k, (t, d) in enumerate(ROWS))
caller("http://www.qtl-example.gov.cn/zc/list.asp?id=8", f"""{HEAD}{crumb("首页", "政策文件")}<table width="98%">{OPEN_TABLE}<tr><td colspan="2">共7条 1/1</table>{FOOT}""", "column-list", "政策文件", OFFICE, head=f"政策文件-{OFFICE}", crumbs=["首页", "政策文件"], rows=ROWS, state="readable", pages=1, accept=SITES, notes="a pager as the last row of an unclosed table")

# --- 19-22. A column of nothing but files.

FORMS = ["城乡居民医疗保险参保登记表", "机动车辆停放证申请表", "企业年度报告公示承诺书", "户外广告设置审批表", "临时占用道路申请书", "社会团体变更登记表"]
DATED = list(zip(FORMS, ["2023-06-12", "2023-06-09", "2023-05-30", "2023-05-22", "2023-05-08", "2023-04-17"]))


def files(name, column, rows, body, notes):
    caller(f"http://www.qtl-example.gov.cn/{name}/", f"""{HEAD}{crumb("首页", "办事服务", column)}<div class="list"><ul>{body}</ul></div>{FOOT}""", "column-list", column, OFFICE, head=f"{column}-{OFFICE}", crumbs=["首页", "办事服务", column], rows=rows, state="readable", accept=SITES, notes=notes)


files("bgxz1", "表格下载", DATED, "".join(f'<li><a href="/files/{k}.doc">{t}</a><span>{d}</span></li>' for k, (t, d) in enumerate(DATED)), "files with days")
files("bgxz2", "表格下载", [(t, None) for t in FORMS], "".join(f'<li><a href="/files/{k}.doc">{t}</a></li>' for k, t in enumerate(FORMS)), "files without days")
files("bgxz3", "下载中心", [(t, None) for t in FORMS], "".join(f'<li>{t}<a href="/files/{k}.doc">[下载]</a></li>' for k, t in enumerate(FORMS)), "the name is no link, 下载 is")
CELLS = "".join(f'<tr><td>{k}</td><td>{t}</td><td>{d}</td><td><a href="/module/download/downfile.jsp?filename={k}.doc">下载</a></td></tr>' for k, (t, d) in enumerate(DATED, 1))
files("bgxz4", "表格下载", DATED, f"<table><tr><td>序号</td><td>名称</td><td>更新</td><td>操作</td></tr>{CELLS}</table>", "names in a table, a link beside each")
files("czyjs", "财政预决算", [(f"{t}.pdf", None) for t in FORMS], "".join(f'<li><a href="/files/{k}.pdf">{t}.pdf</a></li>' for k, t in enumerate(FORMS)), "files with their endings, no days")

# --- 23-25. A notice without any day.


def notice(name, title, column, body, notes):
    caller(f"http://zjj.qtl-example.gov.cn/{name}.html", f"""{HEAD}{crumb("首页", column)}<div class="con"><h2>{title}</h2><div class="txt">{body}</div></div>{FOOT}""", "article", title, OFFICE, head=f"{title}-{OFFICE}", crumbs=["首页", column], accept=SITES, notes=notes)


notice("n1", "关于对老旧小区加装电梯项目进行公示的公告", "通知公告", text("roads", 4), "a notice without a day in a column of notices")
notice("n2", "关于开展房屋市政工程质量安全检查的通知", "文件通知", f"<p>各乡镇：</p>{text('roads', 3)}", "a notice by its name")

# --- 26. Rows in a frame whose document stands in the page.

INNER = f"<ul>{rows_of(ROWS)}</ul>".replace('"', "&quot;")
caller("http://www.qtl-example.gov.cn/gg/frame.html", f"""{HEAD}{crumb("首页", "公告")}<div class="right"><iframe width="100%" srcdoc="{INNER}"></iframe></div>{FOOT}""", "column-list", "公告", OFFICE, head=f"公告-{OFFICE}", crumbs=["首页", "公告"], rows=ROWS, state="readable", accept=SITES, notes="rows in a frame's own document")

# --- The sixth round. A heading 正文 over the part of the page that holds the article, the site and its column in an `h1`.

COURT = f"{COUNTY}人民法院"
DEBTORS = "".join(f"<tr><td>{k}</td><td>王某某</td><td>自然人</td><td>（2016）执{k}0号</td></tr>" for k in range(1, 6))
caller("http://fy.qtl-example.gov.cn/zxgg/5120.jhtml", f"""<div class="top_nav"><ul><li><a href="/">首页</a></li><li><a href="/yw/">要闻</a></li><li><a href="/gg/">公告</a></li></ul></div>
<div class="con_top"><h1 class="h1_box"><span class="sp1">{COURT}</span><span class="sp2">> 执行信息</span></h1></div>
<div class="sub_con"><div class="area"><h2 class="sub_h2">正文</h2></div><div class="box"><div class="t"><h4>被执行人名单公告第五批</h4><p class="time">2016-09-20 20:16:25　来源: 本院</p></div><div class="m"><table>{DEBTORS}</table></div></div></div>
<div class="bottom"><p>技术支持：某信息技术有限公司</p></div>""", "article", "被执行人名单公告第五批", COURT, head=COURT, date="2016-09-20", source="本院", column=None, accept={"breadcrumb": [[COURT, "执行信息"]], "column": ["执行信息"]}, notes="a heading that says 正文 is none")

# --- The title tag names headline, column and a body whose name ends like no site's.

PATROL = f"{COUNTY}交警大队"
DUTY = "关于加强夏季夜间巡逻管控的通知"
caller("http://jj.qtl-example.gov.cn/portal/detail?id=4412", f"""<div class="nav"><a href="/">首页</a><a href="/list?c=TZ">通知公告</a></div><div class="dqwz">当前网站位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/list?c=TZ">通知公告</a></div><h3 class="sp_title">{DUTY}</h3><div class="sp_time"><span>投稿部门：勤务中队</span><span>发布时间：2018-06-26 15:20</span></div><div id="zoom">{text("roads", 3)}</div>
<div class="copyright">联系电话：6200000 技术支持：某网络公司</div>""", "article", DUTY, PATROL, head=f"{DUTY}-通知公告-{PATROL}", date="2018-06-26", crumbs=["首页", "通知公告"], notes="headline, column and a third name in the title tag")

# --- A day before the source of the pictures, a last step that names what kind of page this is.

BRIDGE = "青石河大桥主体工程完工通车"
caller("http://jt.qtl-example.gov.cn/photo/2311.html", f"""<div class="head"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div><div class="breadNav"><span>当前位置：</span> <a href="/">首页</a> <span> &gt;</span> <a href="/photo/">交通图片</a> <span> &gt;</span> <a href="javascript:;" class="cur">图片详情</a></div>
<div class="detail"><h2>{BRIDGE}</h2><p class="line"></p><ul class="tip"><li class="l">2014-03-11&nbsp;&nbsp;&nbsp;
 图片来源：县公路局</li><li>&nbsp;</li></ul><div class="gallery"><ul><li><a href="/u/1.jpg"><img src="/u/1.jpg"></a></li><li><a href="/u/2.jpg"><img src="/u/2.jpg"></a></li></ul></div></div>{FOOT}""", "article", BRIDGE, OFFICE, head=f"{BRIDGE}-交通图片-{OFFICE}", date="2014-03-11", crumbs=["首页", "交通图片", "图片详情"], column="交通图片", accept={**SITES, "breadcrumb": [["首页", "交通图片"]], "source": ["县公路局"]}, notes="a day before 图片来源")

# --- Boxes of three titles each are no rows of one list.

BOXES = "".join(f'<div class="border"><h3><span>{name}</span></h3><ul>{"".join(f"<li><a href=/web/detail.action?id={k}{j}>{t}</a></li>" for j, t in enumerate(["关于加强城区道路停车管理的建议", "反映某路段夜间施工噪声扰民", "咨询新生儿医保办理流程问题"]))}</ul></div>' for k, name in enumerate(["民意征集", "县长信箱", "我要写信", "我要建议", "网络调查"]))
caller("http://www.qtl-example.gov.cn/web/interact.action", f"""<div class="head"><ul><li><a href="/web/index.action">网站首页</a></li><li><a href="/web/a.action">政务公开</a></li></ul></div><div class="inner"><div class="side"><ul><li><a href="/web/l1.action">县长信箱</a></li><li><a href="/web/l2.action">我要写信</a></li></ul></div><div class="main">{BOXES}</div></div>{FOOT}""", "other", f"{OFFICE}门户网站", f"{OFFICE}门户网站", head=f"{OFFICE}门户网站", column=None, accept={"title": [None], "site_name": [OFFICE, f"{OFFICE}办公室"]}, notes="boxes of titles side by side")
PAGES[-1]["label"]["list_state"] = "none"

# --- Metas name an article that shows nothing but its day, a sentence and its files; the tags of head and body are left out, and so is the site's frame.

RULE = "青藤岭县财政局关于印发专项债券项目资金管理办法的通知"
page("callers", "http://czj.qtl-example.gov.cn/zc/2023032016195944841/index.html", f"""<!DOCTYPE html><meta charset="utf-8"><meta name="ArticleTitle" content="{RULE}"><meta name="PubDate" content="2023-03-20"><span id="shijian">2023-03-20 17:30:00</span><div class="content"><p>青藤岭县财政局、县发展改革局决定印发本办法，请各镇各部门遵照执行，执行中遇到的情况及时报告。</p><p><a href="/zc/file/202303/P020230320001.pdf">附1参数设置.pdf</a></p><p><a href="http://czj.qtl-example.gov.cn/zc/file/202303/P020230320002.pdf">附2资金登记申请表.pdf</a></p></div>""", "policy", RULE, None, date="2023-03-20", attachments=2, column=None, accept={"site_name": [COUNTY + "财政局"]}, notes="an article in metas, its files in a row each")

# --- Two rows, one of them without a day.

PAIR = [("青藤岭县财政局关于延长部分优惠政策执行期限的公告", "2023-09-15"), ("关于组织申报节水示范项目的通知", None)]
caller("http://czj.qtl-example.gov.cn/zcfb/", f"""{HEAD}{crumb("首页", "政策发布")}<ul class="zc_list"><li><a href="/zcfb/202309/t20230915_1234567.htm">{PAIR[0][0]}</a>
 <span>2023-09-15</span></li><li><a href="/zcfb/202308/t20230801_7654321.htm">{PAIR[1][0]}</a></li></ul>{FOOT}""", "column-list", "政策发布", OFFICE, head=f"政策发布-{OFFICE}", crumbs=["首页", "政策发布"], rows=PAIR, state="readable", accept=SITES, notes="a day in one row of two")

# --- The table of particulars names the document; nothing else does.

REPEAL = "青藤岭县人民政府关于废止部分规范性文件的决定"
caller("http://zck.qtl-example.gov.cn/202306/t20230605_293.html", f"""{HEAD}<table><tr><td>名称：</td><td>{REPEAL}</td></tr><tr><td>文号：</td><td>青政发〔2023〕21号</td></tr><tr><td>发布机构：</td><td>{OFFICE}</td></tr><tr><td>发布日期：</td><td>2023年6月5日</td></tr><tr><td>时效状态：</td><td>现行有效</td></tr></table><div class="content">{text("market", 3)}</div>{FOOT}""", "policy", REPEAL, OFFICE, head="政策文件库", date="2023-06-05", number="青政发〔2023〕21号", column=None, accept={**SITES, "source": [OFFICE]}, notes="名称 in the table of particulars is the only headline")

# --- A headline named one over a short text without a day, a long name of a platform in the title tag.

PLATFORM = "全国公共资源交易平台（某省某市）青藤岭县公共资源交易中心"
WANTED = "县第二小学食堂设备采购项目公告"
caller("http://ggzy.qtl-example.gov.cn/jydt/001001/20230401/9e1.html", f"""<div class="ewb-article-title">{WANTED}</div><div class="epoint-article-content"><div id="noticeArea"><p>项目编号：QT-26</p><p>预算金额：50万元</p><p>文件获取地址：<span class="content">县采购中心</span></p>{text("market", 2)}</div></div>""", "other", WANTED, PLATFORM, head=PLATFORM, column=None, accept={"site_name": ["青藤岭县公共资源交易中心"]}, notes="a short text under a named headline")
