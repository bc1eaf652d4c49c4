"""DedeCMS declared as gb2312, with bytes that only GBK holds: list_N_2.html, titles cut without a hint."""

from .markup import SITE, Skin, cut, esc, menu


class Dede(Skin):
    charset = "gbk"

    def column_path(self, unit, column, page=0, pages=1):
        return f"{unit.root}{column.key}/" + ("index.html" if page == 0 else f"list_{column.number}_{page + 1}.html")

    def item_path(self, unit, column, item):
        d = item.day
        return f"{unit.root}{column.key}/{d:%Y/%m%d}/{item.serial}.html"

    def frame(self, unit, title, steps, main):
        trail = " > ".join(f"<a href='{p}'>{n}</a>" if p else n for n, p in steps)
        side = "".join(f"<li><a href='{self.column_path(unit, c)}'>{c.name}</a></li>" for c in unit.columns)
        return (f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />\n<title>{esc(title)}</title>\n'
                f'<link href="/css/style.css" rel="stylesheet" media="screen" type="text/css" />\n</head>\n<body class="articlelist">\n'
                f'<div class="header"><h2>{unit.full}</h2>{menu(" ")}</div>\n<div class="w960"><div class="pleft">\n'
                f'<div class="place"><strong>当前位置:</strong> {trail}</div>\n{main}\n</div>\n'
                f'<div class="pright"><dl><dt>栏目列表</dt><dd><ul class="d6">{side}</ul></dd></dl></div></div>\n'
                f'<div class="footer">{SITE}　技术支持：青岚赟合科技　清ICP备09990001号　Copyright 2006-2021</div>\n</body></html>\n')

    def row(self, item):
        return f'<li><span class="date">{item.shown:%Y.%m.%d}</span><a href="{item.path}" class="title">{esc(cut(item.title, 24))}</a></li>\n'

    def home(self, unit):
        blocks = ""
        for column in unit.columns:
            if column.page is None:
                rows = "".join(self.row(i) for i in column.rows()[:5])
                blocks += (f'<dl class="tbox"><dt><strong>{column.name}</strong><span class="more"><a href="{self.column_path(unit, column)}">更多...</a></span></dt>'
                           f'<dd><ul>{rows}</ul></dd></dl>\n')
        return self.frame(unit, f"{unit.full}_{SITE}", self.crumbs(unit), blocks)

    def listing(self, unit, column, n, lists, part):
        rows = "".join(self.row(i) for i in part)
        body = f'<ul class="e2">\n{rows}</ul>' if rows else '<ul class="e2"></ul><p>暂无信息</p>'
        total, pages = sum(len(x) for x in lists), len(lists)
        names = [self.column_path(unit, column, k).rsplit("/", 1)[1] for k in range(pages)]
        options = "".join(f'<option value="{name}"{" selected" if k == n else ""}>{k + 1}</option>'
                          for k, name in enumerate(names))
        links = "".join(f'<li class="thisclass">{k + 1}</li>' if k == n else f'<li><a href="{name}">{k + 1}</a></li>'
                        for k, name in enumerate(names))
        jump = 'onchange="location.href=this.options[this.selectedIndex].value;"'
        pager = (f'<ul class="pagelist"><li>首页</li>{links}'
                 f'<li><select name="sldd" {jump}>{options}</select></li>'
                 f'<li><span class="pageinfo">共 <strong>{pages}</strong>页<strong>{total}</strong>条</span></li></ul>') if rows else ""
        main = f'<h3>{column.name}</h3>\n<div class="listbox">{body}</div>\n{pager}'
        return self.frame(unit, f"{column.name}_{unit.full}", self.crumbs(unit, column), main)

    def article(self, unit, column, item, rows, static):
        number = f"<p>文号：{item.number}</p><p>成文日期：{item.written or item.day}</p>" if item.number else ""
        files = "".join(f"<p>附件：{a}</p>" for a in self.files(item))
        ties = "".join(f"<li>{label}：<a href='{o.path}'>{esc(o.title)}</a></li>" for label, o in item.related)
        ties = f"<ul class='related'>{ties}</ul>" if ties else ""
        near = ""
        if item in rows:
            at = rows.index(item)
            for label, k in (("上一篇", at - 1), ("下一篇", at + 1)):
                if 0 <= k < len(rows) and not rows[k].broken:
                    near += f"<li>{label}：<a href='{rows[k].path}'>{esc(rows[k].title)}</a></li>"
        main = (f'<div class="viewbox"><div class="title"><h2>{esc(item.title)}</h2></div>'
                f'<div class="info"><small>时间:</small>{item.day} 16:20'
                f'<small>来源:</small>{item.source or unit.name} '
                f'<small>点击:</small><script src="/plus/count.php?aid={item.serial}"></script>次</div>{number}\n'
                f'<div class="content">{self.body(item)}</div>{files}{ties}<div class="context"><ul>{near}</ul></div></div>')
        steps = self.crumbs(unit, column, None if static else "正文")
        return self.frame(unit, f"{item.title}_{SITE}", steps, main)
