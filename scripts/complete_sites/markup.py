"""Bodies: the little language of a line's text, as each markup writes it."""

import html
import io
import zipfile


def esc(text):
    return html.escape(text, quote=True)


def body(text, style):
    """HTML of a body: `表 a,b / 1,2` is a table, `a=1; b=2` labelled values, `//` parts paragraphs."""
    parts = [p.strip() for p in text.split("//") if p.strip()]
    return "\n".join(part(p, style) for p in parts)


def part(text, style):
    if text.startswith("表 "):
        rows = [[c.strip() for c in r.split(",")] for r in text[2:].split(" / ")]
        return grid(rows, style)
    if text.startswith("图"):
        return '<p align="center"><img src="/images/tp.png" alt="" width="720"></p>'
    if text.startswith("视频"):
        return '<p><video src="/sp/jd.mp4" controls="controls"></video></p>'
    if text.startswith("表单 "):
        inputs = "".join(f'<p>{esc(n)}：<input type="text" name="f{i}"></p>' for i, n in enumerate(text[3:].split("、")))
        return f'<form action="/hd/tj" method="post">{inputs}<p>内容：<textarea name="nr"></textarea></p><input type="submit" value="提交"></form>'
    if text.startswith("链 "):
        name, _, where = text[2:].partition("→")
        return f'<p><a href="{esc(where or "#")}" target="_blank">{esc(name)}</a></p>'
    pairs = [p.partition("=") for p in text.split(";") if p.strip()]
    if len(pairs) > 0 and all(p[1] for p in pairs):
        return labelled([(k.strip(), v.strip()) for k, _, v in pairs], style)
    indent = "　　" if style != "hanweb" else ""
    return f"<p>{indent}{esc(text)}</p>"


def grid(rows, style):
    head, *rest = rows
    border = ' border="1" cellspacing="0"' if style != "hanweb" else ' class="MsoNormalTable"'
    cell = "td" if style != "trs" else "th"
    out = "<tr>" + "".join(f"<{cell}><p>{esc(c)}</p></{cell}>" for c in head) + "</tr>"
    for row in rest:
        out += "<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>"
    return f"<table{border}><tbody>{out}</tbody></table>"


def labelled(pairs, style):
    if style == "trs":
        return "".join(f"<p>　　{esc(k)}：{esc(v)}</p>" for k, v in pairs)
    if style == "hanweb":
        rows = "".join(f"<tr><td><strong>{esc(k)}</strong></td><td>{esc(v)}</td></tr>" for k, v in pairs)
        return f'<table class="bg" width="100%">{rows}</table>'
    return "".join(f"<div>{n}、<b>{esc(k)}</b>：<span>{esc(v)}</span></div>" for n, (k, v) in enumerate(pairs, 1))


def docx(text):
    """A word-processor file whose paragraphs and tables are those of `text`."""
    def run(t):
        return f"<w:p><w:r><w:t>{esc(t)}</w:t></w:r></w:p>"
    out = ""
    for p in (p.strip() for p in text.split("//") if p.strip()):
        if p.startswith("表 "):
            rows = "".join("<w:tr>" + "".join(f"<w:tc>{run(c.strip())}</w:tc>" for c in r.split(",")) + "</w:tr>" for r in p[2:].split(" / "))
            out += f"<w:tbl>{rows}</w:tbl>"
        else:
            out += "".join(run(line.replace("=", "：")) for line in p.split(";"))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    files = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{space}"><w:body>{out}</w:body></w:document>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in files.items():
            file.writestr(zipfile.ZipInfo(name, (2019, 1, 1, 0, 0, 0)), data)
    return buffer.getvalue()
