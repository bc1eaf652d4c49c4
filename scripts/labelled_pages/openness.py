"""The Openness family: catalogue tables of 信息公开, old and new."""
from .model import fill, page
from .texts import chinese, days, listing, paragraphs, titles

# --- 1. /OpennessContent/show: table of particulars above the text.

SHOW = """
<!DOCTYPE html>
<html>
<head><meta charset="utf-8" />
<title>{{title}}_{{site}}</title>
<meta name="SiteName" content="{{site}}" /><meta name="SiteDomain" content="{{host}}" /><meta name="SiteIDCode" content="3417000{{n}}" />
<meta name="ColumnName" content="{{column}}" /><meta name="ArticleTitle" content="{{title}}" /><meta name="PubDate" content="{{pub}}" />
<script type="text/javascript" src="/Content/js/jquery.min.js"></script><link href="/Content/open.css" rel="stylesheet" /></head>
<body>
<div class="o-top"><div class="o-logo">{{site}}<small>政府信息公开网</small></div><div class="o-date"><script>var t=new Date();document.write(t.getFullYear()+"-"+(t.getMonth()+1)+"-"+t.getDate())</script></div></div>
<div class="o-nav"><a href="/">网站首页</a><a href="/Openness">信息公开首页</a><a href="/OpennessContent/guide/{{n}}.html">公开指南</a><a href="/OpennessContent/report/{{n}}.html">公开年报</a><a href="/OpennessApply/{{n}}.html">依申请公开</a></div>
<div class="o-pos">您现在的位置：{{trail}}</div>
<div class="o-tab"><table cellspacing="0" cellpadding="0">
<tr><th>索引号：</th><td>{{index}}</td><th>组配分类：</th><td>{{column}}</td></tr>
<tr><th>发布机构：</th><td>{{unit}}</td><th>主题分类：</th><td>{{theme}}</td></tr>
<tr><th>名称：</th><td>{{title}}</td><th>文号：</th><td>{{number}}</td></tr>
<tr><th>成文日期：</th><td>{{written}}</td><th>发布日期：</th><td>{{date}}</td></tr>
<tr><th>有效性：</th><td>{{valid}}</td><th>咨询电话：</th><td>0566-{{phone}}</td></tr></table></div>
<div class="o-tit">{{title}}</div><div class="o-inf">发布时间：{{pub}}　来源：{{source}}　浏览次数：<span id="hits">{{hits}}</span>　字体：【<a>大</a> <a>中</a> <a>小</a>】</div>
<div class="o-con">{{body}}</div>{{files}}
<div class="o-foot">主办单位：{{site}}　皖ICP备06000{{n}}号　网站标识码：3417000{{n}}</div></body></html>
"""
for n, (host, site, unit, trail, title, number, index, written, date, clock, valid, source, theme, phone, hits, body, files, count, kind, notes) in enumerate((
    ("www.guixi2-example.gov.cn", "桂溪区人民政府", "桂溪区人民政府办公室", "首页|政府信息公开|区政府办|政策文件", "桂溪区人民政府办公室关于印发粮食应急保障预案的通知", "桂政办秘〔2022〕61号", "11341700003283122A/202211-00014", "2022-11-03", "2022-11-07", "15:21", "有效", "区政府办", "粮食/通知", "2022110", "2022", "farming", '<div class="o-file"><b>附件：</b><a href="/UploadFiles/2022/fj.pdf">粮食应急保障预案.pdf</a></div>', 1, "policy", "index number ends in year and month; hits 2022"),
    ("www.guixi2-example.gov.cn", "桂溪区人民政府", "桂溪区水利局", "首页|政府信息公开|区水利局|行政执法", "桂溪区水利局河湖执法检查结果公示（2023年第二季度）", "", "11341700003283202B/202307-00003", "", "2023-07-04", "08:40", "有效", "桂溪区水利局", "水利/公示", "2310002", "88", "water", "", 0, "article", "two cells empty"),
    ("www.guixi2-example.gov.cn", "桂溪区人民政府", "桂溪区人民政府", "首页|政府信息公开|区政府|政策文件", "桂溪区人民政府关于公布行政规范性文件清理结果的通知", "桂政〔2020〕33号", "11341700003283122A/202012-00088", "2020-12-18", "2021-01-04", "10:00", "已失效（失效日期：2023-12-31）", "区政府", "综合政务", "2018001", "20210", "market", '<div class="o-file"><a href="/UploadFiles/2021/a.xls">继续有效目录</a> <a href="/UploadFiles/2021/b.xls">废止目录</a> <a href="/UploadFiles/2021/c.xls">修改目录</a></div>', 3, "policy", "three days in the table: written, published, expired"),
    ("www.caotang-example.gov.cn", "草塘县人民政府", "草塘镇人民政府", "首页|政府信息公开|草塘镇|财政信息", "草塘镇2024年1月农村低保资金发放表", "", "11341721MB1509327X/202402-00009", "2024-02-01", "2024-02-01", "09:09", "", "草塘镇", "民政/其他", "6200211", "1", "housing", "", 0, "article", "a person would take the day of publishing, here the same as written"),
)):
    steps = trail.split("|")
    page("openness", f"http://{host}/OpennessContent/show/{1140022 + n * 311}.html",
         fill(SHOW, n=31 + n, host=host, title=title, site=site, unit=unit, column=steps[-1], pub=f"{date} {clock}", index=index, number=number, written=written, date=date, valid=valid, source=source, theme=theme, phone=phone, hits=hits, files=files,
              trail=" &gt;&gt; ".join(f'<a href="/Openness?n={k}">{s}</a>' for k, s in enumerate(steps)), body="".join(f"<p>{p}</p>" for p in paragraphs(body, 4, n))),
         kind, title, site, crumbs=steps, date=date, written=written or None, source=source, number=number or None, index=index, attachments=count, notes=notes)

# --- 2. /public/column: sloppy new look, particulars in a list, title inside the table only.

PUBLIC = """
<!doctype html>
<html><head><title>{{title}}-{{site}}</title><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel=stylesheet href=/assets/public/xxgk.css>
<body>
<div class=p-head><div class=in><a href="/"><img src="/assets/images/{{logo}}.png" alt="{{site}}"></a>
<ul class=p-menu><li><a href="/zwgk/index.html">信息公开</a><li><a href="/public/index.html">公开目录</a><li><a href="/ysqgk/">依申请</a></ul></div></div>
<div class="p-crumb in">当前位置：{{trail}}</div>
<div class="in p-body"><div class="p-side"><div class=unit>{{unit}}</div><ul>{{side}}</ul></div>
<div class=p-main>{{main}}</div></div>
<div class=p-foot><p>主办：{{owner}}<p>联系方式：0551-{{tel}}<p><a href="https://beian.miit.gov.cn">皖ICP备2020{{num}}号-1</a></div>
"""


def public(host, path, site, owner, unit, trail, title, main, kind, **more):
    steps = trail.split("|")
    page("public-column", f"https://{host}{path}",
         fill(PUBLIC, title=title, site=site, logo="logo2021", unit=unit, owner=owner, tel="6353" + "2201", num="010918",
              trail="<span>></span>".join(f'<a href="/public/column/{k}">{s}</a>' for k, s in enumerate(steps)),
              side="".join(f'<li><a href="/public/column/{6600 + k}">{s}</a>' for k, s in enumerate(("机构设置", "政策法规", "规划计划", "财政资金", "决策公开", "权责清单"))), main=main),
         kind, title, site, crumbs=steps, **more)


CARD = '<table class=card><tr><td class=k>索&nbsp;引&nbsp;号：<td class=v>{index}<td class=k>信息分类：<td class=v>{theme}<tr><td class=k>发布机构：<td class=v>{unit}<td class=k>发文日期：<td class=v>{written}<tr><td class=k>发布文号：<td class=v>{number}<td class=k>有效性：<td class=v>{valid}<tr><td class=k>信息名称：<td class=v colspan=3>{title}<tr><td class=k>内容概述：<td class=v colspan=3>{about}</table>'
public("www.lushan2-example.gov.cn", "/public/column/6601?type=4&action=list", "芦汀县人民政府", "芦汀县人民政府办公室", "芦汀县财政局", "首页|政府信息公开|县财政局|财政资金", "财政资金",
       '<div class=search><input name=key><a class=btn>检索</a></div><ul class="plist">' + "".join(f'<li><a href="/public/content/{2200 - k}" title="{t}">{t}</a><span class=i>{"11341523MB" + str(1500000 + k)}/2021-000{10 + k}</span><span class=d>{d}</span>' for k, (t, d) in enumerate(listing("芦汀县", "2021-12-16", 9, 13))) + '</ul><div class=page><span>共 9 条记录 第 1 页/共 1 页</span></div>',
       "column-list", rows=listing("芦汀县", "2021-12-16", 9, 13), state="readable", notes="index numbers with a year beside each row; no closing li")
public("www.lushan2-example.gov.cn", "/public/content/2200", "芦汀县人民政府", "芦汀县人民政府办公室", "芦汀县财政局", "首页|政府信息公开|县财政局|财政资金", "芦汀县财政局关于下达农村道路养护资金的通知",
       CARD.format(index="11341523MB1500000R/2021-00010", theme="财政、金融、审计", unit="芦汀县财政局", written="2021-12-10", number="芦财建〔2021〕220号", valid="有效", title="芦汀县财政局关于下达农村道路养护资金的通知", about="下达2021年度农村道路养护资金") + '<h1>芦汀县财政局关于下达农村道路养护资金的通知</h1><p class=time>发布时间：2021-12-16 08:52 文字大小：[ 大 中 小 ] 信息来源：芦汀县财政局<div class=j-fontContent>' + "".join(f"<p>{p}" for p in paragraphs("roads", 4, 1)) + '<p>附件：<a href="/group4/M00/0A/11.xlsx">资金分配表.xlsx</a></div>',
       "policy", date="2021-12-16", written="2021-12-10", source="芦汀县财政局", number="芦财建〔2021〕220号", index="11341523MB1500000R/2021-00010", attachments=1, notes="open p and td")
public("www.lushan2-example.gov.cn", "/public/content/1987", "芦汀县人民政府", "芦汀县人民政府办公室", "白鹭镇", "首页|政府信息公开|白鹭镇|决策公开", "白鹭镇人民政府关于划定畜禽养殖禁养区的公告",
       CARD.format(index="11341523003200000K/2019-00031", theme="农业、林业、水利", unit="白鹭镇", written="2019-08-15", number="", valid="", title="白鹭镇人民政府关于划定畜禽养殖禁养区的公告", about="") + '<h1>白鹭镇人民政府关于划定畜禽养殖禁养区的公告</h1><div class=j-fontContent>' + "".join(f"<p>{p}" for p in paragraphs("farming", 4, 4)) + '<p>特此公告。<p align=right>2019年8月15日</div>',
       "policy", date="2019-08-15", written="2019-08-15", index="11341523003200000K/2019-00031", notes="发文日期 in the table is the only day beside the signature: it is taken for the publish day",
       accept={"publish_date": [None], "date_where": ["none"]})
public("www.lushan2-example.gov.cn", "/public/column/6604?type=2", "芦汀县人民政府", "芦汀县人民政府办公室", "芦汀县林业局", "首页|政府信息公开|县林业局|决策公开", "决策公开",
       '<table class=tlist><thead><tr><th>序号<th>标题<th>文号<th>发布日期<tbody>' + "".join(f'<tr><td>{k + 1}<td><a href="/public/content/{1700 - k}">{t}</a><td>{"芦林〔2023〕" + str(40 - k) + "号" if k % 2 else ""}<td>{d}' for k, (t, d) in enumerate(listing("芦汀县", "2023-08-30", 7, 29))) + '</table><div class=page><a href="?type=2&pageIndex=2">下一页</a><em>1</em>/<em>4</em></div>',
       "column-list", rows=listing("芦汀县", "2023-08-30", 7, 29), state="readable", pages=4, notes="a table with a head row and a column of numbers")

# --- 3. opennessContent with branch_id, 1990s look kept inside a new frame.

ROWS = listing("乌兰托县", "2018-12-11", 8, 37)
page("openness", "http://www.wulantuo-example.gov.cn/opennessContent/?branch_id=57bd1e0d3a6c7f1a2b3c4d5e&column_code=10400",
     '<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>乌兰托县人民政府-信息公开目录-规范性文件</title></head><body bgcolor=#ffffff><center><table width=960><tr><td><img src=/img/head.jpg></td></tr><tr><td>位置:<a href=/>首页</a>-><a href=/openness/>信息公开目录</a>-><a href="?column_code=10400">规范性文件</a></td></tr></table><table width=960 border=1 class=list><tr bgcolor=#eee><td>序号</td><td>索引号</td><td>名称</td><td>生成日期</td></tr>'
     + "".join(f'<tr><td>{k + 1}</td><td>01164{k}31-2/2018-0{k}12</td><td><a href="/opennessContent/show/?id={k:024x}" target=_blank>{t}</a></td><td>{d}</td></tr>' for k, (t, d) in enumerate(ROWS))
     + '</table><p>[1] <a href="?page=2">[2]</a> <a href="?page=3">[3]</a> <a href="?page=2">下一页</a> 共3页</p><p>乌兰托县人民政府办公室主办 蒙ICP备05003201号</p></center></body></html>',
     "column-list", "规范性文件", "乌兰托县人民政府", crumbs=["首页", "信息公开目录", "规范性文件"], rows=ROWS, state="readable", pages=3, notes="the list's day is 生成日期; index numbers like days in the next cell")
page("openness", "http://www.wulantuo-example.gov.cn/opennessContent/show/?id=000000000000000000000003",
     '<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>乌兰托县人民政府-关于草原防火戒严的命令</title></head><body><center><table width=960><tr><td>位置:<a href=/>首页</a>-><a href=/openness/>信息公开目录</a>-><a href="?column_code=10400">规范性文件</a></td></tr></table><table width=960 border=1><tr><td width=90>索 引 号</td><td>01164331-2/2018-0312</td><td width=90>生成日期</td><td>2018-09-10</td></tr><tr><td>发布机构</td><td>乌兰托县人民政府</td><td>公开日期</td><td>2018-09-12</td></tr><tr><td>文　　号</td><td>乌政令〔2018〕1号</td><td>公开形式</td><td>政府网站</td></tr></table><h3>关于草原防火戒严的命令</h3>'
     + "".join(f"<p align=left>　　{p}</p>" for p in paragraphs("safety", 4, 2)) + "<p>　　戒严期自2018年9月15日起至11月15日止。</p><p align=right>县长：巴特</p><p>乌兰托县人民政府办公室主办</p></center></body></html>",
     "policy", "关于草原防火戒严的命令", "乌兰托县人民政府", crumbs=["首页", "信息公开目录", "规范性文件"], date="2018-09-12", written="2018-09-10", number="乌政令〔2018〕1号", index="01164331-2/2018-0312", notes="labels without a colon in cells")
