"""The portal around the units: home, directories, its own columns, and pages that misbehave."""

import datetime

from .days import day
from .markup import MENU, SITE, esc, relative
from .model import Column, Item, Unit, pick
from .texts import paragraphs

EVENTS = ["区政府召开常务会议", "全区防汛工作电视电话会议召开", "区领导调研云门河治理", "青岚区第六届樱桃节开幕", "全区文明城市创建工作推进会召开",
          "区领导看望慰问一线职工", "青岚区开展全民健身日活动", "全区秋季农业生产现场会召开"]


def own_columns(skin):
    """The portal's own columns, as a tree whose root is the site's."""
    u = Unit("portal", "区政府", SITE, "government", "/", skin, 100, parent=None)
    news = u.add(Column("xwzx/zwyw", "政务要闻"))
    for n in range(16):
        date = datetime.date(2021, 1 + n * 3 // 4, 6 + n % 2 * 15)
        title = pick(EVENTS, n) if n % 5 else f"青岚区{date.month}月重点工作调度会召开"
        news.items.append(Item(title, date, paragraphs([f"{date.month}月{date.day}日，{title}。", "会议传达了上级精神，对下一步工作作出安排。"]),
                               source="区融媒体中心"))
    notices = u.add(Column("zwgk/tzgg", "通知公告"))
    for text, title in [("01-04", "关于做好2020年度政府信息公开工作年度报告编制工作的通知"), ("03-12", "关于开展权责清单动态调整的通知"),
                        ("06-01", "青岚区2021年夏季用电高峰温馨提示"), ("09-10", "关于国庆假期景区限流的公告"),
                        ("12-10", "关于转发《清州市政府信息公开工作年度报告格式》的通知")]:
        notices.items.append(Item(title, day(text), paragraphs([title + "，请遵照执行。"])))
    annual = u.add(Column("zwgk/nb", "区政府信息公开年报"))
    annual.items.append(Item("青岚区人民政府2020年政府信息公开工作年度报告", day("03-30"), paragraphs(["本报告由青岚区人民政府办公室编制。"])))
    return u


def unplanned(skin):
    """A unit that the portal shows and no plan names: nothing of it may count for another."""
    u = Unit("sjj", "区审计局", "清州市青岚区审计局", "department", "/zwgk/bm/sjj/", skin, 385)
    column = u.add(Column("xxgknb", "政府信息公开年报"))
    column.items.append(Item("清州市青岚区审计局2020年政府信息公开工作年度报告", day("01-21"), paragraphs(["本报告根据有关要求编制。"])))
    column = u.add(Column("gzdt", "工作动态"))
    for month in range(2, 13, 5):
        column.items.append(Item(f"区审计局召开{month}月工作例会", datetime.date(2021, month, 2), paragraphs(["会议总结了上月工作。"])))
    return u


def directory(skin, path, name, groups):
    """A page that only links to units."""
    blocks = "".join(
        f"<h3>{title}</h3><ul class=\"bmlist\">" + "".join(f'<li><a href="{p}">{esc(n)}</a></li>' for n, p in links) + "</ul>"
        for title, links in groups)
    return page(skin, path, name, [("首页", "/index.html"), ("政务公开", "/zwgk/index.html"), (name, None)], blocks)


def page(skin, path, name, steps, main):
    nav = "".join(f'<li><a href="{relative(p, path)}">{n}</a></li>' for n, p in MENU)
    trail = " &gt; ".join(f'<a href="{p}">{n}</a>' if p else n for n, p in steps)
    return (skin.head(f"{name}-{SITE}", [("ColumnName", name)], path)
            + f'<body>\n<div class="top"><div class="logo">{SITE}</div><ul class="nav">{nav}</ul></div>\n'
            f'<div class="dqwz">当前位置：{trail}</div>\n<div class="main">{main}</div>\n{skin.foot(None)}</body></html>\n')


def home(skin, portal, units):
    path = "/index.html"
    blocks = ""
    for column in portal.columns[:2]:
        rows = "".join(skin.row(i, path) for i in column.rows()[:6])
        href = relative(skin.column_path(portal, column), path)
        if column.key == "zwgk/tzgg":
            href += ";jsessionid=9F3A61C07D2B4E58"
        blocks += f'<div class="box"><h2>{column.name}<a class="more" href="{href}">更多&gt;&gt;</a></h2><ul>{rows}</ul></div>\n'
    links = "".join(f'<a href="{u.skin.home_path(u)}">{u.name}</a> ' for u in units if u.kind == "department")
    blocks += (f'<div class="box"><h2>信息公开</h2><a href="/zwgk/nb/index.html">区政府信息公开年报</a> <a href="/zwgk/bm/index.html">部门信息公开</a></div>\n'
               f'<div class="box"><h2>部门直通</h2>{links}</div>\n<div class="link"><h3>友情链接</h3><a href="http://www.qingzhou-city.example/">清州市人民政府</a>'
               f' <a href="http://www.xinhe-district.example/">新河区人民政府</a></div>\n')
    nav = "".join(f'<li><a href="{relative(p, path)}">{n}</a></li>' for n, p in MENU)
    return (skin.head(f"{SITE}门户网站", [], path) + f'<body>\n<div class="top"><div class="logo"><h1>{SITE}</h1></div><ul class="nav">{nav}</ul>'
            f'<form action="/search" method="get"><input name="q"></form></div>\n{blocks}{skin.foot(None)}</body></html>\n')


CHALLENGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=90317;$_ts.cd="qsampleqsampleqsample";</script>
<script src="/Kq3sample/d41.js"></script></head><body></body></html>
"""
SOFT = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>页面不存在</title></head>
<body><div class="err"><h1>抱歉，您访问的页面不存在或已删除</h1><p><a href="/index.html">返回首页</a></p></div></body></html>
"""
GONE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>404</title></head>
<body><h1>404</h1><p>找不到文件或目录。</p></body></html>
"""
CALENDAR = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{year}年{month}月工作日历-云门镇</title></head>
<body><div class="dqwz">当前位置：<a href="/index.html">首页</a> &gt; <a href="/zwgk/zj/ymz/index.html">云门镇</a> &gt; 工作日历</div>
<h1>{year}年{month}月工作日历</h1><table class="rl"><tr><th>一</th><th>二</th><th>三</th><th>四</th><th>五</th><th>六</th><th>日</th></tr></table>
<p><a href="/zwgk/zj/ymz/rl.jsp?y={previousYear}&amp;m={previousMonth}">上一月</a>
<a href="/zwgk/zj/ymz/rl.jsp?y={nextYear}&amp;m={nextMonth}">下一月</a></p></body></html>
"""
ROBOTS = """# 青岚区人民政府门户网站
User-agent: *
Disallow: /search
Disallow: /admin/
Disallow: /zwgk/gyqsy/zls/lssj/
"""
STYLE = "body{font:14px/1.8 \"Noto Sans CJK SC\",sans-serif;width:1000px;margin:0 auto}h1{font-size:22px;text-align:center}a{color:#1b4f8a;" \
        "text-decoration:none}\n"
