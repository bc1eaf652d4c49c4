"""Structures that were first met on real pages: each page was written after the reader had failed on one.

None of these pages was ever held out; the figures of the real ones stand in docs/accuracy.md.
"""
from .model import page
from .texts import chinese, listing, paragraphs, titles

HEAD = '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{0}</title>\n</head>\n<body>\n'


def stranger(url, html, kind, title, site, head=None, family="strangers", **more):
    """A page between its head and its end; `head` is the text of its title element."""
    page(family, url, HEAD.format(title if head is None else head) + html + "\n</body>\n</html>", kind, title, site, **more)


def text(topic, count=2):
    return "".join(f"<p>{one}</p>" for one in paragraphs(topic, count))


# --- 1. A day and a school's name in one piece of text below the headline; the name stands in the foot.

SCHOOL = "柳林河县第二小学"
stranger("http://www.lh2x-example.gov.cn/djgz/zzjs/201905/t20190516_2219.html", f"""<div class="nav"><ul><li><h3><a href="/xxgk/">学校概况</a></h3></li><li><h3><a href="/djgz/">党建工作</a></h3><ul><li><a href="/djgz/zzjs/">组织建设</a></li></ul></li><li><h3><a href="/jsdw/">师资队伍</a></h3></li></ul></div>
<section class="subtitlenav"><ul class="items"><li><a href="../">组织建设</a></li><li><a href="../../zthd/">专题活动</a></li></ul></section>
<div class="pagenews"><div class="dttop"><h4 class="dttitle">党支部书记为全体党员讲授专题党课</h4><span>2019-05-16 &nbsp; {SCHOOL}</span></div>
<div class="newsdetailtext"><p><div class="TRS_Editor">{text("schools", 2)}</div></div><a class="back" href="javascript:history.go(-1)">返回</a><dl><dd><span>上一条</span><a href="t20190516_2220.html">开放的心态办教育</a></dd></dl></div>
<div class="footcont"><dl><dt><a href="/lxwm/">联系我们</a></dt><dd>版权所有 Copyright© 2019 {SCHOOL}</dd></dl></div>""", "article", "党支部书记为全体党员讲授专题党课", SCHOOL, head=f"党支部书记为全体党员讲授专题党课_组织建设_{SCHOOL}", date="2019-05-16", column="组织建设", accept={"column": [None], "source": [SCHOOL]}, notes="a bare day and a name in one text")

# --- 2. One list for wide screens and the same rows for narrow ones, hidden by a style sheet.

CENTRE, ROWS = "柳林河县公益彩票中心", listing("柳林河县", "2021-03-22", 6, 9)
WIDE = "".join(f'<li class="list-group-item"><span class="badge">{d}</span><span class="white"><a href="../../c/{d}/{4100 + k}.html">• {t}</a></span></li>' for k, (t, d) in enumerate(ROWS))
NARROW = "".join(f'<li><a href="../../c/{d}/{4100 + k}.html"><div class="d"><div class="x1">{d[8:]}</div><div class="x2">{d[:7]}</div></div><div class="t"><p class="x_tit">{t}</p></div></a></li><div class="cleardiv"></div>' for k, (t, d) in enumerate(ROWS))
stranger("http://www.lhgycp-example.gov.cn/xxgk/tzgg/index.html", f"""<div class="top"><a href="/">{CENTRE}官方网站</a><ul><li><a href="/">返回首页</a></li><li><a href="/xxgk/">信息公开</a></li></ul></div>
<div class="container"><div class="row"><div class="col-lg-8"><ol class="breadcrumb"><li>当前位置：</li><li><a href="/">首页</a></li><li><a href="../">信息公开</a></li><li><a href="">通知公告</a></li></ol>
<ul class="list-group">{WIDE}<li class="list-group-item cutting_line"><hr></li></ul>
<ul class="x_t_012">{NARROW}</ul>
<div><ul class="pagination"><li class="disabled"><a href="#">&laquo;</a></li><li class="active"><a href="#">1</a></li><li><a href="index_2.html">2</a></li><li><a href="index_3.html">3</a></li><li><a href="index_2.html">&raquo;</a></li></ul></div></div>
<div class="col-lg-4"><ul class="list-group hot"><li>一周热点</li>{"".join(f'<li class="list-group-item"><span class="corner">{k}</span><a href="../../c/2021-02-0{k}/{3900 + k}.html">{t}</a></li>' for k, t in enumerate(titles("柳林河县", 4, 30), 1))}</ul></div></div></div>
<div class="foot">版权所有：{CENTRE}　网站主办：{CENTRE}<br>地址：柳林河县北环路3号 邮编：055100</div>""", "column-list", "通知公告", CENTRE, head=f"通知公告_{CENTRE}", crumbs=["首页", "信息公开", "通知公告"], rows=ROWS, state="readable", pages=3, next="http://www.lhgycp-example.gov.cn/xxgk/tzgg/index_2.html", notes="the rows again for narrow screens")

# --- 3. A page that a script will fill: rows, menu, breadcrumb and the message for an empty list are templates.

stranger("http://jyj.liulinhe-example.gov.cn/list.html", """<div id="app"><div class="header"><span>柳林河县教育局欢迎您</span><span v-text="time"></span></div>
<ul class="nav"><li><a href="index.html">首页</a></li><li v-for="(nav,index) in navs"><a :href="nav.url"><span v-text="nav.title"></span></a></li></ul>
<div class="content"><div class="mianbaoxie"><span>当前位置：</span><a href="javascript:;">首页></a><a href="javascript:;" v-text="channel+'>'"></a><a href="javascript:;" v-text="column"></a></div>
<div class="right"><ul><li><i></i><span v-text="column"></span></li><div v-if="nothing" class="none">暂时没有您想要搜索的内容~~~</div><li v-for="item in rows" :key="item.id"><a :href="'detail.html?id='+item.id"><span v-text="item.title"></span><span class="date" v-text="item.date"></span></a></li></ul><el-pagination :total="count"></el-pagination></div></div>
<div class="lianjie"><p>友情链接</p></div><div class="footer"><a v-for="l in links" v-if="l.kind==1">主办单位：<span v-text="l.text"></span></a></div></div>
<script>new Vue({el:'#app',data:function(){return {rows:[],navs:[],count:0}},created:function(){var that=this;$.ajax({url:api+'/api/article/list',type:'post',data:{page:that.page,limit:10},success:function(d){that.rows=d.data;that.count=d.count;}})}})</script>""", "column-list", "柳林河县教育局", "柳林河县教育局", crumbs=[], column=None, state="unreadable", accept={"breadcrumb": [["首页"]], "column": [None, "柳林河县教育局"], "title": [None]}, notes="templates of a script are no text of the page")

# --- 4. A page of fixed content: its title tag is the template's, its name the last step, 时间 and 来源 below it.

ISLAND = "上游岛开发建设管理委员会办公室"
stranger("http://www.syd-example.gov.cn/detail.html?id=12", f"""<header><img src="/i/logo.png" alt=""><div class="right"><div class="grid on">首 页</div><div class="grid">新闻中心</div><div class="grid">政务公开</div><div class="search"><input type="text" placeholder="请输入搜索关键字"></div></div></header>
<div class="container"><div class="column Big_title"><div class="grid"><i></i><span>新闻中心</span></div></div><div class="column banner"><label>首页</label><i>></i><label>新闻中心</label><i>></i><label class="on">走进上游岛</label></div>
<div class="column title">
 走进上游岛
</div><div class="column times"><label>时间：<span>2020-09-29</span></label><label>来源：<span>上游岛官网</span></label><label>浏览：<span>146002</span></label><label>字体：<span>大 中 小</span></label></div>
<div class="column content"><img alt=""><h2>一、现状概况</h2>{text("farming", 2)}<h2>二、发展规模</h2>{text("water", 1)}<h2>三、总体布局</h2>{text("roads", 1)}</div></div>
<footer><div><label>{ISLAND}</label><label>地址：上游岛秋柑路8号</label><label>邮政编码：201900</label></div><div><label>某ICP备10028000号</label></div></footer>""", "article", "走进上游岛", ISLAND, head="新闻详情页", date="2020-09-29", source="上游岛官网", crumbs=["首页", "新闻中心", "走进上游岛"], accept={"site_name": [None, "新闻详情页"], "column": ["新闻中心"]}, notes="headings within the text outrank nothing: the block over 时间 and 来源 is the headline")

# --- 5. A leader's address of welcome: the title tag is the unit's name.

stranger("http://www.lhsw-example.gov.cn/ldzc.html", f"""<div class="wrapper"><div class="ldzc"><div class="ldzc_title"><span>敞开大门迎客商</span></div><div class="ldzc_ld"><span>柳林河县商务局局长&nbsp;&nbsp;&nbsp;郑启航</span></div><div class="ldzc_content"><img src="images/zqh.gif"><span>　　{paragraphs("market", 1)[0]}
      {paragraphs("roads", 1)[0]}{paragraphs("farming", 1)[0]}</span></div></div></div>""".replace('charset="utf-8"', 'charset="gb2312"'), "other", "敞开大门迎客商", "柳林河县商务局", head="柳林河县商务局", notes="one block is named a title, and the title tag names the site alone")

# --- 6. A portal of interaction without a title tag: the foot says who keeps it.

stranger("http://www.liulinhe2-example.gov.cn/hdjl.html", """<div class="header"><div class="top"><a>县人大网</a><a>县政协网</a><div>邮件系统</div><input type="text"></div><div class="menu"><ul><li><a href="index.html"><span>首&nbsp;页</span></a><div class="sub">欢迎来到柳林河县门户网</div></li><li><a href="gk.html"><span>政务公开</span></a></li><li><a href="hdjl.html"><span>互动交流</span></a></li></ul></div></div>
<div class="hdjl"><div class="h1"><div class="bg"><span>政务咨询</span></div><ul><li><img src="i/y.gif"> 东岭乡“热点问答”</li><li><img src="i/y.gif"> 西岭乡“群众大厅”</li><li><img src="i/y.gif"> 云峰镇“镇长热线”</li></ul></div><div class="h2"><div class="bg"><span>在线访谈</span></div><ul><li><img src="i/y.gif"> 县住建局“在线访谈”</li><li><img src="i/y.gif"> 县水务局“领导访谈”</li></ul></div></div>
<div class="footer"><div class="t">柳林河县人民政府主办<br>某ICP备06001500</div></div>""", "other", None, "柳林河县人民政府", head="", column=None, accept={"title": ["互动交流", "柳林河县人民政府", "政务咨询"]}, notes="主办 behind the name")

# --- 7. A pager whose links lead nowhere without their script.

SEEDS, ROWS = "柳林河县种子管理站", listing("柳林河县", "2020-12-28", 8, 17)
stranger("http://zzz.liulinhe-example.gov.cn/gsxx/index.jhtml", f"""<div class="head"><a href="/"><img src="/r/logo.png" alt=""></a><ul class="menu"><li><a href="/">首页</a></li><li><a href="/xxgk/index.jhtml">信息公开</a></li><li><a href="/fwdt/index.jhtml">服务大厅</a></li></ul></div>
<div class="place">您当前的位置：<a href="/">首页</a> &gt; <a href="/xxgk/index.jhtml">信息公开</a> &gt; <a href="/gsxx/index.jhtml">信息公示</a></div>
<div class="list"><h2>信息公示</h2><ul>{"".join(f'<li><span class="fr">{d}</span><a href="/gsxx/{2200 - k}.jhtml" title="{t}">{t}</a></li>' for k, (t, d) in enumerate(ROWS))}</ul>
<div class="pagesite"><div>共22条记录 1/3页  <a disabled="disabled">首页</a>  <a disabled="disabled">上一页</a>  <a href="#" onclick="location.href=encodeURI('index_2.jhtml');">下一页</a>  <a href="#" onclick="location.href=encodeURI('index_3.jhtml');">尾页</a>&nbsp;  第<select onchange="location.href=encodeURI(this.value);"><option value="index.jhtml" selected="selected">1</option><option value="index_2.jhtml">2</option><option value="index_3.jhtml">3</option></select>页</div></div></div>
<div class="foot">主办：{SEEDS}　某ICP备20008812号</div>""", "column-list", "信息公示", SEEDS, head=f"信息公示-{SEEDS}", crumbs=["首页", "信息公开", "信息公示"], rows=ROWS, state="readable", pages=3, next="http://zzz.liulinhe-example.gov.cn/gsxx/index_2.jhtml", notes="href=# beside an onclick that names the page")

# --- 8. The facts of a document in a table whose head row names them.

HEALTH = "柳林河县卫生健康委员会"
stranger("http://wjw.liulinhe-example.gov.cn/jcws/20240511/b5c2db3d78.html", f"""<div class="top"><a href="/">{HEALTH}</a></div><div class="crumb"><a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/ml/">政府信息公开目录</a> &gt; <a href="/jcws/">基层卫生</a></div>
<div class="article"><table class="table table-bordered"><thead><tr><th>索取号</th><th>发布时间</th><th>发布机构</th><th>文件编号</th><th>备注</th></tr></thead><tbody><tr><td>LL0412077-2024-00112</td><td>2024-05-11</td><td>{HEALTH}</td><td>柳卫基层〔2024〕5号</td><td></td></tr></tbody></table>
<h2 class="Article-title">关于开展2024年家庭医生签约服务宣传周活动的通知<small class="Article-time">( 2024-05-11)</small></h2>
<div id="ivs_content" class="Article_content"><p>各乡镇卫生院、社区卫生服务中心：</p>{text("health", 2)}<p align="right">{HEALTH}</p><p align="right">2024年5月10日</p></div></div>
<div class="footer">主办单位：{HEALTH}　地址：柳林河县康宁路30号</div>""", "policy", "关于开展2024年家庭医生签约服务宣传周活动的通知", HEALTH, head=f"关于开展2024年家庭医生签约服务宣传周活动的通知_{HEALTH}", date="2024-05-11", number="柳卫基层〔2024〕5号", index="LL0412077-2024-00112", written="2024-05-10", crumbs=["首页", "政务公开", "政府信息公开目录", "基层卫生"], accept={"source": [HEALTH]}, notes="a head row of labels over one row of values")

# --- 9. A breadcrumb named after an address, its steps held apart by bars.

PRIMARY = "柳林河县文峰实验小学"
stranger("http://www.lhwfxx-example.gov.cn/xxgk/index.html", f"""<div class="header"><a href="/">{PRIMARY}</a><ul class="nav"><li><a href="/">首页</a></li><li><a href="/xxgk/">学校概况</a></li><li><a href="/jxky/">教学科研</a></li></ul></div>
<div class="main"><div class="page_addr"><a href="/">首页</a>&nbsp;|&nbsp;<a href="/xxgk/">学校概况</a></div>
<div class="left"><ul><li><a href="/xxgk/xxjj/">学校简介</a></li><li><a href="/xxgk/xzjy/">校长寄语</a></li><li><a href="/xxgk/xyfg/">校园风光</a></li></ul></div>
<div class="content">{text("schools", 2)}</div></div>
<div class="foot">版权所有：{PRIMARY}</div>""", "other", "学校概况", PRIMARY, head=f" 学校概况 _ {PRIMARY} ", crumbs=["首页", "学校概况"], accept={"column": ["学校概况"]}, notes="bars between the steps")

# --- 10. The whole article again for elderly readers; the metas bear the day on which the page was made.

STATE = "柳林河县人民政府网站"
AGAIN = f"""<h2>
 <UCAPTITLE>
 柳林河县开展“走访企业月”系列活动
 </UCAPTITLE>
 </h2><ul class="attr"><li style="width:180px;">
 2020年09月15日 09时32分
 </li><li style="width:300px;">来源:
 上游镇政务网
 </li></ul><div class="text">{text("market", 2)}</div><div class="zrbj">责任编辑：
 田小禾
 </div>"""
stranger("http://www.liulinhe-example.gov.cn/10462/10595/2020/9/15/e651244f5f89400a95c651e2f53de7fe.shtml", f"""<div id="skip"><a href="#content">跳转到主要内容区域</a></div><div class="head2022" style="display: none;"><table><tr><td><a href="/index.shtml">首页</a></td><td>|</td><td><a href="/zfld.shtml">政府领导</a></td></tr></table></div>
<div class="wrap2022" id="wrap2022">{AGAIN}<div class="relatedlinks"><h3>相关链接>> </h3><table><tr><td><span class="xgid">194ddb4d1afc42b9929d5379188318ed:</span> <a href="https://yjj.liulinhe-example.gov.cn/2020/9/10/2b15e.shtml">扎实推进森林草原防灭火专项整治工作</a></td></tr></table></div></div>
<div class="elder2022" id="elder2022">{AGAIN}</div>
<div class="foot"><p>主办单位：柳林河县人民政府办公室　网站标识码：1300000011</p></div>""".replace("<div id=\"skip\"", '<meta name="SiteName" content="柳林河县人民政府网站"><meta name="ColumnName" content="乡镇动态"><meta name="ArticleTitle" content="柳林河县开展“走访企业月”系列活动"><meta name="PubDate" content="2022-10-14 10:16:14"><div id="skip"', 1), "article", "柳林河县开展“走访企业月”系列活动", STATE, head=f"柳林河县开展“走访企业月”系列活动- {STATE}", date="2020-09-15", source="上游镇政务网", column="乡镇动态", accept={"column": [None]}, notes="two parts of a page are no rows; 09时32分 is a time of day")

# --- 11. Rows that a click leads on from, without a link of their own.

COUNTY, ROWS = "柳林河政府网", listing("柳林河县", "2018-08-01", 4, 5)
CLICKED = "".join(f"<li onclick=\"location.href='myzj/{31 - k}.html'\"><h3>{t}</h3><div>现将全文公布，请社会各界提出修改意见。</div><span>{chinese(d)}15:11:25</span></li>" for k, (t, d) in enumerate(ROWS))
stranger("http://www.lhzf-example.gov.cn/myzjlist.html", f"""<div id="head"></div><div class="path"><em>您的位置:
 <a href="/">首页</a> >
 <a href="/zmhd.html">政民互动</a> >
 <a href="/myzj.html">民意征集</a>
 </em></div>
<div class="side"><ul><h3>政民互动</h3><li onclick="location.href='xz.html'">县长热线</li><li onclick="location.href='ft.html'">在线访谈</li><li onclick="location.href='dc.html'">网上调查</li></ul></div>
<div class="aside1"><div class="tq3"><h3>民意征集</h3></div><ul class="tq80">{CLICKED}</ul></div><div id="footer"></div>""", "column-list", "民意征集", COUNTY, head=COUNTY, crumbs=["首页", "政民互动", "民意征集"], rows=ROWS, state="readable", notes="li onclick=location.href")

# --- 12. A catalogue of documents without links.

ROWS = listing("柳林河县", "2018-07-27", 4, 11)
stranger("http://www.lhzf-example.gov.cn/mulu.html", f"""<div id="head"></div><div class="path"><em>您的位置:
 <a href="/">首页</a> >
 <a href="/zwgk.html">政务公开</a>
 </em></div>
<div class="side"><ul><h3>主题分类</h3><li><a href="a1.html">法律法规</a></li><li><a href="a2.html">公告公示</a></li><li><a href="a3.html">政府文件</a></li></ul></div>
<div class="tq"><div class="tq3"><h3>所有信息</h3></div><table class="tq31" cellspacing="0"><tr class="tqtitle"><td>索引号</td><td>发布机构</td><td>信息名称</td><td>生成日期</td><td>废止日期</td></tr>{"".join(f"<tr><td>10101010{3225 - 3 * k}</td><td>县财政局</td><td>{t}</td><td>{d}</td><td></td></tr>" for k, (t, d) in enumerate(ROWS))}</table></div><div id="footer"></div>""", "column-list", "政务公开", COUNTY, head=COUNTY, crumbs=["首页", "政务公开"], rows=ROWS, state="readable", accept={"title": ["所有信息", COUNTY]}, notes="索引号, 信息名称 and 生成日期 head a table without links")

# --- 13. Films and pictures without days, in a column whose name other pages give to what is read most.

SHOWN = ["上游岛郊野公园春色", "造船厂新船下水", "橘乡采摘节开幕", "环岛公路改建工程航拍", "第一小学新校区启用", "渔港码头夜景"]
TABS = """<header><div class="right"><div class="grid on">首 页</div><div class="grid">新闻中心</div><div class="grid">政务公开</div></div></header>
<div class="container"><div class="column Big_title"><div class="grid"><i></i><span>新闻中心</span></div></div><div class="column banner"><label>首页</label><i>></i><label>新闻中心</label><i>></i><label class="on">
 热点聚焦
 </label></div><div class="column content"><ul class="item left"><li class="on">热点聚焦</li><li>工作动态</li><li>媒体聚焦</li></ul><i></i><div class="item right">"""
END = f"""</div></div></div><footer><label>{ISLAND}</label><label>地址：上游岛秋柑路8号</label><label>邮政编码：201900</label></footer>"""
stranger("http://www.syd-example.gov.cn/imgList.html", TABS + '<ul class="imglist flex">\n' + "\n".join(f'<a href="img_{k}.html"><li class="video"><i class="start"></i><img alt=""><h4>{t}</h4></li></a>' for k, t in enumerate(SHOWN)) + "</ul>" + END, "column-list", "热点聚焦", ISLAND, head="图片列表", crumbs=["首页", "新闻中心", "热点聚焦"], rows=[(t, None) for t in SHOWN], state="readable", accept={"title": ["图片列表"], "site_name": [None]}, notes="a links around li; short titles beside pictures")
stranger("http://www.syd-example.gov.cn/photoList.html", TABS + '<div class="photos">' + "".join(f'<div class="one"><a href="photo/{300 + k}.html" title="{t}"><img src="p{k}.jpg" alt="{t}"></a></div>' for k, t in enumerate(SHOWN)) + "</div>" + END, "column-list", "热点聚焦", ISLAND, head="热点聚焦", crumbs=["首页", "新闻中心", "热点聚焦"], rows=[(t, None) for t in SHOWN], state="readable", accept={"site_name": [None]}, notes="the titles stand in attributes alone")

# --- 15. The column's name again behind the breadcrumb's last step.

CULTURE = "柳林河县文化广电旅游局"
stranger("http://wlj.liulinhe-example.gov.cn/xxgk/qt/gzdt/content/post_10963132.html", f"""<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/xxgk/index.html">信息公开</a></li></ul></div><div class="container"><div class="path">
 <span>
 <i class="i-path"></i>
 <a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/xxgk">信息公开</a>&nbsp;&gt;&nbsp;<a href="/xxgk/qt">其他</a>&nbsp;&gt;&nbsp;<a href="/xxgk/qt/gzdt">工作动态</a>
 <b>工作动态<i class="topline"></i></b>
 </span>
</div><div class="Detial"><h3>第二十届市民文化节优秀书法作品展举行</h3><h4><span>日期：2023-11-16 10:32</span> <span> 来源：柳林河日报</span></h4><div class="TRS_Editor">{text("culture", 2)}</div></div></div>
<div class="footer">主办单位： {CULTURE}  版权所有 © {CULTURE}</div>""", "article", "第二十届市民文化节优秀书法作品展举行", CULTURE, head=f"第二十届市民文化节优秀书法作品展举行-{CULTURE}", date="2023-11-16", source="柳林河日报", crumbs=["首页", "信息公开", "其他", "工作动态"], notes="a heading within the breadcrumb")

# --- 16. Fields that a script sends, without a form around them; two names in one line of the foot.

SCHOOLS = "柳林河县教育体育局"
stranger("http://jyj.liulinhe-example.gov.cn/consult.html", f"""<div class="header"><input type="text" placeholder="请输入您要搜索的内容"></div><div class="daohang"><ul><li><a href="/">首页</a></li><li><a href="/xw.html">教育新闻</a></li></ul></div>
<div class="content"><div class="mianbaoxie"><span>当前位置：</span><a href="javascript:;">首页</a>><a href="javascript:;">我要提问</a></div>
<div class="wtly"><p class="tit">问题留言</p>{"".join(f'<div class="row"><h3>{name}：</h3><input type="text"></div>' for name in ("用户昵称", "联系电话", "电子邮箱", "留言标题"))}<div class="row"><h3>留言内容：</h3><textarea></textarea></div><div><input type="button" value="发表留言"></div></div></div>
<div class="footer"><a href="" class="zbdw">主办单位：{SCHOOLS}</a><a href="" class="cbdw">承办单位：{SCHOOLS}信息中心</a><a href="">Copyright © 2018 某ICP备13000944号</a></div>""", "form", "我要提问", SCHOOLS, head="", crumbs=["首页", "我要提问"], notes="text to be written, and no form element")

# --- 17. A guide whose labels stand in blocks of their own, in the words of an office of trade.

PAIRS = [("审批事项", "货运代理企业备案"), ("服务对象", "企业"), ("申报条件", ""), ("报送材料", "备案表一式两份、营业执照副本"), ("申报程序", "窗口受理，科室审核"), ("工作时限", "五个工作日"), ("审批依据", "县政府关于货运代理管理的办法"), ("责任处室", "对外贸易科")]
stranger("http://www.lhsw-example.gov.cn/bgxz_detail.html", f"""<div class="left"><div class="top"><span>热门下载</span></div><ul>{"".join(f'<li><a href="x{k}.html">{t}</a></li>' for k, t in enumerate(titles("柳林河县", 3, 8)))}</ul></div>
<div class="right"><div class="right_top">当前位置: 首页 > 办事大厅</div><div class="text">{"".join(f'<div class="l"><span>{name}：</span></div><div class="r"><span>{value}</span></div>' for name, value in PAIRS)}</div></div>""", "guide", "办事大厅", "柳林河县商务局", head="柳林河县商务局", crumbs=["首页", "办事大厅"], accept={"title": ["货运代理企业备案"]}, notes="审批事项, 报送材料, 工作时限, 责任处室")

# --- 18. No day but the one in brackets behind the headline.

stranger("http://wjw.liulinhe-example.gov.cn/gzdt/20240416/a1c2db3d79.html", f"""<div class="top"><a href="/">{HEALTH}</a></div><div class="crumb"><a href="/">首页</a> &gt; <a href="/gzdt/">工作动态</a></div>
<div class="article"><h2 class="Article-title">柳林河县启动春季传染病防控督导
 <small class="Article-time">( 2024-04-16)</small>
 </h2><div class="Article_content">{text("health", 2)}</div></div>
<div class="footer">主办单位：{HEALTH}　地址：柳林河县康宁路30号</div>""", "article", "柳林河县启动春季传染病防控督导", HEALTH, head=f"柳林河县启动春季传染病防控督导_{HEALTH}", date="2024-04-16", crumbs=["首页", "工作动态"], notes="the headline's own brackets")
