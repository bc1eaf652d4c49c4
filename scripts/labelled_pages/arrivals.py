"""Structures that were first met on real list pages, each page written after the reader had failed on one.

The second batch of pages seen for the first time; none of these pages was ever held out.
"""
from .strangers import stranger, text
from .texts import chinese, listing, titles


def arrival(url, html, kind, title, site, **more):
    stranger(url, html, kind, title, site, family="arrivals", **more)


# --- 1. The title tag is the name of the site, which ends like no site's name; the breadcrumb names the column.

ZONE = "柳林河温泉生态度假区"
ROWS = listing("柳林河县", "2019-09-03", 6, 3)
arrival("http://wq.liulinhe-example.gov.cn/xxgk/nb/index.html", f"""<table width="1000" align="center" id="memu"><tr><td class="td1"><a href="../../">首页</a></td><td class="td3"><a href="../">信息公开</a></td><td class="td3"><a href="../../zjwq/">走进温泉</a></td></tr></table>
<table width="1000" align="center"><tr><td width="250" valign="top"><table class="gl_left"><tr><td width="19"><img src="i.jpg"></td><td><a href="../gd/" target="_self">公开规定</a></td></tr><tr><td width="19"><img src="i.jpg"></td><td><a href="../zd/" target="_self">公开制度</a></td></tr><tr><td width="19"><img src="i.jpg"></td><td><a href="./" target="_self">公开年报</a></td></tr></table></td>
<td valign="top"><table width="750"><tr><td class="pos" height="27">您现在的位置是：
			<a href="../../" title="首页">首页</a>&nbsp;&gt;&gt;&nbsp;<a href="../" title="信息公开">信息公开</a>&nbsp;&gt;&gt;&nbsp;<a href="./" title="公开年报">公开年报</a>
		</td></tr><tr><td><table class="gl_list">{"".join(f'<tr valign="top"><td width="25"><img src="i2.jpg"></td><td width="550"><a href="./{d[:4]}{d[5:7]}/t{d.replace("-", "")}_{90 - k}.html">{t}</a></td><td>{d}</td></tr>' for k, (t, d) in enumerate(ROWS))}</table></td></tr></table></td></tr></table>
<table width="1000" align="center" id="down"><tr><td>主办：柳林河县温泉度假区管委会　<a href="../../wzdt/">网站地图</a> | <a href="../../lxwm/">联系我们</a></td></tr><tr><td>某ICP备13000012号-2　网站标识码：1300000140</td></tr></table>""", "column-list", "公开年报", ZONE, head=ZONE, crumbs=["首页", "信息公开", "公开年报"], rows=ROWS, state="readable", accept={"site_name": ["柳林河县温泉度假区管委会"]}, notes="您现在的位置是：, a line break")

# --- 2. No breadcrumb; the site's name alone as title tag, the column's over the rows; rows with no year.

ROWS = [(t, None) for t in titles("柳林河县", 6, 9)]
arrival("http://www.lhbq-example.gov.cn/bq/list.jhtml?classid=3fa1f2b9", f"""<div id="main"><div class="top"><ul class="nav"><li><a href="/bq/index.jhtml">网站首页</a></li><li><a href="/bq/gk/index.jhtml">政府信息公开</a></li></ul></div>
<div class="center"><div class="center_left"><div class="menu"><div class="title_s">信息公开</div><ul><li><a href="javascript:change('3fa1f2b9','政策法规',1);">政策法规 </a></li><li><a href="javascript:change('cacb1768','人事任免',1);">人事任免 </a></li><li><a href="javascript:change('c93194fe','工作报告',1);">工作报告 </a></li></ul></div><div class="hot"><div class="title_s">点击热门</div><ul></ul></div></div>
<div class="center_right"><div class="content_title" id="content_title">政策法规</div><div class="list"><ul id="dataGrid">{"".join(f'<li class=""><a target="_blank" href="/bq/article/8a8080{k:02}.jhtml" title="{t}" class="arrow_1">{t}</a> <span class="date"> <!-- 2018--> 0{9 - k}-04 </span></li>' for k, (t, _) in enumerate(ROWS))}</ul></div>
<div class="page_box" id="pageShow"><table class="pageBase"><tr><td class="pageleft">每页<span>20</span>行 共<span>29</span>行 共<span>2</span>页</td><td class="pageright"><a href="javascript:void(0);">首页</a><a href="javascript:void(0);">下一页</a></td></tr></table></div></div></div>
<div id="footer">柳林河市北桥区人民政府　主办　© 2010 版权所有</div></div>""", "column-list", "政策法规", "柳林河北桥", head="柳林河北桥", column="政策法规", rows=ROWS, state="readable", pages=2, accept={"column": [None], "site_name": ["柳林河市北桥区人民政府"]}, notes="a heading over the rows names the column")

# --- 3. A numbered catalogue of a body whose name ends with 办; the pager calls a script.

OFFICE = "柳林河县国资办"
ROWS = listing("柳林河县", "2018-09-30", 5, 21)
arrival("http://gzb.liulinhe-example.gov.cn/list?c=1", f"""<div id="outer"><div class="header"><ul class="nav"><li><a href="/index">首页</a></li><li><a href="/wj">文件汇编</a></li></ul></div>
<div class="RightSide"><div class="newsbox"><p class="Pos clearfix"><span class="tit fl">当前位置：
 <a href="#" title="文件汇编">文件汇编</a> >> <a href="#" title="国资办文件">国资办文件</a>
 </span></p><div class="info_ser pie"><ul class="clearfix"><li>信息公开查询：</li><li><select name="ChannelType"><option>当前栏目</option></select></li><li><input name="KeyWord" type="text"></li></ul></div>
<table class="xxgk_tab" border="1" id="doclist"><tr><th width="12%">序号</th><th width="50%">标题</th><th width="25%">发布机构</th><th width="13%">发布日期</th></tr>{"".join(f'<tr><td>{k + 1}</td><td class="sp1"><a href="/doc/{d.replace("-", "/")}/68{k}.shtml" title="{t}">{t}</a></td><td>产权科</td><td>{d}</td></tr>' for k, (t, d) in enumerate(ROWS))}</table>
<div id="fenye" class="fenye"><p><a class="abutton">首页</a><a class="num" href="#">1</a><a class="num" href="javascript:void(0)" onclick="data.load(2,20);">2</a><a href="javascript:void(0)" onclick="data.load(2,20);">下一页</a></p></div></div></div>
<div class="copyright">版权所有：{OFFICE}</div></div>""", "column-list", "国资办文件", OFFICE, head=OFFICE, crumbs=["文件汇编", "国资办文件"], rows=ROWS, state="readable", notes="a name that ends with 办")

# --- 4. A table for each row, cut titles, the column's name in a cell that is named like a title.

HERBS = "柳林河县中药材协会"
ROWS = listing("柳林河县", "2014-08-14", 6, 11)
arrival("http://www.lhzyc-example.org.cn/c2.htm", f"""<table width="1004" align="center"><tr><td><a href="/index.htm">首页</a></td><td><a href="/c1.htm">协会概况</a></td><td><a href="/c2.htm">通知公告</a></td></tr></table>
<table width="1004" align="center" cellspacing="8"><tr valign="top"><td width="260"><table><tr><td class="title14b">热点文章</td></tr><tr><td><a href="/62.htm">全县中药材种植技术培训..</a></td></tr></table></td>
<td align="center"><table width="98%" background="bg.gif"><tr><td width="190" align="center" class="title14b">
 通知公告
 </td><td>&nbsp;</td></tr></table>
{"".join(f'''<table width="98%" class="dx" onmouseover="this.bgColor='#FFFF66';"><tr><td width="35"><img src="txt.png" alt="图标" /></td><td align="left" class="p14"><a href="/{153 - k}.htm" target="_blank" title="{t}"><font class="p14">{t[:12]}..</font></a></td><td width="110"><!--浏览：次--></td><td width="140">发稿：{chinese(d)}</td></tr></table>''' for k, (t, d) in enumerate(ROWS))}
</td></tr></table><table width="1004" align="center"><tr><td>主办单位：{HERBS}</td></tr></table>""", "column-list", "通知公告", HERBS, head=HERBS, column="通知公告", rows=ROWS, state="readable", accept={"column": [None]}, notes="one table a row")

# --- 5. A home page below the root: its title tag says so.

CREDIT = "信用柳林河"
BLOCK = "".join(f'<div class="layout"><h3><span>{name}</span><a href="/html/m{n}.htm">更多</a></h3><table>{"".join(f"<tr><td class=e4><a href=/article/{n}{k}.htm>{t}</a></td><td class=e3>{d}</td></tr>" for k, (t, d) in enumerate(listing("柳林河县", "2017-03-02", 4, 3 * n)))}</table></div>' for n, name in enumerate(("制度创建", "工作动态", "风险提示"), 1))
arrival("http://www.lhxy-example.gov.cn/xylh/index", f"""<div class="header"><ul><li><a href="/">首页</a></li><li><a href="/html/a.htm">信用动态</a></li><li><a href="/html/b.htm">政策法规</a></li></ul></div>
<div class="search"><form action="/xylh/search"><input type="hidden" name="searchType" value="companyName"><input name="key" type="text"><a href="javascript:void(0)"></a></form></div>{BLOCK}
<div class="footer"><p>主办单位：柳林河县信用中心</p></div>""", "home", "首页-信用柳林河", CREDIT, head="首页-信用柳林河", accept={"title": [CREDIT], "site_name": ["柳林河县信用中心"], "column": ["首页"]}, notes="首页 in the title tag, no root address")

# --- 6. A store with one row, cut in its middle.

TRADE = "柳林河县工业和信息化局"
WHOLE = "县工业和信息化局关于印发《柳林河县小微企业园建设专项资金管理办法》的通知"
arrival("http://gxj.liulinhe-example.gov.cn/col/col80179/index.html", f"""<div class="nav"><a href="/">首页</a><a href="/col/col1/index.html">政务公开</a></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/col/col80179/index.html">政策文件</a></div>
<div id="403740" class="default_pgContainer"></div><script type="text/xml"><datastore><totalrecord>1</totalrecord><totalpage>1</totalpage><recordset>
<record><![CDATA[<li><a target="_blank" href="/art/2026/4/17/art_80179_117.html" title="{WHOLE}">县工业和信息化局关于印发……的通知</a><b readlabel="2026-04-17">2026-04-17</b></li>]]></record>
</recordset></datastore></script><div class="footer">主办：{TRADE}</div>""", "column-list", "政策文件", TRADE, head=f"政策文件-{TRADE}", crumbs=["首页", "政策文件"], rows=[(WHOLE, "2026-04-17")], state="readable", notes="an ellipsis in the middle")
