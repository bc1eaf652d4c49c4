"""VSB 博达: info/COLUMN/ID.htm, lists that count their further pages down, 共N条 p/P."""

from .markup import SITE, Skin, esc, menu, spoken


class VSB(Skin):
    def home_path(self, unit):
        return unit.root + "index.htm"

    def column_path(self, unit, column, page=0, pages=1):
        if page == 0:
            return f"{unit.root}{column.key}.htm"
        return f"{unit.root}{column.key}/{pages - page}.htm"

    def item_path(self, unit, column, item):
        return f"{unit.root}info/{column.number}/{item.serial}.htm"

    def frame(self, unit, title, steps, main):
        trail = "<b>&gt;&gt;</b>".join(f'<a href="{p}">{n}</a>' if p else f"<span>{n}</span>" for n, p in steps)
        side = "".join(f'<li><a href="{self.column_path(unit, c)}" title="{c.name}">{c.name}</a></li>' for c in unit.columns)
        side += "".join(f'<li><a href="{p}">{n}</a></li>' for n, p in getattr(unit, "extra_links", []))
        return (f'<!DOCTYPE html><HTML><HEAD><META Name="keywords" Content="{unit.name}" />\n<TITLE>{esc(title)}</TITLE>\n'
                f'<META content="text/html; charset=UTF-8" http-equiv="Content-Type"><LINK rel="stylesheet" href="/css/style.css">\n'
                f'<!--Announced by Visual SiteBuilder 9--></HEAD>\n<BODY>\n<div class="head"><h2>{unit.full}</h2><div class="nav">{menu()}</div></div>\n'
                f'<div class="nytit"><div class="weizhi">当前位置：{trail}</div></div>\n<div class="nyleft"><ul>{side}</ul></div>\n'
                f'<div class="nyright">{main}</div>\n<div class="foot">{SITE}版权所有　清ICP备09990001号　© 2012-2021</div></BODY></HTML>\n')

    def row(self, item, n):
        return (f'<li id="line_u5_{n}"><a href="{item.path}" target="_blank" title="{esc(item.title)}">{esc(item.title)}</a>'
                f'<span>{spoken(item.shown)}</span></li>\n')

    def home(self, unit):
        blocks = ""
        for column in unit.columns:
            if column.page is None:
                rows = "".join(self.row(i, n) for n, i in enumerate(column.rows()[:5]))
                blocks += (f'<div class="box"><div class="tit"><span>{column.name}</span><a href="{self.column_path(unit, column)}">MORE+</a></div>'
                           f'<ul>{rows}</ul></div>')
        return self.frame(unit, unit.full, self.crumbs(unit), blocks)

    def listing(self, unit, column, n, lists, part):
        rows = "".join(self.row(i, k) for k, i in enumerate(part)) or "暂无内容"
        total, pages = sum(len(x) for x in lists), len(lists)
        links = ""
        if n > 0:
            links += f'<a href="{self.column_path(unit, column, n - 1, pages)}" class="Prev">上页</a>'
        if n + 1 < pages:
            links += f'<a href="{self.column_path(unit, column, n + 1, pages)}" class="Next">下页</a>'
            links += f'<a href="{self.column_path(unit, column, pages - 1, pages)}" class="Next">尾页</a>'
        pager = f'<div class="pb_sys_common">共{total}条&nbsp;{n + 1}/{pages}&nbsp;{links}</div>'
        main = f'<div class="rtit">{column.name}</div><div class="list"><ul>\n{rows}</ul></div>{pager}'
        return self.frame(unit, f"{column.name}-{unit.full}", self.crumbs(unit, column), main)

    def article(self, unit, column, item, rows, static):
        number = f'<div class="wh">文号：{item.number}　成文日期：{spoken(item.written or item.day)}</div>' if item.number else ""
        files = "".join(f"<li>附件【{a}】</li>" for a in self.files(item))
        files = f"<ul style=\"list-style-type:none;\">{files}</ul>" if files else ""
        ties = "".join(f'<p>{label}：<a href="{o.path}">{esc(o.title)}</a></p>' for label, o in item.related)
        near = ""
        if item in rows:
            at = rows.index(item)
            for label, k in (("上一条", at - 1), ("下一条", at + 1)):
                if 0 <= k < len(rows) and not rows[k].broken:
                    near += f'<p>{label}：<a href="{rows[k].path}">{esc(rows[k].title)}</a></p>'
        main = (f'<form name="_newscontent_fromname"><div class="conth"><h1>{esc(item.title)}</h1>'
                f'<div class="conthsj">日期：{spoken(item.day)} 08:50&nbsp;作者：&nbsp;来源：{item.source or unit.name}&nbsp;'
                f'浏览次数：<script>_showDynClicks("wbnews", 1, {item.serial})</script></div></div>{number}\n'
                f'<div id="vsb_content"><div class="v_news_content">{self.body(item)}</div></div>{files}{ties}{near}</form>')
        steps = self.crumbs(unit, column, None if static else "正文")
        return self.frame(unit, f"{item.title}-{unit.full}", steps, main)
