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

# --- 7. Blanks without their semicolon right before the day; the site's own name and address lead the line.

GORGE = "柳林河峡谷景区恢复开放公告"
arrival("http://www.liulinhe-example.gov.cn/gsgg/30211.html", f"""<script src="/js/top.js"></script><div class="wrapper"><P class="detailTitle">首页  > 公示公告</P><div class="conBox"><h1 class="title">{GORGE}</h1>
<p class="detailTxt"><a href="/">柳林河政府门户网站&nbsp www.liulinhe-example.gov.cn</a>
 &nbsp&nbsp<span>2018-04-19 17:32:17</span>&nbsp&nbsp
 <span>来源：柳林河县政府网站</span></p><div class="contentBox"><p>景区定于2018年5月1日恢复开放。</p>{text("culture", 2)}<p align="right">柳林河峡谷旅游有限公司</p><p align="right">二〇一八年四月十八日</p></div><P class="zrEditor">责任编辑：管理员</P></div></div>
<script src="/js/footer.js"></script>""", "article", GORGE, "柳林河县人民政府", head=f"{GORGE}-柳林河县人民政府", date="2018-04-19", source="柳林河县政府网站", written="2018-04-18", crumbs=["首页", "公示公告"], notes="&nbsp without a semicolon")

# --- 8. A page below 下载中心 whose text is a file, given twice.

TRADING = "柳林河县公共资源交易中心"
FILE = '<img border="0" src="/sysimage/icon16/doc.gif"><a target="_blank" href="/uploadfile/20180606155549113.doc">抽签所需材料清单.doc</a>\n'
stranger("http://www.lhggzy-example.com/InfoDetail/?InfoID=84c6d7ff-177f&CategoryNum=006002", f"""<table align="center"><tr><td><a href="/lh/">首页</a></td><td><a href="/lh/zxgk">中心概况</a></td><td><a href="/lh/xzzx">下载中心</a></td></tr></table>
<table align="center"><tr><td><TABLE><TR><TD width="15"></TD><TD align="left"><FONT class=currentpostionfont><b>您现在的位置：</b></FONT><A href='/lh/'><FONT class=currentpostionfont>首页</FONT></A><FONT color="#CE1002"> >> <a href='/lh/xzzx'><FONT>下载中心</font></a> >> <a href='/lh/xzzx/006002'><FONT>政府采购</font></a></FONT></TD></TR></TABLE></td></tr>
<tr><td id="tdTitle" align="center"><div id="detail_title_div"><font style="font-size: 22px"><font>抽签所需材料清单</font></font></div><div align="center" style="height: 26px"><font class="webfont">【信息时间：
 2018/6/6
 &nbsp;&nbsp;阅读次数：
 <script src="/Upclicktimes.aspx?InfoID=84c6d7ff"></script>
 】 <a href="javascript:void(0)" onclick="window.print();">【我要打印】</a><a href="javascript:window.close()">【关闭】</a></font></div></td></tr>
<tr><td class="infodetail" id="TDContent"><div id="newscontentdiv">{FILE}{FILE}</div></td></tr></table>
<table align="center"><tr><td>主办单位：{TRADING}　某ICP备16000123号</td></tr></table>""", "download", "抽签所需材料清单", TRADING, family="arrivals", head="抽签所需材料清单", date="2018-06-06", crumbs=["首页", "下载中心", "政府采购"], attachments=1, charset="gbk", declared="utf-8", notes="下载 in the breadcrumb, not in the column; the bytes are GBK whatever the page says")

# --- 9. The heads of a catalogue over no row.

SYSTEM = "柳林河县公共资源交易系统"
arrival("http://jy.liulinhe-example.gov.cn/cggg/index.jsp", f"""<div class="top_box"><div class="logo">{SYSTEM}</div></div><div class="menu_box"><ul><li><a href="/index.shtml">首页</a></li><li><a href="/cggg/">采购公告</a></li><li><a href="/zcfg/">政策法规</a></li></ul></div>
<div class="main"><div class="personal_left"><div class="title">公告</div><ul><li><a href="/a.jsp">采购公告</a></li><li><a href="/b.jsp">变更公告</a></li><li><a href="/c.jsp">中标结果公告</a></li></ul></div>
<div class="personal_right_box"><table width="875"><tbody><tr><td>采购项目编号</td><td>采购项目名称</td><td>预算金额</td><td>采购单位</td><td>采购方式</td><td>创建时间</td><td>项目状态</td></tr></tbody></table></div></div>
<div class="foot">主办单位：{TRADING}</div>""", "column-list", "采购公告", SYSTEM, head=f"采购公告-{SYSTEM}", column="采购公告", rows=[], state="empty", accept={"column": [None], "site_name": [TRADING]}, notes="a head row and nothing below")

# --- 10. A breadcrumb of plain words between slashes, nothing before it.

arrival("http://www.liulinhe-example.gov.cn/c112840/202109/fg.shtml", f"""<div class="detaildata"><p class="nav">首页 / 政务公开 / 法规文件</p><div class="v_news_content"><p><strong>第一条</strong>　为了加强村道管理养护，保障村道安全畅通，制定本办法。</p>{text("roads", 3)}<p><strong>第十九条</strong>　本办法自2022年11月1日起施行。</p></div></div>""", "other", "柳林河县村道管理养护办法", "柳林河县人民政府", head="柳林河县村道管理养护办法_应急法规_柳林河县人民政府", crumbs=["首页", "政务公开", "法规文件"], accept={"column": ["应急法规"]}, notes="首页 / … / … without a link")

# --- 11. New marks behind titles; the words 当前位置 in brackets.

ROWS = listing("柳林河县", "2018-06-06", 6, 17)
arrival("http://www.lhggzy-example.com/zfcg/006002/", f"""<div class="top"><a href="/">首页</a><a href="/zfcg/">政府采购</a></div><div class="local">【当前位置】<a href="/">首页</a> - <a href="/zfcg/">政府采购</a> - <a href="/zfcg/006002/">采购公告</a></div>
<table width="100%">{"".join(f'<tr height=24><td width=15><img src="d.gif"></td><td align=left><a href="/InfoDetail/?InfoID={k}c6&CategoryNum=006" title="{t}">{t}<font color=red>[new]</font></a></td><td width=80 align=right><font>[{d}]</font></td></tr>' for k, (t, d) in enumerate(ROWS))}</table>
<table class="pagemargin"><tr><td class="huifont">1/20</td></tr></table><div class="foot">主办单位：{TRADING}</div>""", "column-list", "采购公告", TRADING, head=f"采购公告-{TRADING}", crumbs=["首页", "政府采购", "采购公告"], rows=ROWS, state="readable", notes="[new] is no part of a title")

# --- 12. Rows that show month and day, with the whole day in a time element's attribute.

ROWS = listing("柳林河县", "2021-05-18", 6, 33)
arrival("http://zx.liulinhe-example.gov.cn/tzgg/", f"""<header><ul class="nav"><li><a href="/">首页</a></li><li><a href="/tzgg/">通知公告</a></li></ul></header><div class="crumbs"><a href="/">首页</a> &gt; <a href="/tzgg/">通知公告</a></div>
<ul class="l">{"".join(f'<li><i class="dot"></i><span class="title"><a href="/n/{k}6.html">{t}</a></span><em class="hot">HOT</em><time datetime="{d}">{d[5:]}</time></li>' for k, (t, d) in enumerate(ROWS))}</ul><footer>主办：政协柳林河县委员会　某ICP备05000001号</footer>""", "column-list", "通知公告", "政协柳林河县委员会", head="通知公告-政协柳林河县委员会", crumbs=["首页", "通知公告"], rows=ROWS, state="readable", notes="datetime")

# --- 13. A leader's own page: name, post, duty and a photograph, without a day.

TOWN = "柳林河县上游镇人民政府"
arrival("http://sy.liulinhe-example.gov.cn/zwgk/ldzc/sxm/", f"""<div class="top"><a href="/">{TOWN}</a></div><div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/ldzc/">领导之窗</a> &gt; <a href="./">苏小满</a></div>
<div class="ld"><div class="photo"><img src="sxm.jpg"></div><div class="info"><p>姓名：苏小满</p><p>职务：副镇长</p><p>工作分工：负责农业农村、水利、民政工作，联系鱼塘村。</p></div></div>
<div class="foot">主办：{TOWN}　某ICP备05000001号</div>""", "directory", "苏小满", TOWN, head=f"苏小满-领导之窗-{TOWN}", crumbs=["首页", "政务公开", "领导之窗", "苏小满"], accept={"column": ["领导之窗"], "title": ["领导之窗"]}, notes="one leader")

# --- 14. One step with an empty address is the whole breadcrumb.

ROWS = listing("柳林河县", "2020-05-18", 5, 29)
arrival("http://sy.liulinhe-example.gov.cn/tzgg/", f"""<div class="top"><a href="/">{TOWN}</a></div><div class="wz">当前位置：<a href="">通知公告</a></div>
<ul class="list">{"".join(f'<li><a href="{k}6.html">{t}</a><span>{d}</span></li>' for k, (t, d) in enumerate(ROWS))}</ul><div class="foot">主办：{TOWN}　某ICP备05000001号</div>""", "column-list", "通知公告", TOWN, head=f"通知公告-{TOWN}", crumbs=["通知公告"], rows=ROWS, state="readable", notes="href empty")

# --- 15. A guide on a page whose title tag names the site alone.

PAIRS = [("事项名称", "小餐饮店登记"), ("服务对象", "个人"), ("申请条件", "有固定经营场所"), ("申请材料", "申请书、身份证复印件、健康证明"), ("办理流程", "窗口受理，现场核查，发证"), ("办理时限", "七个工作日"), ("收费标准", "不收费"), ("咨询电话", "0599-1234567")]
arrival("http://fw.liulinhe-example.gov.cn/guide.aspx?id=301", f"""<div class="top"><a href="/">{TRADE}</a><ul><li><a href="/">首页</a></li><li><a href="/fw.aspx">办事服务</a></li></ul></div>
<div class="con"><table class="bs">{"".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in PAIRS)}</table></div><div class="foot">主办：{TRADE}　某ICP备05000001号</div>""", "guide", "小餐饮店登记", TRADE, head=TRADE, accept={"title": []}, notes="the matter's name stands in the table alone")

# --- 16. A store with one row, whose title has two characters; a menu of terms and links.

STORE = '<datastore><totalrecord>1</totalrecord><totalpage>1</totalpage><recordset>\n<record><![CDATA[<li><a target="_blank" href="/art/2021/4/17/art_80_117.html" title="{0}">{0}</a><span>2021-04-17</span></li>]]></record>\n</recordset></datastore>'
arrival("http://gxj.liulinhe-example.gov.cn/col/col80/index.html", f"""<div class="nav"><a href="/">首页</a><a href="/col/col1/index.html">政务公开</a></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/col/col80/index.html">征集公告</a></div>
<div class="left"><dl><dt>发布日期</dt><dd><a href="/col/col81/index.html">2021年</a></dd><dt>文号</dt><dd><a href="/col/col82/index.html">柳工信〔2021〕3号</a></dd></dl></div>
<div id="403741" class="default_pgContainer"></div><script type="text/xml">{STORE.format("通告")}</script><div class="footer">主办：{TRADE}　某ICP备05000001号</div>""", "column-list", "征集公告", TRADE, head=f"征集公告-{TRADE}", crumbs=["首页", "征集公告"], rows=[("通告", "2021-04-17")], state="readable", notes="two characters are a title")

# --- 17. One row without a day in an element that is named a list.

arrival("http://gxj.liulinhe-example.gov.cn/zwgk/zcjd/", f"""<div class="top"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/zcjd/">政策解读</a></div>
<div class="side"><ul><li><a href="/zwgk/zcwj/">政策文件</a></li><li><a href="/zwgk/zcjd/">政策解读</a></li><li><a href="/zwgk/tzgg/">通知公告</a></li></ul></div>
<div class="main"><div class="tit">政策解读</div><ul class="news_list"><li><a href="./202104/t20210417_117.html" target="_blank">《柳林河县小微企业园建设专项资金管理办法》解读</a></li></ul></div><div class="footer">主办：{TRADE}　某ICP备05000001号</div>""", "column-list", "政策解读", TRADE, head=f"政策解读-{TRADE}", crumbs=["首页", "政务公开", "政策解读"], rows=[("《柳林河县小微企业园建设专项资金管理办法》解读", None)], state="readable", notes="a single row is a list")

# --- 18. The attachments are links in a literal that a loop takes apart and writes.

LISTED = "关于公布柳林河县小微企业园名单的通知"
arrival("http://gxj.liulinhe-example.gov.cn/zwgk/tzgg/202103/t20210303_16027.html", f"""<div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div><div class="position">当前位置：<a href="../../../">首页</a>&gt;<a href="../../">政务公开</a>&gt;<a href="../">通知公告</a></div>
<div class="zwxl-title"><p>{LISTED}</p></div><div class="zwxl-bar"><span>日期：</span><span>2021-03-03</span></div><div class="TRS_Editor"><p>经审核，现将小微企业园名单予以公布。</p>{text("roads", 2)}</div>
<script>var hasFJ='<a href="./P020210303553980549840.docx">附件1：小微企业园名单.docx</a><BR/><a href="./P020210303553980810778.xlsx">附件2：退出名单.xlsx</a>'; if(hasFJ!=''){{var FJarr=hasFJ.split("<BR/>"); document.write('<div>附件下载：</div>'); for(var i=1;i<=FJarr.length;i++){{document.write(i+"."+FJarr[i-1]+"<br/>");}}}}</script>
<div class="footer">主办：{TRADE}　某ICP备05000001号</div>""", "article", LISTED, TRADE, head=f"{LISTED}-{TRADE}", date="2021-03-03", crumbs=["首页", "政务公开", "通知公告"], attachments=2, notes="var hasFJ, a loop")

# --- 19. A label in brackets that leads to its column, before a title shorter than itself.

SCHOOL = "柳林河县第三中学"
ROWS = [("让经典在校园重现", "2017-06-13"), ("为有暗香来", "2017-06-02"), ("外教来了", "2017-05-22"), ("微笑礼仪", "2017-04-24"), ("我校学生在全县朗诵比赛中获奖", "2017-04-20")]
arrival("http://www.lhsz-example.com/Lhsz/Category_8/Index_24.aspx", f"""<div class="top"><a href="/Lhsz/">首页</a><a href="/Lhsz/Category_4/Index.aspx">学校概况</a></div><div class="path"><span>当前位置：</span><a href="/Lhsz/">首页</a> &gt; <a href="/Lhsz/Category_8/Index.aspx">莘莘学子</a></div><h3>莘莘学子</h3>
<ul class="infoList">{"".join(f'<li><span class="date">{d}</span><img src="/Lhsz/images/ontop1.gif" alt="热门"><a class="node" href="/Lhsz/Category_{99 + k % 2}/Index.aspx" target="_self">[{("团学动态", "社团风采")[k % 2]}]</a><a href="/Lhsz/Item/71{k}5.aspx" target="_self" title="标题：{t}&#xD;点击数：204&#xD;发表时间：2017年06月13日"><font style=";">{t}</font></a></li>' for k, (t, d) in enumerate(ROWS))}</ul><div class="foot">{SCHOOL} 版权所有</div>""", "column-list", "莘莘学子", SCHOOL, head=f"莘莘学子-{SCHOOL}", crumbs=["首页", "莘莘学子"], rows=ROWS, state="readable", notes="[社团风采] is longer than 为有暗香来")

# --- 20. A signature with its day stands above the tables that belong to the document.

EXAM = "关于做好上半年三项考试网上报名工作的通知"
CELLS = "".join(f"<TR><TD><FONT size=3>6月{28 + k}日</FONT></TD><TD><FONT size=3>下午3：40-4：00</FONT></TD><TD><FONT size=3>二（{k + 7}）</FONT></TD><TD><FONT size=3>实北4楼机房{k}</FONT></TD></TR>" for k in range(3))
arrival("http://www.lhsz-example.com/Lhsz/Item/4239.aspx", f"""<div class="top"><a href="/Lhsz/">首页</a></div><div class="path"><span>当前位置：</span><a href="/Lhsz/">首页</a> &gt; <a href="/Lhsz/Category_26/Index.aspx">教学处</a></div>
<div class="printArea"><h2 class="title">{EXAM}</h2><div class="property"><span>发布时间：2011年06月28日</span> <span>点击数：3次</span></div><div class="conTxt">
<P class=MsoNormal>高二班主任：</P>{text("culture", 2)}
<P class=MsoNormal style="TEXT-INDENT: 309.75pt"><SPAN><FONT size=3>柳林河三中教学处<SPAN lang=EN-US><o:p></o:p></SPAN></FONT></SPAN></P>
<P class=MsoNormal style="TEXT-INDENT: 309.75pt"><FONT size=3><SPAN lang=EN-US>2011</SPAN>年<SPAN lang=EN-US>6</SPAN>月<SPAN lang=EN-US>27</SPAN>日</FONT></P>
<TABLE width=703 border=0><TBODY><TR><TD colSpan=4><STRONG>网上报名机房安排</STRONG></TD></TR>{CELLS}</TBODY></TABLE></div></div><div class="foot">{SCHOOL} 版权所有</div>""", "article", EXAM, SCHOOL, head=f"{EXAM}-{SCHOOL}", date="2011-06-28", written="2011-06-27", crumbs=["首页", "教学处"], notes="a table below the signature")

# --- 21. Addresses of files that say so in other words: /attach/ without an ending, download.php, a drawing; a picture is none.

DRAWN = "关于公布农村住房建设通用图集的通知"
arrival("http://zjj.liulinhe-example.gov.cn/zwgk/tzgg/202104/t20210402_5.html", f"""<div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/tzgg/">通知公告</a></div>
<div class="article"><h1>{DRAWN}</h1><div class="info">发布时间：2021-04-02　来源：县住建局</div><div class="con" id="zoom"><p>现将图集予以公布，供参考选用。</p>{text("roads", 2)}<p><a href="/attach/0/2104021021.jpg"><img src="/attach/0/s2104021021.jpg"></a></p><p>图纸：<a href="/f/2021/a.dwg">一层平面</a>　样本：<a href="/plus/download.php?open=0&aid=31&cid=3">本地下载</a></p></div>
<div class="attach"><span>附件：</span><ul><li><a href="/attach/0/2104021022">1.图集目录</a> <em>(23KB)</em></li><li><a href="/attach/0/2104021023">2.选用说明</a> <em>(41KB)</em></li></ul></div></div>
<div class="footer"><p>主办：柳林河县住房和城乡建设局</p></div>""", "article", DRAWN, "柳林河县住房和城乡建设局", head=f"{DRAWN}-柳林河县住房和城乡建设局", date="2021-04-02", source="县住建局", crumbs=["首页", "政务公开", "通知公告"], attachments=4, notes="/attach/, download.php, .dwg")

# --- 22. Files in an attribute that a player reads, and under the id of an empty link.

COURSES = "2026年硕士研究生招生专业目录"
arrival("https://yjs.liulinhe-example.edu.cn/2025/1010/c5046a258152/page.htm", f"""<div class="top"><a href="/main.htm">首页</a></div><div class="path">当前位置：<a href="/main.htm">首页</a> &gt; <a href="/5046/list.htm">招生工作</a></div>
<div class="article"><h1 class="arti_title">{COURSES}</h1><p class="arti_metas"><span class="arti_update">发布时间：2025-10-10</span></p><div class="entry"><div class='wp_articlecontent'>{text("culture", 1)}<p><div pdfsrc="/_upload/article/files/aa/bb/cc.pdf" sudyfile-attr="{{'title':'招生目录.pdf'}}" class="wp_pdf_player"></div></p></div></div></div>
<div class="foot">版权所有 柳林河大学研究生院</div>""", "article", COURSES, "柳林河大学研究生院", head=f"{COURSES}-柳林河大学研究生院", date="2025-10-10", crumbs=["首页", "招生工作"], attachments=1, notes="pdfsrc")
LAMPS = "柳林河县智慧路灯采购项目公开招标公告"
arrival("http://www.lhcgp-example.gov.cn/cggg/dfgg/gkzb/202507/t20250714_1.htm", f"""<div class="nav"><a href="//www.lhcgp-example.gov.cn/">首页</a><a href="//www.lhcgp-example.gov.cn/zcfg/">政采法规</a></div><div class="loc"><p>当前位置：<a href="../../../../">首页</a>&nbsp;&raquo;&nbsp;<a href="../../../">政采公告</a>&nbsp;&raquo;&nbsp;<a href="../../">地方公告</a></p></div>
<div class="vF_detail_header"><h2 class="tc">{LAMPS}</h2><p class="tc"><span id="pubTime">2025年07月14日 01:59</span> 来源：<span id="sourceName"></span> 【<span id="printBtn">打印</span>】</p></div>
<div class='table'><table width='600'><tr><td class='title'>采购项目名称</td><td colspan='3'>柳林河县智慧路灯采购项目</td></tr><tr><td class='title'>附件1</td><td colspan='3' class='bid_attachtab_content'><a class='bizDownload' href='' id='3048A92F3366BCAB13ACDB3164FD57' title='点击下载'>招标文件.pdf</a></td></tr><tr><td class='title'>附件2</td><td colspan='3'><a class='bizDownload' href='' id='3048A92F3366BCAB13ACDB3164FD58' title='点击下载'>采购需求.docx</a></td></tr></table></div>
<div class="vF_detail_content"><p>一、项目基本情况</p>{text("roads", 1)}</div><div class="foot">主办单位：某部国库司　某ICP备19054529号-1</div>""", "article", LAMPS, "中国政府采购网", head=LAMPS, date="2025-07-14", crumbs=["首页", "政采公告", "地方公告"], attachments=2, accept={"site_name": [None, "某部国库司"]}, notes="the id of a link without an address")

# --- 24. `1/33` between the numbers of pages.

ROWS = listing("柳林河县", "2021-05-18", 6, 41)
arrival("http://jy.liulinhe-example.gov.cn/zwgk/tzgg/", f"""<div class="top"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/tzgg/">通知公告</a></div>
<ul class="list">{"".join(f'<li><a href="./t{d.replace("-", "")}_{k}.html">{t}</a><span>{d}</span></li>' for k, (t, d) in enumerate(ROWS))}</ul><div class="ewb-page"><ul><li class="ewb-page-li"><a>首页</a></li><li class="ewb-page-li current"><a>1</a></li><li class="ewb-page-li"><a href="/zwgk/tzgg/2.html">2</a></li><li class="ewb-page-li ewb-page-num"><span>1/33</span></li><li><a href="/zwgk/tzgg/2.html">下页</a></li></ul></div>
<div class="foot">主办单位：{TRADING}</div>""", "column-list", "通知公告", TRADING, head=f"通知公告-{TRADING}", crumbs=["首页", "政务公开", "通知公告"], rows=ROWS, state="readable", pages=33, notes="1/33 behind 1 2")

# --- 25. Labels in brackets, without colons.

LAW = "柳林河县法律援助中心迁址公告"
arrival("http://sfj.liulinhe-example.gov.cn/zwgk/tzgg/5.html", f"""<div class="top"><a href="/">首页</a></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/tzgg/">通知公告</a></div>
<div class="article"><h1>{LAW}</h1><p class="t2">【发布日期】2021-04-06 【来源】柳林河县司法局 【浏览次数】12</p><div class="con">{text("culture", 3)}<p>【打印】【关闭】</p></div></div><div class="foot">主办单位：柳林河县司法局</div>""", "article", LAW, "柳林河县司法局", head=f"{LAW}-柳林河县司法局", date="2021-04-06", source="柳林河县司法局", crumbs=["首页", "通知公告"], notes="【发布日期】, no colon")

# --- 26. The day stands whole in the attribute of a time element.

TOUR = "柳林河县文化馆免费开放"
arrival("http://wlj.liulinhe-example.gov.cn/xw/6.html", f"""<header><a href="/">首页</a></header><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/xw/">工作动态</a></div>
<article><h1>{TOUR}</h1><div class="meta"><time datetime="2021-04-06T08:30:00+08:00">4月6日</time><span class="author">来源：柳林河县文旅局</span></div><div class="con">{text("culture", 3)}</div></article><footer>主办单位：柳林河县文旅局</footer>""", "article", TOUR, "柳林河县文旅局", head=f"{TOUR}-柳林河县文旅局", date="2021-04-06", source="柳林河县文旅局", crumbs=["首页", "工作动态"], notes="datetime")

# --- 27. The document's number between the title and the day.

POSTS = "关于苏小满等同志任免职务的通知"
arrival("http://www.liulinhe-example.gov.cn/zwgk/rsxx/7.html", f"""<div class="top"><a href="/">首页</a></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/rsxx/">人事信息</a></div>
<div class="article"><p align=center><font size=5><b>{POSTS}</b></font></p><p align=center>柳政人〔2021〕5号</p><p align=right>发布时间：2021-4-6</p><div class="con"><p>各乡镇人民政府，县直各单位：</p>{text("roads", 2)}<p align=right>柳林河县人民政府办公室</p><p align=right>2021年4月2日</p></div></div><div class="foot">主办单位：柳林河县人民政府办公室</div>""", "article", POSTS, "柳林河县人民政府", head=f"{POSTS}-柳林河县人民政府", date="2021-04-06", number="柳政人〔2021〕5号", written="2021-04-02", crumbs=["首页", "人事信息"], notes="no heading element")
