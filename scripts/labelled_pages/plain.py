"""Short articles, articles of files or of a table alone, pages of fixed content, lists without days.

Written against faults that the reader was known to have: no page of this file was ever held out.
"""
from .model import page
from .texts import listing, paragraphs, titles

HOST, SITE = "www.liuquan4-example.gov.cn", "柳泉县人民政府"


def plain(path, title, steps, main, kind="article", head=None, family="short", host=HOST, site=SITE, **more):
    links = " > ".join(f'<a href="/l{k}/">{s}</a>' for k, s in enumerate(steps))
    page(family, f"http://{host}{path}", f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{head or title + "_" + site}</title></head><body><div class="head"><a href="/"><img src="/i/logo.png" alt="{site}"></a></div><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/gk/">政务公开</a></li><li><a href="/fw/">办事服务</a></li></ul></div><div class="wz">当前位置：{links}</div>{main}<div class="foot"><p>主办单位：{site}办公室　承办单位：柳泉县大数据中心</p><p>版权所有：{site}　冀ICP备05004040号　网站标识码：1304000040</p></div></body></html>""", kind, title, site, crumbs=steps, **more)


# --- 1. A short text and files: the files are no rows of a list.

FILE = "2020年柳泉县小微企业贴息名单（2020年6月15日）"
plain("/gk/czxx/202006/18_771.html", "关于公布小微企业贷款贴息名单的公告", ["首页", "政务公开", "财政信息"], f'<div class="wzy"><h1>关于公布小微企业贷款贴息名单的公告</h1><p class="sj">发布日期：2020-06-18</p><div class="zw"><p>名单见附件。</p><ul><li><a href="/f/tx2020.xls">{FILE}.xls</a></li></ul></div></div>', date="2020-06-18", attachments=1, notes="one file, whose name holds a day")
plain("/gk/czxx/202103/02_772.html", "柳泉县2021年政府采购目录", ["首页", "政务公开", "财政信息"], '<table width="100%"><tr><td align="center" class="bt">柳泉县2021年政府采购目录</td></tr><tr><td align="center">时间：2021-03-02</td></tr><tr><td><a href="/f/cg1.doc">柳泉县2021年政府集中采购目录及限额标准.doc</a></td></tr><tr><td><a href="/f/cg2.doc">柳泉县2021年政府采购品目分类表.doc</a></td></tr></table>', date="2021-03-02", attachments=2, notes="two files in rows of the layout's table")
plain("/gk/ghjh/202104/11_773.html", "柳泉县国土空间规划说明书及图纸", ["首页", "政务公开", "规划计划"], '<div class="xl"><div class="xl-bt">柳泉县国土空间规划说明书及图纸</div><div class="xl-sj"><span>来源：县自然资源局</span><span>发布时间：2021-04-11 10:10</span></div><div class="fj"><b>附件：</b><div><a href="/f/gh/1.pdf">1.规划说明书（2021年4月）.pdf</a></div><div><a href="/f/gh/2.zip">2.规划图纸（2021年4月）.zip</a></div><div><a href="/f/gh/3.pdf">3.专家评审意见（2021-03-30）.pdf</a></div></div></div>', date="2021-04-11", source="县自然资源局", attachments=3, notes="three files named with days and months, no text")
plain("/gk/ztbd/201911/05_774.html", "柳泉县2019年扶贫项目库调整说明", ["首页", "政务公开", "扶贫"], '<dl class="art"><dt>柳泉县2019年扶贫项目库调整说明</dt><dd class="d">2019-11-05 来源：扶贫办</dd><dd class="c">根据工作需要，对项目库作如下调整，详见附件。</dd><dd class="c"><a href="/f/fp.rar">项目库调整明细表（2019年11月1日）</a></dd></dl>', date="2019-11-05", source="扶贫办", attachments=1, notes="an article in a definition list")
ROWS = [(f"柳泉县统计月报2022年{m}月", f"2022-{m + 1:02}-16") for m in range(6, 0, -1)]
plain("/gk/tjyb/", "统计月报", ["首页", "政务公开", "统计月报"], '<ul class="yb">' + "".join(f'<li><a href="/f/yb/{d.replace("-", "")}.pdf">{t}</a><em>{d}</em></li>' for t, d in ROWS) + "</ul>", "column-list", rows=ROWS, state="readable", notes="rows that are files, each with its own day: a column")

# --- 2. The last lines of a text that read like the foot of a page.

plain("/xw/202305/20_801.html", "柳泉县第五届葡萄文化节邀请函", ["首页", "新闻", "公告"], f'<div class="main"><h1>柳泉县第五届葡萄文化节邀请函</h1><div class="sj">发布时间：2023-05-20　来源：县文旅局</div><div id="content"><p>{paragraphs("culture", 1)[0]}</p><p>一、时间：2023年8月18日至20日</p><p>二、地点：柳泉县葡萄庄园</p><p>三、主办单位：柳泉县人民政府</p><p>四、承办单位：柳泉县文化和旅游局</p><p>技术支持：县融媒体中心</p><p>联系电话：0310-5040404</p></div></div>', date="2023-05-20", source="县文旅局", family="foots", notes="主办单位 and 承办单位 near the end of the text")
plain("/xw/202210/09_802.html", "职工运动会竞赛规程", ["首页", "新闻", "公告"], '<div class="main"><h1>职工运动会竞赛规程</h1><div class="sj">2022-10-09 来源：县总工会</div><div class="txt"><p>主办单位：县总工会</p><p>承办单位：县教育体育局</p><p>竞赛时间：2022年10月22日</p><p>竞赛项目：拔河、乒乓球、羽毛球</p></div></div>', date="2022-10-09", source="县总工会", family="foots", notes="a text of such lines alone")

# --- 3. A row that is only a picture.

ROWS = listing("柳泉县", "2023-04-10", 7, 6)
plain("/xw/tpxw/", "图片新闻", ["首页", "新闻", "图片新闻"], f'<div class="pics"><ul><li><a href="/xw/tpxw/top.html"><img src="/i/top.jpg" alt="图片新闻"></a></li>' + "".join(f'<li><a href="/xw/tpxw/{k}.html">{t}</a><span>{d}</span></li>' for k, (t, d) in enumerate(ROWS)) + "</ul></div>", "column-list", family="pictures", rows=ROWS, state="readable", notes="the first row is a picture named like the column")

# --- 4. The text is a table.

TABLE = "".join(f"<tr><td>{k}</td><td>{n}</td><td>{t}</td></tr>" for k, (n, t) in enumerate((("柳泉县发展和改革局", "0310-5040001"), ("柳泉县教育局", "0310-5040002"), ("柳泉县财政局", "0310-5040003"), ("柳泉县民政局", "0310-5040004")), 1))
plain("/gk/gg/202301/03_811.html", "柳泉县政务值班电话", ["首页", "政务公开", "公告"], f'<div class="main"><h1>柳泉县政务值班电话</h1><div class="sj">发布时间：2023-01-03 来源：县政府办</div><div class="zwnr"><table border="1"><tr><th>序号</th><th>单位</th><th>电话</th></tr>{TABLE}</table></div></div>', date="2023-01-03", source="县政府办", family="tables", notes="a table alone in a named container")
plain("/gk/gg/201807/19_812.html", "柳泉县便民服务电话一览表", ["首页", "政务公开", "公告"], f'<table width="90%"><tr><td align="center"><h2>柳泉县便民服务电话一览表</h2></td></tr><tr><td align="center">发布日期：2018-07-19</td></tr><tr><td><table border="1"><tr><td>序号</td><td>单位</td><td>电话</td></tr>{TABLE}</table></td></tr></table>', date="2018-07-19", family="tables", notes="a table in a layout of tables")

# --- 5. Lists without days.

ROWS = [(f"柳泉县{t}管理办法", None) for t in ("河道", "公园", "停车场", "集贸市场", "户外广告", "犬只", "古树名木")]
plain("/gk/gfxwj/", "规范性文件", ["首页", "政务公开", "规范性文件"], '<div class="w"><div class="l"><h3>政务公开</h3><ul><li><a href="/gk/zfwj/">政府文件目录汇编</a></li><li><a href="/gk/gfxwj/">规范性文件</a></li><li><a href="/gk/zcjd/">政策文件解读</a></li></ul></div><div class="r"><ul class="wj">' + "".join(f'<li><a href="./wj{k}.html">{t}</a></li>' for k, (t, _) in enumerate(ROWS)) + '</ul></div></div>', "column-list", family="undated", rows=ROWS, where="none", state="readable", notes="titles alone beside a menu of columns")
ROWS = [(n, None) for n in ("关于老旧小区改造的提案办理", "关于农村饮水的提案办理情况", "关于校车安全的提案办理结果", "关于养老服务的提案办理情况", "关于公厕建设的提案办理")]
plain("/gk/taba/", "提案办理", ["首页", "政务公开", "提案办理"], '<table class="tb" width="700">' + "".join(f'<tr><td>·<a href="show.php?id={40 + k}" target="_blank">{t}</a></td></tr>' for k, (t, _) in enumerate(ROWS)) + '</table><table width="700"><tr><td>相关链接</td></tr><tr><td><a href="http://www.zx1-example.gov.cn/">省政协提案工作委员会网站</a> <a href="http://www.zx2-example.gov.cn/">市政协提案工作委员会网站</a></td></tr></table>', "column-list", family="undated", rows=ROWS, where="none", state="readable", notes="titles alone in a table; links to other sites below")

# --- 6. Pages of fixed content named like their column.

plain("/gk/jgxx/", "机构信息", ["首页", "政务公开", "机构信息"], f'<table width="980" align="center"><tr><td class="left" width="200"><a href="/gk/zn/">公开指南</a><br><a href="/gk/jgxx/">机构信息</a><br><a href="/gk/nb/">公开年报</a></td><td class="content"><h1>机构信息</h1><table><tr><td class="info">发布时间：2022-08-15</td></tr><tr><td>{"".join(f"<p>{p}</p>" for p in paragraphs("market", 3))}</td></tr></table></td></tr></table>', "other", family="fixed", date="2022-08-15", notes="a page of fixed content in a layout of tables: h1 is the column's name")
plain("/gk/zn/", "公开指南", ["首页", "政务公开", "公开指南"], f'<table width="980"><tr><td class="content"><h1 align="center">公开指南</h1></td></tr><tr><td class="info" align="center">发布时间：2021-06-30　来源：县政府办公室</td></tr><tr><td class="content">{"".join(f"<p>{p}</p>" for p in paragraphs("market", 4, 1))}</td></tr></table>', "other", family="fixed", date="2021-06-30", source="县政府办公室", notes="headline, particulars and text in cells of one table")

# --- 7. Links that lead nowhere: an attribute, a call or a button has the file.

plain("/gk/zbcg/202106/07_821.html", "柳泉县农村道路养护工程招标公告", ["首页", "政务公开", "招标采购"], '<div class="main"><h1>柳泉县农村道路养护工程招标公告</h1><div class="sj">发布时间：2021-06-07　来源：县交通运输局</div><div class="txt"><p>养护里程共四十六公里，分两个标段招标，文件自公告之日起五个工作日内获取。</p><p><a href="javascript:openFile(\'/front/rest/webfile?attachGuid=4e1c-77\')">招标文件.zip</a></p><p><a href="javascript:;" data-url="/f/zb/tz.pdf">施工图纸.pdf</a></p><p>报名表：<input type="button" value="下载" onclick="location.href=\'/f/zb/bm.doc\'"></p></div></div>', date="2021-06-07", source="县交通运输局", attachments=3, family="foots", notes="three files behind links that lead nowhere")
