"""TRS WCM's static pages: tYYYYMMDD_ID.html, createPageHTML, metas; and a skin with two-box dates."""

from .markup import MENU, SITE, Skin, cut, esc, relative


class TRS(Skin):
    boxed = False  # dates in two boxes: day over year-month

    def item_path(self, unit, column, item):
        d = item.day
        return f"{unit.root}{column.key}/{d:%Y%m}/t{d:%Y%m%d}_{item.serial}.html"

    def head(self, title, metas, path):
        lines = "".join(f'<meta name="{k}" content="{esc(v)}">\n' for k, v in metas)
        return (f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">\n<title>{esc(title)}</title>\n'
                f'<meta name="SiteName" content="{SITE}">\n<meta name="SiteDomain" content="www.qinglan.example">\n{lines}'
                f'<link rel="stylesheet" href="{relative("/css/style.css", path)}"></head>\n')

    def frame(self, unit, column, title, metas, path, steps, main):
        nav = "".join(f'<li><a href="{relative(p, path)}">{n}</a></li>' for n, p in MENU)
        side = "".join(
            f'<li{" class=on" if c is column else ""}><a href="{relative(self.column_path(unit, c), path)}">{c.name}</a></li>'
            for c in unit.columns)
        extra = getattr(unit, "extra_links", [])
        side += "".join(f'<li><a href="{p}">{n}</a></li>' for n, p in extra)
        trail = " &gt; ".join(
            f'<a href="{relative(p, path)}" class="CurrChnlCls">{n}</a>' if p else n for n, p in steps)
        return (self.head(title, metas, path) + f'<body>\n<div class="top"><div class="logo">{SITE}</div>'
                f'<ul class="nav">{nav}</ul></div>\n<div class="wrap"><div class="dqwz">当前位置：{trail}</div>\n'
                f'<div class="left"><h3>{unit.name}</h3><ul class="lm">{side}</ul></div>\n'
                f'<div class="right">\n{main}\n</div></div>\n{self.foot(unit)}</body></html>\n')

    def foot(self, unit):
        return ('<div class="footer"><p>主办：清州市青岚区人民政府办公室　地址：清州市青岚区云门路1号　电话：0999-5550100</p>'
                '<p>备案号：清ICP备09990001号　网站标识码：9990990001　Copyright © 2010-2021</p></div>\n')

    def row(self, item, path):
        title = cut(item.title)
        hint = f' title="{esc(item.title)}"' if title != item.title else ""
        link = f'<a href="{relative(item.path, path)}" target="_blank"{hint}>{esc(title)}</a>'
        d = item.shown
        if self.boxed:
            return f'<li><div class="date"><b>{d:%d}</b><i>{d:%Y-%m}</i></div><div class="tit">{link}</div></li>'
        return f'<li>{link}<span>{d:%Y-%m-%d}</span></li>'

    def home(self, unit):
        path = self.home_path(unit)
        blocks = ""
        for column in unit.columns:
            if column.page is None:
                rows = "".join(self.row(i, path) for i in column.rows()[:5])
                more = relative(self.column_path(unit, column), path)
                blocks += (f'<div class="box"><h2>{column.name}<a class="more" href="{more}">更多&gt;&gt;</a></h2>'
                           f'<ul>{rows}</ul></div>\n')
        return self.frame(unit, None, f"{unit.name}-{SITE}", [("ColumnName", unit.name)], path,
                          self.crumbs(unit), blocks)

    def listing(self, unit, column, n, lists, part):
        path = self.column_path(unit, column, n)
        rows = "".join(self.row(i, path) for i in part) or "<li>暂无信息</li>"
        main = (f'<div class="title"><h2>{column.name}</h2></div>\n<ul class="list">\n{rows}\n</ul>\n<div class="page">'
                f'<script>createPageHTML({len(lists)}, {n}, "index", "html");</script></div>')
        metas = [("ColumnName", column.name), ("ColumnType", "政务公开")]
        return self.frame(unit, column, f"{column.name}-{SITE}", metas, path, self.crumbs(unit, column), main)

    def article(self, unit, column, item, rows, static):
        path = item.path
        source = item.source or unit.name
        metas = [("ColumnName", column.name), ("ArticleTitle", item.title),
                 ("PubDate", f"{item.day} 09:30"), ("ContentSource", source)]
        table = ""
        if item.number:
            table = (f'<table class="xxgk"><tr><td>索引号：</td><td>QL{self.index(unit)}-{item.day:%Y}-{item.serial:05d}</td>'
                     f'<td>发布机构：</td><td>{unit.full}</td></tr><tr><td>文号：</td><td>{item.number}</td>'
                     f'<td>成文日期：</td><td>{item.written or item.day}</td></tr></table>\n')
        files = "".join(f"<li>{a}</li>" for a in self.files(item, lambda p: relative(p, path)))
        files = f'<div class="fujian">附件：<ul>{files}</ul></div>\n' if files else ""
        ties = "".join(f'<p>{label}：<a href="{relative(other.path, path)}">{esc(other.title)}</a></p>'
                       for label, other in item.related)
        ties = f'<div class="xgwd">{ties}</div>\n' if ties else ""
        near = ""
        if item in rows:
            at = rows.index(item)
            for label, k in (("上一篇", at - 1), ("下一篇", at + 1)):
                if 0 <= k < len(rows) and not rows[k].broken:
                    near += f'<p>{label}：<a href="{relative(rows[k].path, path)}">{esc(rows[k].title)}</a></p>'
        main = (f'<div class="article"><h1>{esc(item.title)}</h1>\n<div class="info"><span>发布时间：{item.day} 09:30</span>'
                f'<span>来源：{source}</span><span>浏览次数：<script>document.write("")</script></span></div>\n{table}'
                f'<div class="TRS_Editor">{self.body(item)}</div>\n{files}{ties}'
                f'<div class="tools">【打印本页】【关闭窗口】</div>{near}</div>')
        steps = self.crumbs(unit, column, None if static else "正文")
        return self.frame(unit, column, f"{item.title}-{SITE}", metas, path, steps, main)

    def index(self, unit):
        return f"{unit.base:04d}"


class BoxedTRS(TRS):
    """Two-box dates, and a foot that shows the portal's own office hours and telephone."""

    boxed = True

    def foot(self, unit):
        return ('<div class="footer"><p>主办单位：清州市青岚区人民政府办公室　地址：清州市青岚区云门路1号</p>'
                '<p>办公时间：周一至周五 上午9:00-12:00 下午13:30-17:30　联系电话：0999-5550100</p>'
                '<p>清ICP备09990001号　© 2010-2021</p></div>\n')


