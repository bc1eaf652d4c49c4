"""EmpireCMS pages: table rows, index_2.html pagers, dates in the address, a note for old browsers."""

from .markup import SITE, Skin, esc, menu


class Empire(Skin):
    short_dates = True  # rows show [MM-DD]; the year stands in the address alone

    def column_path(self, unit, column, page=0, pages=1):
        return f"{unit.root}{column.key}/" + ("index.html" if page == 0 else f"index_{page + 1}.html")

    def item_path(self, unit, column, item):
        return f"{unit.root}{column.key}/{item.day}/{item.serial}.html"

    def frame(self, unit, title, steps, main):
        trail = "&nbsp;&raquo;&nbsp;".join(f'<a href="{p}">{n}</a>' if p else n for n, p in steps)
        side = "".join(f'<tr><td><a href="{self.column_path(unit, c)}">{c.name}</a></td></tr>' for c in unit.columns)
        hot = ""
        rows = [i for c in unit.columns if c.key == "tzgg" for i in c.rows()[:6]]
        if rows:
            hot = "<div class=\"hot\"><h4>热点信息</h4><ul>" + "".join(
                f'<li><a href="{i.path}">{esc(i.title)}</a> <em>{i.day}</em></li>' for i in rows) + "</ul></div>"
        return (f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
                f'<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\n'
                f'<title>{esc(title)}</title><link href="/css/style.css" rel="stylesheet" type="text/css" /></head>\n<body>\n'
                f'<!--[if lt IE 9]><div class="tip">您的浏览器版本过低，请升级浏览器后访问。</div><![endif]-->\n'
                f'<div id="head">{menu(" | ")}</div>\n<table width="1000" align="center"><tr><td class="position" colspan="2">您现在的位置：{trail}</td></tr>\n'
                f'<tr><td width="220" valign="top" class="left"><table class="lanmu"><tr><th>{unit.name}</th></tr>{side}</table>{hot}</td>\n'
                f'<td valign="top" class="main">{main}</td></tr></table>\n'
                f'<div id="foot">版权所有：{SITE}　承办：区大数据中心　电话：0999-5550100<br/>清ICP备09990001号　Copyright 2008-2021</div>\n</body></html>\n')

    def row(self, item):
        d = item.shown
        shown = f"[{d:%m-%d}]" if self.short_dates else f"{d:%Y/%m/%d}"
        return (f'<tr><td>·&nbsp;<a href="{item.path}" title="{esc(item.title)}">{esc(item.title)}</a></td>'
                f'<td align="right" class="rq">{shown}</td></tr>')

    def home(self, unit):
        blocks = ""
        for column in unit.columns:
            if column.page is None:
                rows = "".join(self.row(i) for i in column.rows()[:4])
                blocks += (f'<table class="block" width="100%"><tr><th>{column.name}</th><th align="right"><a href="{self.column_path(unit, column)}">更多</a></th></tr>'
                           f'{rows}</table>\n')
        return self.frame(unit, f"{unit.full} - {SITE}", self.crumbs(unit), blocks)

    def listing(self, unit, column, n, lists, part):
        rows = "".join(self.row(i) for i in part) or '<tr><td colspan="2">暂无信息</td></tr>'
        pager = ""
        if len(lists) > 1:
            paths = [self.column_path(unit, column, k) for k in range(len(lists))]
            total = sum(len(x) for x in lists)
            steps = [f'<b>{k + 1}</b>' if k == n else f'<a href="{p}">{k + 1}</a>' for k, p in enumerate(paths)]
            if n + 1 < len(paths):
                steps += [f'<a href="{paths[n + 1]}">下一页</a>', f'<a href="{paths[-1]}">尾页</a>']
            pager = f'<div class="epages"><a title="总数">&nbsp;<b>{total}</b> </a>&nbsp;{"&nbsp;".join(steps)}</div>'
        main = f'<h3>{column.name}</h3>\n<table width="100%" class="newslist">{rows}</table>\n{pager}'
        return self.frame(unit, f"{column.name} - {unit.full} - {SITE}", self.crumbs(unit, column), main)

    def article(self, unit, column, item, rows, static):
        info = f'发布时间：{item.day}　信息来源：{item.source or unit.name}　点击：<span id="hits"></span>次'
        number = f'<p class="wh">发文字号：{item.number}</p>' if item.number else ""
        files = "".join(f"<p>附件：{a}</p>" for a in self.files(item))
        ties = "".join(f'<li>{label}：<a href="{o.path}">{esc(o.title)}</a></li>' for label, o in item.related)
        others = "".join(f'<li><a href="{o.path}">{esc(o.title)}</a> ({o.day:%m-%d})</li>'
                         for o in rows[:4] if o is not item and not o.broken)
        others = f'<div class="xg"><h4>相关信息</h4><ul>{ties}{others}</ul></div>' if ties or others else ""
        main = (f'<h1 class="bt">{esc(item.title)}</h1><div class="info">{info}</div>{number}\n'
                f'<div id="zoom">{self.body(item)}</div>{files}\n<p>【字体：大 中 小】【打印】【关闭】</p>{others}')
        steps = self.crumbs(unit, column, None if static else "正文")
        return self.frame(unit, f"{item.title} - {SITE}", steps, main)


class TableEmpire(Empire):
    """The same publisher with full dates in its rows."""

    short_dates = False
