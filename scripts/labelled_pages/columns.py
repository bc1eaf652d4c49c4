"""Lists in odd markups: groups, days apart from their rows, rows without days, relative days."""
from .model import page
from .texts import chinese, days, listing, paragraphs, titles


def one(host, path, site, steps, inner, *, top="", foot="", head="", label="当前位置：", sep=" &gt; ", kind="column-list", title=None, **more):
    title = title or steps[-1]
    trail = sep.join([f'<a href="/">{steps[0]}</a>'] + [f'<a href="/c{k}/">{s}</a>' for k, s in enumerate(steps[1:-1])] + [f"<span>{steps[-1]}</span>"])
    html = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{steps[-1]}-{site}</title>{head}</head>\n<body>{top}<div class="path">{label}{trail}</div>\n{inner}\n<div class="copy">{site}主办 {foot}</div></body></html>'
    page("columns", f"http://{host}{path}", html, kind, title, site, crumbs=steps, **more)


ROWS = listing("兰汀县", "2023-12-20", 9, 1, (3, 8, 14))
groups = {}
for k, (t, d) in enumerate(ROWS):
    groups.setdefault(d[:7], []).append((k, t, d))
one("www.lanting2-example.gov.cn", "/gzdt/", "兰汀县审计局", ["首页", "工作动态"], "".join(f'<h4>{m[:4]}年{int(m[5:])}月</h4><ul>' + "".join(f'<li><a href="{k}.html">{t}</a> <em>{int(d[8:])}日</em></li>' for k, t, d in rows) + "</ul>" for m, rows in groups.items()),
    top='<div class="n"><a href="/">首页</a><a href="/gzdt/">工作动态</a><a href="/sjgg/">审计公告</a></div>', rows=ROWS, state="readable", notes="rows stand under month headings, with the day of the month alone")
ROWS = titles("兰汀县", 7, 9)
one("www.lanting2-example.gov.cn", "/sjgg/", "兰汀县审计局", ["首页", "审计公告"], '<ul class="g">' + "".join(f'<li><a href="/sjgg/a{k}.html">{t}</a></li>' for k, t in enumerate(ROWS)) + "</ul>",
    top='<div class="n"><a href="/">首页</a><a href="/gzdt/">工作动态</a><a href="/sjgg/">审计公告</a></div>', rows=[(t, None) for t in ROWS], where="none", state="readable", notes="rows without any day")
ROWS = listing("兰汀县", "2024-05-11", 10, 19)
one("www.lanting2-example.gov.cn", "/tz/", "兰汀县审计局", ["首页", "通知"], '<div class="tz">' + "".join(f'<p><a href="/tz/{d.replace("-", "")}/{k:x}f{k}e/c.html">{t}</a><br/><small>{d} 来源：办公室</small></p>' for k, (t, d) in enumerate(ROWS)) + '</div><div class="more"><a href="javascript:;" onclick="loadMore(2)">点击加载更多</a></div>', rows=ROWS, state="readable", notes="paragraph rows, day on the second line; more rows only by script")
ROWS = listing("莲峒区", "2022-03-18", 12, 27)
one("www.liandong2-example.gov.cn", "/rdzt/fk/", "莲峒区人民政府", ["首页", "热点专题", "安全生产月"], '<div class="zt-l"><h2>工作部署</h2><ul>' + "".join(f'<li><span>{d}</span><a href="/rdzt/fk/{k}.html">{t}</a></li>' for k, (t, d) in enumerate(ROWS[:6])) + '</ul></div><div class="zt-r"><h2>宣传动态</h2><ul>' + "".join(f'<li><span>{d}</span><a href="/rdzt/xc/{k}.html">{t}</a></li>' for k, (t, d) in enumerate(ROWS[6:])) + "</ul></div>", kind="other", notes="a topic page with two equal lists: rows not labelled", rows=None)
ROWS = listing("莲峒区", "2021-12-31", 11, 38)
one("www.liandong2-example.gov.cn", "/xxgk/gwyw/", "莲峒区人民政府", ["首页", "信息公开", "部门文件"], '<div class="cat"><a href="?t=1">全部</a><a href="?t=2">通知</a><a href="?t=3">意见</a></div><table id="tb"><tr class="h"><td>文号</td><td>标题</td><td>成文日期</td><td>发布日期</td></tr>' + "".join(f'<tr><td>莲政办〔{d[:4]}〕{60 - k}号</td><td><a href="/xxgk/gwyw/{k + 70}.htm" title="{t}">{t[:14]}...</a></td><td>{w}</td><td>{d}</td></tr>' for k, ((t, d), w) in enumerate(zip(ROWS, days("2021-12-24", 11)))) + '</table><div class="pg"><span>第1页</span><span>共21页</span><a href="list_2.htm">下一页</a></div>', rows=ROWS, state="readable", pages=21, notes="written and published day in each row: the published one counts")
ROWS = listing("莲峒区", "2024-05-20", 6, 5, (0, 1, 1))
shown = ("今天 09:12", "今天 08:30", "昨天 17:01", "05-18", "05-18", "05-17")
one("www.liandong2-example.gov.cn", "/xw/kx/", "莲峒区人民政府", ["首页", "新闻", "快讯"], '<ul class="kx">' + "".join(f'<li><a href="/xw/kx/{d[:4]}{d[5:7]}{d[8:]}/{k}.html">{t}</a><time>{s}</time></li>' for k, ((t, d), s) in enumerate(zip(ROWS, shown))) + "</ul>", rows=ROWS, state="readable", notes="今天 and 昨天: without the day of fetching the addresses give the day")
ROWS = listing("兰汀县", "2020-02-28", 8, 42)
one("gy.lanting2-example.gov.cn", "/list-12-1.html", "兰汀县供销合作社", ["首页", "社务公开"], '<div class="listcontent"><marquee>兰汀县供销合作社 2020-03-01 公告：门户网站改版试运行</marquee><ul>' + "".join(f'<LI><A HREF="show-12-{900 - k}-1.html"><FONT COLOR=#333>&middot;&nbsp;{t}</FONT></A>&nbsp;&nbsp;<FONT SIZE=1>{d[:4]}.{int(d[5:7])}.{int(d[8:])}' for k, (t, d) in enumerate(ROWS)) + '</ul></div><div id="pages"><a>共2页</a><a href="list-12-2.html">2</a></div>', rows=ROWS, state="readable", notes="upper-case tags left open, a moving line with a day above the list", pages=2)
ROWS = [(t + ("（附名单）" if k == 2 else ""), d) for k, (t, d) in enumerate(listing("莲峒区", "2023-04-27", 8, 11))]
ROWS[4] = (ROWS[4][0], "1900-01-01")
one("rs.liandong2-example.gov.cn", "/zkgg/list.html", "莲峒区人力资源和社会保障局", ["首页", "招考公告"], '<ul class="ul">' + "".join(f'<li>{"<b class=hot>HOT</b>" if k == 1 else ""}<a href="/zkgg/{k}.html">{t}</a>{"<img src=/i/new.gif alt=NEW>" if k < 3 else ""}<span>[{d if d != "1900-01-01" else "1900-01-01"}]</span></li>' for k, (t, d) in enumerate(ROWS)) + "</ul><div><a href='?p=1'>1</a> <a href='?p=2'>2</a> <a href='?p=3'>&gt;&gt;</a></div>", rows=[(t, None if d == "1900-01-01" else d) for t, d in ROWS], state="readable", notes="one row says 1900-01-01: no day; HOT and NEW marks")
one("rs.liandong2-example.gov.cn", "/jdjc/list.html", "莲峒区人力资源和社会保障局", ["首页", "监督检查"], '<div class="lists"><p class="tips">该栏目内容正在建设中……</p></div>', rows=[], state="empty", notes="正在建设中")
one("rs.liandong2-example.gov.cn", "/fwzn/list.html", "莲峒区人力资源和社会保障局", ["首页", "服务指南"], '<table width="100%"><tr>' + "</tr><tr>".join("".join(f'<td width="50%">▪ <a href="/fwzn/{k * 2 + j}.html">{t}</a></td>' for j, t in enumerate(pair)) for k, pair in enumerate(zip(titles("莲峒区", 10, 3)[::2], titles("莲峒区", 10, 3)[1::2]))) + "</tr></table>", rows=[(t, None) for t in titles("莲峒区", 10, 3)], where="none", state="readable", notes="two rows in each table row, no days")
