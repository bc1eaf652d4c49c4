"""Old pages: GBK tables, ASP and SiteFactory, phpcms, Dede and Empire, XHTML, framesets."""
from .model import fill, page
from .texts import chinese, listing, paragraphs, titles

# --- 1. GBK table layouts of 2003 to 2012. Bytes are GBK; what the page says of them varies.

TABLE = """
<html>
<head>
{{charset}}<title>{{head}}</title>
<style type="text/css">
<!--
td {font-size:12px;line-height:180%} a:link{color:#000;text-decoration:none} .bt{font-size:18px;color:#cc0000;font-weight:bold}
-->
</style>
<SCRIPT language=JavaScript>
<!--
function click(){if(event.button==2){alert('禁止右键');}} document.onmousedown=click
today=new Date(); var day; if(today.getDay()==0)day="星期日"; if(today.getDay()==1)day="星期一";
function show(){document.write(today.getYear(),"年",today.getMonth()+1,"月",today.getDate(),"日 ",day)}
//-->
</SCRIPT>
</head>
<body leftmargin=0 topmargin=0 bgcolor=#FFFFFF>
<table width=778 border=0 align=center cellpadding=0 cellspacing=0><tr><td colspan=2><img src=images/top.jpg width=778 height=120></td></tr>
<tr bgcolor=#0066CC height=25><td>&nbsp;<font color=#FFFFFF><script>show()</script></font></td><td align=right><a href=index.asp><font color=white>首 页</font></a>｜<a href=jg.asp><font color=white>机构设置</font></a>｜<a href=dt.asp><font color=white>工作动态</font></a>｜<a href=fg.asp><font color=white>政策法规</font></a>｜<a href=bs.asp><font color=white>办事指南</font></a>&nbsp;</td></tr></table>
<table width=778 border=0 align=center cellpadding=0 cellspacing=0><tr><td width=180 valign=top bgcolor=#F0F0F0>
<table width=100%><tr><td background=images/lm.gif>　热点文章</td></tr>{{hot}}</table></td>
<td width=598 valign=top>
{{main}}
</td></tr></table>
<table width=778 align=center><tr><td align=center><hr size=1>{{foot}}<br>最佳分辨率800*600 &copy; 2004-2010 您是第<img src=count.asp?n=1>2010805位访客</td></tr></table>
</body>
</html>
"""


def table(host, path, head, site, main, foot, kind, title, *, charset="", coding="gbk", **more):
    hot = "".join(f"<tr><td>·<a href=show.asp?id={70 + k}>{t[:12]}</a><br><font color=gray>2009-0{k + 3}-1{k}</font></td></tr>" for k, t in enumerate(titles("我县", 4, 9)))
    html = fill(TABLE, charset=charset, head=head, hot=hot, main=main, foot=foot)
    page("gbk-table", f"http://{host}{path}", html, kind, title, site, charset=coding, **more)


META = '<meta http-equiv="Content-Type" content="text/html; charset={}">\n'
GBK = dict(charset=META.format("gb2312"), declared="gb2312")
table("www.heishan2-example.gov.cn", "/dt/show.asp?id=1034", "黑松县林业局--工作动态", "黑松县林业局",
      "<table width=96% align=center><tr><td>您现在的位置：<a href=index.asp>首页</a> >> <a href=dt.asp>工作动态</a> >> 正文</td></tr><tr><td align=center class=bt>我局全面完成春季造林任务</td></tr><tr><td align=center>作者：办公室　来源：本站　发布时间：2009-4-28 10:21:05　点击数：<b>2009</b></td></tr><tr><td><br>" + "".join(f"　　{p}<br>" for p in paragraphs("farming", 5)) + "</td></tr><tr><td align=right>（编辑：admin）</td></tr></table>",
      "主办：黑松县林业局 辽ICP备05009999号", "article", "我局全面完成春季造林任务", **GBK, crumbs=["首页", "工作动态", "正文"], date="2009-04-28", source="本站", notes="text in one cell with br; days without zeros", accept={"breadcrumb": [["首页", "工作动态"]], "source": [None]})
table("www.heishan2-example.gov.cn", "/fg/show.asp?id=88", "黑松县林业局--政策法规", "黑松县林业局",
      "<table width=96% align=center><tr><td>您现在的位置：<a href=index.asp>首页</a> >> <a href=fg.asp>政策法规</a></td></tr><tr><td align=center class=bt>黑松县人民政府关于禁止乱砍滥伐林木的通告<br><font size=2>黑政发[2007]19号</font></td></tr><tr><td align=center>二〇〇七年九月十二日</td></tr><tr><td>" + "".join(f"<p>　　{p}</p>" for p in paragraphs("safety", 4, 3)) + "</td></tr></table>",
      "主办：黑松县林业局", "policy", "黑松县人民政府关于禁止乱砍滥伐林木的通告", **GBK, crumbs=["首页", "政策法规"], date="2007-09-12", number="黑政发[2007]19号", notes="the day in Chinese figures under the title, no other", accept={"doc_number": ["黑政发〔2007〕19号"], "title": ["黑松县人民政府关于禁止乱砍滥伐林木的通告黑政发[2007]19号"]})
ROWS = listing("黑松县", "2010-05-17", 12, 1)
table("www.heishan2-example.gov.cn", "/dt.asp?page=2", "黑松县林业局--工作动态", "黑松县林业局",
      "<table width=96% align=center><tr><td>您现在的位置：<a href=index.asp>首页</a> >> 工作动态</td></tr>" + "".join(f"<tr><td height=24 style='border-bottom:1px dashed #ccc'><img src=images/dot.gif> <a href=dt/show.asp?id={1090 - k} target=_blank>{t}</a> <font color=#999999>({int(d[:4])}-{int(d[5:7])}-{int(d[8:])})</font></td></tr>" for k, (t, d) in enumerate(ROWS)) + "<tr><td align=center>共 <b>87</b> 条 页次：<b>2</b>/<b>8</b>页 <a href=?page=1>首页</a> <a href=?page=1>上一页</a> <a href=?page=3>下一页</a> <a href=?page=8>尾页</a> 转到：<input size=2><input type=button value=GO></td></tr></table>",
      "主办：黑松县林业局", "column-list", "工作动态", **GBK, crumbs=["首页", "工作动态"], rows=ROWS, state="readable", pages=8, next="http://www.heishan2-example.gov.cn/dt.asp?page=3")
table("www.qiaotou2-example.gov.cn", "/Html/2011/8/2/215.htm", "渠口镇人民政府-镇务公开", "渠口镇人民政府",
      "<table width=560 align=center><tr><td>当前位置：<a href=/>首页</a>-<a href=/gk.htm>镇务公开</a></td></tr><tr><td><h3 align=center>渠口镇㙓坝村、䶮家沟村饮水工程公示</h3><p align=center>2011-8-2</p>" + "".join(f"<p>　　{p}</p>" for p in paragraphs("water", 4, 1)) + "<p>　　联系人：𠮷志强，电话：2011080</p></td></tr></table>",
      "渠口镇党政办公室", "article", "渠口镇㙓坝村、䶮家沟村饮水工程公示", charset=META.format("gb2312"), declared="gb2312", coding="gb18030", crumbs=["首页", "镇务公开"], date="2011-08-02", notes="says gb2312, holds four-byte GB18030 characters")
table("www.qiaotou2-example.gov.cn", "/Html/2012/3/20/301.htm", "渠口镇人民政府-工作动态", "渠口镇人民政府",
      "<table width=560 align=center><tr><td>当前位置：<a href=/>首页</a>-<a href=/dt.htm>工作动态</a></td></tr><tr><td><h3 align=center>渠口镇开展春季农机安全检查</h3><p align=center>发表于：2012-3-20　编辑：小丁　浏览：312次</p>" + "".join(f"<p>　　{p}</p>" for p in paragraphs("farming", 4, 2)) + "</td></tr></table>",
      "渠口镇党政办公室", "article", "渠口镇开展春季农机安全检查", charset="", declared=None, crumbs=["首页", "工作动态"], date="2012-03-20", notes="no charset at all")
table("www.qiaotou2-example.gov.cn", "/Html/2012/5/4/316.htm", "渠口镇人民政府-工作动态", "渠口镇人民政府",
      "<table width=560 align=center><tr><td>当前位置：<a href=/>首页</a>-<a href=/dt.htm>工作动态</a></td></tr><tr><td><h3 align=center>渠口镇青年志愿者清理河道</h3><p align=center>发表于：2012-5-4　编辑：小丁　浏览：206次</p>" + "".join(f"<p>　　{p}</p>" for p in paragraphs("water", 4, 1)) + "</td></tr></table>",
      "渠口镇党政办公室", "article", "渠口镇青年志愿者清理河道", charset=META.format("utf-8"), declared="utf-8", crumbs=["首页", "工作动态"], date="2012-05-04", notes="meta says utf-8, bytes are GBK")
table("www.qiaotou2-example.gov.cn", "/Html/2012/6/11/322.htm", "渠口镇人民政府-通知公告", "渠口镇人民政府",
      "<table width=560 align=center><tr><td>当前位置：<a href=/>首页</a>-<a href=/gg.htm>通知公告</a></td></tr><tr><td><h3 align=center>渠口镇夏收防火通告</h3><p align=center>发表于：2012-6-11　编辑：小丁　浏览：99次</p>" + "".join(f"<p>　　{p}</p>" for p in paragraphs("safety", 4, 3)) + "</td></tr></table>",
      "渠口镇党政办公室", "article", "渠口镇夏收防火通告", charset=META.format("gbk"), declared="gbk", header="text/html; charset=UTF-8", crumbs=["首页", "通知公告"], date="2012-06-11", notes="the header says UTF-8, page and bytes are GBK")
ROWS = [(t, d) for t, d in listing("渠口镇", "2012-06-11", 7, 26)]
table("www.qiaotou2-example.gov.cn", "/gg.htm", "渠口镇人民政府-通知公告", "渠口镇人民政府",
      "<table width=560 align=center><tr><td colspan=2>当前位置：<a href=/>首页</a>-通知公告</td></tr>" + "".join(f"<tr><td>{k + 1}、<a href=/Html/{d[:4]}/{int(d[5:7])}/{int(d[8:])}/{322 - k}.htm>{t}</a><td>[{int(d[5:7])}/{int(d[8:])}]" for k, (t, d) in enumerate(ROWS)) + "</table>",
      "渠口镇党政办公室", "column-list", "通知公告", **GBK, crumbs=["首页", "通知公告"], rows=ROWS, state="readable", notes="numbered rows, month and day alone; year in the addresses")

# --- 2. ASP articles and SiteFactory with post-back pagers (UTF-8 and GBK).

FACTORY = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><title>{{head}}</title>
<meta http-equiv="Content-Type" content="text/html; charset={{charset}}" /><meta name="generator" content="{{generator}}" />
<link href="/Skin/Default.css" rel="stylesheet" type="text/css" /><script src="/WebResource.axd?d=x" type="text/javascript"></script></head>
<body><form name="form1" method="post" action="{{action}}" id="form1">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1Mg9kFgICAw9kFgQCAQ8WAh4EVGV4dAUKMjAxNS0wMS0wMWRk20150101" />
<script type="text/javascript">
//<![CDATA[
function __doPostBack(eventTarget, eventArgument) { document.form1.__EVENTTARGET.value = eventTarget; document.form1.submit(); }
//]]>
</script>
<div id="wrap"><div id="head"><h1><a href="/">{{site}}</a></h1></div>
<div id="menu"><a href="/Index.aspx">首页</a> <a href="/Category_2/Index.aspx">局内动态</a> <a href="/Category_5/Index.aspx">通知公告</a> <a href="/Category_9/Index.aspx">下载中心</a></div>
{{main}}
<div id="bottom">{{foot}} 技术支持：某某网络 Processed in 0.2015 seconds</div></div></form></body></html>
"""


def factory(host, path, head, site, main, foot, kind, title, charset="utf-8", generator="SiteFactory", **more):
    page("factory", f"http://{host}{path}", fill(FACTORY, head=head, charset=charset, generator=generator, action=path.split("/")[-1], site=site, main=main, foot=foot),
         kind, title, site, charset="gbk" if charset == "gb2312" else charset, declared=charset, **more)


ROWS = listing("芷阳县", "2015-07-31", 10, 4)
factory("www.zhiyang2-example.gov.cn", "/Category_5/Index_2.aspx", "通知公告-芷阳县国土资源局", "芷阳县国土资源局",
        '<div id="path"><a href="/">芷阳县国土资源局</a> &gt;&gt; <a href="/Category_5/Index.aspx">通知公告</a></div><div class="c_main"><ul class="list_ul">' + "".join(f'<li><span class="fr">{d}</span><a class="cat" href="/Category_5/Index.aspx">[通知公告]</a><a href="/Item/{4800 - k}.aspx" title="标题：{t}&#10;作者：佚名&#10;更新时间：{d} 9:12:00" target="_self">{t}</a></li>' for k, (t, d) in enumerate(ROWS)) + '</ul><div class="pagecss">共 <span>64</span> 篇 <a href="/Category_5/Index.aspx">首页</a> <a href="/Category_5/Index.aspx">上一页</a> <a href="/Category_5/Index_3.aspx">下一页</a> <a href="/Category_5/Index_7.aspx">尾页</a> 页次：<strong>2</strong>/<strong>7</strong>页 10篇/页</div></div>',
        "芷阳县国土资源局", "column-list", "通知公告", crumbs=["芷阳县国土资源局", "通知公告"], rows=ROWS, state="readable", pages=7, notes="title attribute holds title, author and time; column prefix before each title")
ROWS = listing("芷阳县", "2014-03-12", 8, 30)
factory("www.zhiyang2-example.gov.cn", "/list.aspx?cid=12", "芷阳县国土资源局 土地供应", "芷阳县国土资源局",
        '<div id="path">当前位置：<a href="/">首页</a> &gt; <span id="ctl00_lblName">土地供应</span></div><table cellspacing="0" id="GridView1" style="width:100%;"><tr><th scope="col">标题</th><th scope="col">发布时间</th></tr>' + "".join(f'<tr onmouseover="this.style.backgroundColor=\'#eee\'"><td><a id="GridView1_ctl0{k + 2}_HyperLink1" href="show.aspx?id={910 - k}&amp;cid=12">{t}</a></td><td align="center">{int(d[:4])}/{int(d[5:7])}/{int(d[8:])} 0:00:00</td></tr>' for k, (t, d) in enumerate(ROWS)) + '<tr class="pager"><td colspan="2"><table><tr><td><span>1</span></td><td><a href="javascript:__doPostBack(\'GridView1\',\'Page$2\')">2</a></td><td><a href="javascript:__doPostBack(\'GridView1\',\'Page$3\')">3</a></td></tr></table></td></tr></table>',
        "芷阳县国土资源局", "column-list", "土地供应", generator="Microsoft Visual Studio", crumbs=["首页", "土地供应"], rows=ROWS, state="readable", notes="post-back pager without addresses; days with 0:00:00")
factory("www.zhiyang2-example.gov.cn", "/Item/4799.aspx", "芷阳县矿山地质环境治理公告-芷阳县国土资源局", "芷阳县国土资源局",
        '<div id="path"><a href="/">芷阳县国土资源局</a> &gt;&gt; <a href="/Category_5/Index.aspx">通知公告</a> &gt;&gt; 正文</div><div class="c_main"><h2 class="title">芷阳县矿山地质环境治理公告</h2><div class="info">【字体：<a>小</a> <a>大</a>】　作者：佚名　来源：<a href="#">芷阳县国土资源局</a>　点击数：<script src="/Common/GetHits.aspx?id=4799"></script>　更新时间：2015-7-30</div><div id="fontzoom">' + "".join(f"<p>{p}</p>" for p in paragraphs("water", 4, 3)) + '</div><p class="tag">Tags：2015,矿山</p></div>',
        "芷阳县国土资源局", "article", "芷阳县矿山地质环境治理公告", crumbs=["芷阳县国土资源局", "通知公告", "正文"], date="2015-07-30", source="芷阳县国土资源局", notes="only 更新时间", accept={"breadcrumb": [["芷阳县国土资源局", "通知公告"]]})
factory("www.zhiyang2-example.gov.cn", "/show.aspx?id=908&cid=12", "芷阳县国土资源局 土地供应", "芷阳县国土资源局",
        '<div id="path">当前位置：<a href="/">首页</a> &gt; <span id="ctl00_lblName">土地供应</span></div><div class="show"><span id="lblTitle" style="font-size:18px;font-weight:bold;">芷阳县工业用地招拍挂结果公布</span><br /><span id="lblInfo">发布人：土地利用股　发布时间：2014/3/10 16:20:31　阅读：<span id="lblHits">2014</span></span><hr /><span id="lblContent"><p>' + "</p><p>".join(paragraphs("roads", 3, 2)) + '</p><p>竞得人应于2014年3月25日前签订合同。</p></span></div>',
        "芷阳县国土资源局", "article", "芷阳县工业用地招拍挂结果公布", generator="Microsoft Visual Studio", crumbs=["首页", "土地供应"], date="2014-03-10", notes="title in a span, the page's title names the column alone")
factory("www.xuehe2-example.gov.cn", "/Article_Show.asp?ArticleID=377", "薛河区人事局网站--关于职称外语考试报名的通知", "薛河区人事局网站",
        '<div id="path">您的位置：<a href="Index.asp">薛河区人事局网站</a>&gt;&gt;<a href="Article_Class2.asp?ClassID=8">公告栏</a>&gt;&gt;文章正文</div><table width="100%"><tr><td align="center"><b><font size="4">关于职称外语考试报名的通知</font></b></td></tr><tr><td align="center">作者：人事局　文章来源：<a href="http://www.xuehe2-example.gov.cn">职称科</a>　点击数：377　更新时间：2006-1-9　文章录入：admin</td></tr><tr><td>' + "<br>".join("　　" + p for p in paragraphs("jobs", 4, 1)) + "<br>　　考试定于2006年4月8日举行。</td></tr><tr><td>上一篇文章：<a href=Article_Show.asp?ArticleID=376>关于公务员年度考核的通知</a> 2006-1-4<br>下一篇文章：没有了</td></tr></table>",
        "薛河区人事局", "article", "关于职称外语考试报名的通知", charset="gb2312", generator="MyPower", crumbs=["薛河区人事局网站", "公告栏", "文章正文"], column="公告栏", date="2006-01-09", source="职称科", notes="examination day and day of the neighbour article", accept={"breadcrumb": [["薛河区人事局网站", "公告栏"]]})
ROWS = listing("薛河区", "2006-01-09", 9, 15, (5, 1, 20, 3))
factory("www.xuehe2-example.gov.cn", "/Article_Class2.asp?ClassID=8", "薛河区人事局网站--公告栏", "薛河区人事局网站",
        '<div id="path">您的位置：<a href="Index.asp">薛河区人事局网站</a>&gt;&gt;<a href="Article_Class2.asp?ClassID=8">公告栏</a></div><table width="100%" cellpadding="2">' + "".join(f'<tr><td><img src="images/{"article_ontop" if k == 0 else "article_common"}.gif" alt="{"固顶" if k == 0 else "普通"}文章"> <a href="Article_Show.asp?ArticleID={377 - k}" title="文章标题：{t}">{t[:19]}{"…" if len(t) > 19 else ""}</a>[<font color=red>{d}</font>]</td></tr>' for k, (t, d) in enumerate([ROWS[4]] + ROWS[:4] + ROWS[5:])) + '</table><div>总共有 9 个文章 页次：<b>1/1</b>页</div>',
        "薛河区人事局", "column-list", "公告栏", charset="gb2312", generator="MyPower", crumbs=["薛河区人事局网站", "公告栏"], rows=[ROWS[4]] + ROWS[:4] + ROWS[5:], state="readable", notes="first row pinned; titles cut, the attribute says 文章标题：")

# --- 3. phpcms.

PHPCMS = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=7" />
<title>{{head}}</title><meta name="keywords" content="{{site}}"><link href="/statics/css/reset.css" rel="stylesheet" type="text/css" />
<script type="text/javascript" src="/statics/js/jquery.min.js"></script></head><body>
<div class="body-top"><div class="content"><div class="login lh24 blue"><a href="/index.php?m=content&c=rss&siteid=1" class="rss ib">rss</a></div></div></div>
<div class="header"><div class="logo"><a href="/"><img src="/statics/images/v9/logo.jpg" /></a></div><div class="nav-bar"><ul class="nav-site"><li><a href="/"><span>首页</span></a></li><li class="line">|</li><li><a href="/index.php?m=content&c=index&a=lists&catid=6"><span>单位概况</span></a></li><li class="line">|</li><li><a href="/index.php?m=content&c=index&a=lists&catid=33"><span>文旅动态</span></a></li></ul></div></div>
<div class="main"><div class="col-left"><div class="crumbs">{{trail}}</div>{{main}}</div>
<div class="col-auto"><div class="box"><h5 class="title-2">频道总排行</h5><ul class="content digg">{{rank}}</ul></div></div></div>
<div class="footer"><p class="info">{{foot}}<br>Powered by phpcms &copy; 2015</p></div></body></html>
"""
SITE = "信川县文化广电和旅游局"


def phpcms(path, head, trail, main, kind, title, site=SITE, host="wlj.xinchuan2-example.gov.cn", **more):
    rank = "".join(f'<li><a href="/index.php?m=content&c=index&a=show&catid=33&id={k}" target="_blank">{t}</a><span>20{10 + k}-05-01</span></li>' for k, t in enumerate(titles("信川县", 5, 25)))
    page("phpcms", f"http://{host}{path}", fill(PHPCMS, head=head, site=site, trail=trail, main=main, rank=rank, foot=f"{site} 主办 豫ICP备19000{len(title)}号"), kind, title, site, **more)


ROWS = listing("信川县", "2020-10-22", 10, 28)
phpcms("/index.php?m=content&c=index&a=lists&catid=33&page=2", f"文旅动态 - {SITE}", '<a href="/">首页</a><span> &gt; </span><a href="/index.php?m=content&c=index&a=lists&catid=33">文旅动态</a> > ',
       '<ul class="list lh24 f14">' + "".join(f'<li><span class="rt">{d} 1{k}:20:00</span>·<a href="/index.php?m=content&c=index&a=show&catid=33&id={2440 - k}" target="_blank"{" style=color:#f00" if k == 0 else ""}>{t}</a></li>' + ('<li class="bk20 hr"></li>' if k % 5 == 4 else "") for k, (t, d) in enumerate(ROWS)) + '</ul><div id="pages" class="text-c"><a class="a1">143条</a> <a href="/index.php?m=content&c=index&a=lists&catid=33&page=1" class="a1">上一页</a> <a href="#">1</a> <span>2</span> <a href="/index.php?m=content&c=index&a=lists&catid=33&page=3">3</a> ..<a href="/index.php?m=content&c=index&a=lists&catid=33&page=15">15</a> <a href="/index.php?m=content&c=index&a=lists&catid=33&page=3" class="a1">下一页</a></div>',
       "column-list", "文旅动态", crumbs=["首页", "文旅动态"], rows=ROWS, state="readable", pages=15, notes="empty li as rulers between groups")
phpcms("/index.php?m=content&c=index&a=show&catid=33&id=2440", f"信川县举办广场舞展演 - 文旅动态 - {SITE}", '<a href="/">首页</a><span> > </span><a href="/index.php?m=content&c=index&a=lists&catid=33">文旅动态</a> > 正文',
       '<div id="Article"><h1>信川县举办广场舞展演<br /><span>2020-10-22 10:20:33&nbsp;&nbsp;&nbsp;来源：公共服务股&nbsp;&nbsp;&nbsp;点击：<span id="hits"></span></span></h1><div class="content">' + "".join(f"<p>{p}</p>" for p in paragraphs("culture", 4)) + '</div><p class="f14"><strong>上一篇：</strong><a href="?id=2439">信川县图书馆总分馆揭牌</a><br/><strong>下一篇：</strong>最后一篇</p></div>',
       "article", "信川县举办广场舞展演", crumbs=["首页", "文旅动态", "正文"], date="2020-10-22", source="公共服务股", notes="day and source stand inside the h1", accept={"breadcrumb": [["首页", "文旅动态"]]})
phpcms("/html/2018/tongzhi_0613/91.html", f"关于核发导游证的公告 - 通知 - {SITE}", '<a href="/">首页</a><span> > </span><a href="/html/tongzhi/">通知</a> > ',
       '<div id="Article"><h1>关于核发导游证的公告<br /><span>2018-06-13 08:00:00&nbsp;&nbsp;&nbsp;来源：&nbsp;&nbsp;&nbsp;评论：<a href="#c">0</a> 点击：<span id="hits">2018</span></span></h1><div class="content">' + "".join(f"<p>{p}</p>" for p in paragraphs("jobs", 3, 3)) + '<p>信文旅〔2018〕27号文件同时在局公示栏张贴。</p><p><a href="/uploadfile/2018/0613/20180613081500112.doc">导游名单.doc</a></p></div></div>',
       "article", "关于核发导游证的公告", crumbs=["首页", "通知"], date="2018-06-13", attachments=1, notes="a number in the body belongs to another document", accept={"doc_number": ["信文旅〔2018〕27号"]})
phpcms("/index.php?m=content&c=index&a=lists&catid=6", f"单位概况 - {SITE}", '<a href="/">首页</a><span> > </span><a href="#">单位概况</a> > ',
       '<div class="single"><p style="text-align:center"><strong>信川县文化广电和旅游局主要职责</strong></p>' + "".join(f"<p>（{n}）{p}</p>" for n, p in zip("一二三四五", paragraphs("culture", 5, 2))) + "<p>办公时间：周一至周五 8:00-12:00 15:00-18:00</p><p>地址：信川县羊山路3号 邮编：464000 传真：0376-2019-108</p></div>",
       "other", "单位概况", crumbs=["首页", "单位概况"], notes="a column that is one text", accept={"title": ["信川县文化广电和旅游局主要职责"]})

# --- 4. Dede and Empire.

DEDE = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset={{charset}}" /><title>{{head}}</title><meta name="description" content="{{about}}" />
<link href="/templets/default/style/dedecms.css" rel="stylesheet" media="screen" type="text/css" /><script type="text/javascript">
<!--
function CheckLogin(){ var taget_obj = document.getElementById('_ajax_feedback'); }
-->
</script></head><body class="articleview"><div class="header_top"><span id="time"><script>setInterval("time.innerHTML=new Date().toLocaleString()",1000)</script></span></div>
<div class="module blue mT10 wrapper w963"><div id="navMenu"><ul><li><a href='/'><span>主页</span></a></li><li><a href='/a/dt/'><span>水务动态</span></a></li><li><a href='/a/gk/'><span>政务公开</span></a></li></ul></div></div>
<div class="w960 center clear mt1"><div class="pleft"><div class="place"><strong>当前位置:</strong> {{trail}} > </div>{{main}}</div>
<div class="pright"><dl class="tbox"><dt><strong>推荐内容</strong></dt><dd><ul class="d4">{{side}}</ul></dd></dl></div></div>
<div class="footer w960 center mt1 clear"><p class="copyright">Copyright &copy; 2002-2018 DEDECMS. {{site}} 版权所有</p></div></body></html>
"""


def dede(host, path, site, head, trail, main, kind, title, charset="utf-8", **more):
    side = "".join(f'<li><a href="/a/{k}.html">{t}</a><p>{t[:8]}……2017-0{k + 1}-09</p></li>' for k, t in enumerate(titles("我市", 3, 44)))
    page("dede", f"http://{host}{path}", fill(DEDE, charset=charset, head=head, about=title, trail=trail, main=main, side=side, site=site), kind, title, site,
         charset={"gb2312": "gbk"}.get(charset, charset), declared=charset, **more)


dede("sl.boyang2-example.gov.cn", "/a/dt/2016/0714/512.html", "波岭市水务局", "波岭市水务局全力应对强降雨_波岭市水务局", "<a href='/'>主页</a> > <a href='/a/dt/'>水务动态</a>",
     '<div class="viewbox"><div class="title"><h2>波岭市水务局全力应对强降雨</h2></div><div class="info"><small>时间:</small>2016-07-14 21:40<small>来源:</small>防汛办 <small>作者:</small>admin <small>点击:</small><script src="/plus/count.php?view=yes&aid=512"></script>次</div><div class="intro">入汛以来最强降雨过程</div><div class="content"><table width="100%"><tr><td>' + "".join(f"<div>　　{p}</div>" for p in paragraphs("water", 5)) + '</td></tr></table></div><div class="boxoff"><strong>------分隔线----------------------------</strong></div></div>',
     "article", "波岭市水务局全力应对强降雨", crumbs=["主页", "水务动态"], date="2016-07-14", source="防汛办")
dede("sl.boyang2-example.gov.cn", "/a/gk/list_3_2.html", "波岭市水务局", "政务公开_第2页_波岭市水务局", "<a href='/'>主页</a> > <a href='/a/gk/'>政务公开</a>",
     '<div class="listbox"><ul class="e2">' + "".join(f'<li><a href="/a/gk/{d[:4]}/{d[5:7]}{d[8:]}/{300 - k}.html" class="preview"><img src="/images/defaultpic.gif"/></a>[<b><a href="/a/gk/">政务公开</a></b>] <a href="/a/gk/{d[:4]}/{d[5:7]}{d[8:]}/{300 - k}.html" class="title">{t}</a><span class="info"><small>日期：</small>{d} 08:3{k}:00 <small>点击：</small>{2000 + k} <small>好评：</small>0</span><p class="intro">{paragraphs("water", 1, k)[0][:40]}...</p></li>' for k, (t, d) in enumerate(listing("波岭市", "2016-12-02", 6, 34))) + '</ul></div><div class="dede_pages"><ul class="pagelist"><li><a href="list_3_1.html">首页</a></li><li><a href="list_3_1.html">上一页</a></li><li class="thisclass">2</li><li><a href="list_3_3.html">3</a></li><li><a href="list_3_3.html">下一页</a></li><li><a href="list_3_4.html">末页</a></li><li><select><option>1</option></select></li><li><span class="pageinfo">共 <strong>4</strong>页<strong>22</strong>条</span></li></ul></div>',
     "column-list", "政务公开", crumbs=["主页", "政务公开"], rows=listing("波岭市", "2016-12-02", 6, 34), state="readable", pages=4, notes="cards with picture link, column prefix, hits like years", accept={"title": ["政务公开第2页", "政务公开_第2页"]})
dede("www.chaohe2-example.gov.cn", "/html/gsgg/2013/0228/77.html", "潮禾县民政局", "关于提高城市低保标准的公示-潮禾县民政局", "<a href='/'>潮禾县民政局</a> > <a href='/html/gsgg/'>公示公告</a>",
     '<div class="viewbox"><div class="title"><h2>关于提高城市低保标准的公示</h2></div><div class="info">发布日期：2013-02-28&nbsp;&nbsp;发布单位：救助科</div><div class="content">' + "<br>".join("　　" + p for p in paragraphs("housing", 4, 3)) + '<br>附件：<a href="/uploads/soft/130228/1-1302281.rar">名册.rar</a></div></div>',
     "article", "关于提高城市低保标准的公示", charset="gb2312", crumbs=["潮禾县民政局", "公示公告"], date="2013-02-28", attachments=1, notes="GBK; 发布单位 instead of 来源", accept={"source": ["救助科"]})
EMPIRE = '<!doctype html><html><head><meta charset="utf-8"/><title>{h}</title><script>var _ws="/e/public/onclick/?enews=donews&classid=6";</script></head><body><div id="qt"><a href="/">{s}</a></div><div class="nv"><a href="/">首页</a>|<a href="/tzgg/">公告</a>|<a href="/zcwj/">文件</a></div><table class="position"><tr><td>现在的位置：{t}</td></tr></table>{m}<div class="bq">{s} 备案号：粤ICP备18000006号 <script src="/e/public/ViewClick/?classid=6&id=1&addclick=1"></script></div></body></html>'
for n, (path, title, trail, main, kind, more) in enumerate((
    ("/tzgg/2019-01-25/66.html", "春节期间政务大厅值班公告", "<a href='/'>首页</a>&nbsp;>&nbsp;<a href='/tzgg/'>公告</a>", "<table width='100%'><tr><th><h1>春节期间政务大厅值班公告</h1></th></tr><tr><td align=center>更新时间：2019-01-25 17:55:01　来源：行政审批局　<a href='javascript:window.print()'>打印</a></td></tr><tr><td id='text'><p>" + "</p><p>".join(paragraphs("market", 3, 2)) + "</p><p>值班时间为2019年2月4日至2月10日。</p></td></tr></table>", "article", dict(crumbs=["首页", "公告"], date="2019-01-25", source="行政审批局")),
    ("/zcwj/2019-13-45/67.html", "关于推行证明事项告知承诺制的实施方案", "<a href='/'>首页</a>&nbsp;>&nbsp;<a href='/zcwj/'>文件</a>", "<table width='100%'><tr><th><h1>关于推行证明事项告知承诺制的实施方案</h1></th></tr><tr><td align=center>(古行审〔2019〕15号)</td></tr><tr><td id='text'><p>" + "</p><p>".join(paragraphs("market", 4, 1)) + "</p><p align=right>古潭县行政审批局</p></td></tr></table>", "policy", dict(crumbs=["首页", "文件"], date=None, number="古行审〔2019〕15号", notes="no day on the page, an impossible one in the address")),
    ("/tzgg/index.html", "公告", "<a href='/'>首页</a>&nbsp;>&nbsp;公告", "<table class='box'>" + "".join(f"<tr><td><a href='/tzgg/{d}/{70 - k}.html' title='{t}'>{t}</a></td><td>{d}</td></tr>" for k, (t, d) in enumerate(listing("古潭县", "2019-02-13", 6, 39))) + "</table><div class='epages'><a title=\"Total record\">&nbsp;<b>26</b> </a>&nbsp;&nbsp;<b>1</b>&nbsp;<a href=\"/tzgg/index_2.html\">2</a>&nbsp;<a href=\"/tzgg/index_3.html\">3</a>&nbsp;<a href=\"/tzgg/index_2.html\">下一页</a>&nbsp;<a href=\"/tzgg/index_5.html\">尾页</a></div>", "column-list", dict(crumbs=["首页", "公告"], rows=listing("古潭县", "2019-02-13", 6, 39), state="readable", pages=5)),
)):
    page("empire", f"http://www.gutan2-example.gov.cn{path}", EMPIRE.format(h=f"{title}-古潭县行政审批局", s="古潭县行政审批局", t=trail, m=main), kind, title, "古潭县行政审批局", **more)

# --- 5. XHTML with an XML declaration and CDATA.

XHTML = """
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="zh-CN"><head><title>{{head}}</title>
<script type="text/javascript"><![CDATA[
  var tips = "</div><p>发布日期：1999-09-09</p>"; if (1 < 2 && 3 > 2) { var x = "<h1>不是标题</h1>"; }
]]></script>
<style type="text/css">/*<![CDATA[*/ .a{color:red} /*]]>*/</style></head>
<body><div id="page"><div id="hd"><a href="/"><img src="/i/l.png" alt="{{site}}" /></a><br /></div>
<div id="bc"><strong>您的位置</strong>: {{trail}}</div>
<div id="bd">{{main}}</div>
<div id="ft"><address>{{site}}编辑部 主办<br />最后更新 2023-12-31<br />&#169; 2001&#8211;2023</address></div></div></body></html>
"""
for n, (path, title, trail, main, kind, more) in enumerate((
    ("/node/1201.html", "海棠湾镇滨海步道开放公告", '<a href="/">首页</a> / <a href="/n/gg">公告</a>', '<h1>海棠湾镇滨海步道开放公告</h1><p class="by"><abbr title="2022-05-01T08:00:00+08:00">2022 年 5 月 1 日</abbr>，来源：<cite>镇文旅办</cite></p><div class="node"><p>' + "</p>\n<p>".join(paragraphs("culture", 3, 2)) + "</p></div>", "article", dict(crumbs=["首页", "公告"], date="2022-05-01", source="镇文旅办", notes="CDATA holds false date and title; spaces inside the day")),
    ("/node/1100.html", "临汐县海洋捕捞许可年审通知", '<a href="/">首页</a> / <a href="/n/tz">通知</a>', '<h1><span>临汐县海洋捕捞</span><span>许可年审通知</span></h1><p class="by">二○二一年十一月五日　县渔政大队</p><div class="node"><p>' + "</p>\n<p>".join(paragraphs("farming", 3, 1)) + "</p></div>", "article", dict(crumbs=["首页", "通知"], date="2021-11-05", notes="Chinese figures with ○; title in two spans", accept={"source": ["县渔政大队"]})),
    ("/n/tz", "通知", '<a href="/">首页</a> / <b>通知</b>', '<h2>通知</h2><ol class="items">' + "".join(f'<li value="{k + 1}"><a href="/node/{1100 - k}.html">{t}</a> <small>{chinese(d)}</small></li>' for k, (t, d) in enumerate(listing("临汐县", "2021-11-05", 8, 6))) + "</ol>", "column-list", dict(crumbs=["首页", "通知"], rows=listing("临汐县", "2021-11-05", 8, 6), state="readable")),
    ("/node/90.html", "临汐县志·大事记", '<a href="/">首页</a> / <a href="/n/fz">方志</a>', '<h1>临汐县志·大事记</h1><div class="node"><p>1958年10月1日，临汐水库开工。</p><p>1988年8月8日，县城通自来水。</p><p>' + "</p>\n<p>".join(paragraphs("water", 3, 2)) + "</p></div>", "other", dict(crumbs=["首页", "方志"], notes="days of history only; 最后更新 in the foot is the site's"),),
)):
    page("xhtml", f"http://www.linxi2-example.gov.cn{path}", fill(XHTML, head=f"{title} - 临汐县人民政府", site="临汐县人民政府", trail=trail, main=main), kind, title, "临汐县人民政府", **more)

# --- 6. Framesets and shells.

page("frameset", "http://www.dongting2-example.gov.cn/", '<html><head><title>东汀区农业机械管理局</title><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><frameset rows="120,*" frameborder="NO" border="0"><frame name="top" scrolling="NO" src="top.htm"><frameset cols="180,*"><frame src="left.asp" name="left"><frame src="main.asp" name="main"></frameset><noframes><body>您的浏览器不支持框架</body></noframes></frameset></html>',
     "other", "东汀区农业机械管理局", "东汀区农业机械管理局", charset="gbk", declared="gb2312", notes="frames only")
page("frameset", "http://www.dongting2-example.gov.cn/main.asp", '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>无标题文档</title></head><body><table width="100%"><tr><td align="center"><b>工作简报</b></td></tr>' + "".join(f'<tr><td><a href="news.asp?id={40 - k}" target="_blank">{t}</a> {d[2:].replace("-", ".")}</td></tr>' for k, (t, d) in enumerate(listing("东汀区", "2008-11-06", 9, 12))) + "</table></body></html>",
     "column-list", "工作简报", None, charset="gbk", declared="gb2312", column="工作简报", rows=listing("东汀区", "2008-11-06", 9, 12), state="readable", notes="the frame's document: 无标题文档; two-digit years", accept={"column": [None]})
page("frameset", "http://www.dongting2-example.gov.cn/news.asp?id=40", '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>New Page 1</title></head><body><p align="center"><font size="5" face="黑体">我局举办拖拉机驾驶员培训班</font></p><p align="center">2008年11月6日</p>' + "".join(f"<p>　　{p}</p>" for p in paragraphs("farming", 4)) + "<p align=right>（办公室 供稿）</p></body></html>",
     "article", "我局举办拖拉机驾驶员培训班", None, charset="gbk", declared="gb2312", date="2008-11-06", notes="New Page 1 is no title")
