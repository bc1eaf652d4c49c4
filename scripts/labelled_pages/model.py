"""What one page of the labelled set is, and how the set is written to a folder."""
import hashlib
import json
import os
import re

from .chrome import dressed

PAGES = []
STANDARD = ("ArticleTitle", "PubDate", "ContentSource", "ColumnName", "SiteName", "SiteIDCode")
TYPES = {
    "home", "column-list", "directory", "policy", "interpretation", "annual-report", "guide", "form",
    "article", "other", "error", "challenge", "download", "message",
}
LEAF = ("policy", "interpretation", "annual-report", "guide", "form", "article")


def fill(template, **values):
    """The template with each {{name}} replaced; a name without a value is a mistake."""
    def value(match):
        return str(values[match.group(1)])
    return re.sub(r"\{\{(\w+)\}\}", value, template).lstrip("\n")


def metas_of(html):
    found = {}
    for tag in re.findall(r"<meta\b[^>]*>", html, re.I):
        name = re.search(r"name\s*=\s*[\"']?([A-Za-z]+)", tag, re.I)
        content = re.search(r"content\s*=\s*(\"[^\"]*\"|'[^']*')", tag, re.I)
        for standard in STANDARD:
            if name and content and name.group(1).lower() == standard.lower():
                found[standard] = content.group(1)[1:-1]
    return found


def page(family, url, html, kind, title, site, **more):
    """Adds a page and what a careful person sees on it.

    `rows` are (title, date) of the main list, all of them; `accept` names a field's other right
    readings; `charset` is what the bytes are, `declared` what the page says, `header` what the
    server says in Content-Type.
    """
    assert kind in TYPES, kind
    taken = {
        "date", "where", "source", "number", "index", "crumbs", "column", "rows", "attachments",
        "accept", "notes", "interpreted", "charset", "declared", "header", "written", "state",
        "related", "pages", "next", "total",
    }
    assert set(more) <= taken, set(more) - taken
    url = url if "://" in url else "http://" + url
    crumbs = list(more.get("crumbs") or [])
    steps = crumbs[:-1] if crumbs and crumbs[-1] in ("正文", "内容", "详情") else crumbs
    column = more["column"] if "column" in more else (steps[-1] if steps else None)
    rows = more.get("rows")
    date = more.get("date")
    where = more.get("where") or ("visible-label" if date else "list" if rows else "none")
    metas = metas_of(html)
    label = {
        "page_type": kind, "title": title, "publish_date": date, "date_where": where,
        "source": more.get("source"), "doc_number": more.get("number"),
        "index_number": more.get("index"), "breadcrumb": crumbs, "column": column,
        "site_name": site,
        "list_entries": None if rows is None else [{"title": t, "date": d} for t, d in rows[:5]],
        "list_total": None if rows is None else len(rows),
        "has_interpretation_link": more.get("interpreted", False if kind in LEAF else None),
        "attachments": more.get("attachments", 0), "meta": metas,
        "date_conflict": bool(date and metas.get("PubDate") and metas["PubDate"][:10] != date),
        "notes": more.get("notes"),
    }
    for key, name in (("written", "written_date"), ("state", "list_state"), ("related", "related"),
                      ("pages", "pages"), ("next", "next_page")):
        if key in more:
            label[name] = more[key]
    if more.get("accept"):
        label["accept"] = {
            name: [label[name]] + [other for other in others if other != label[name]]
            for name, others in more["accept"].items()
        }
    charset = more.get("charset", "utf-8")
    host = re.sub(r"^\w+://|[/:?#].*$", "", url)
    body = dressed(family, host, html).encode(charset)
    number = 1 + sum(1 for known in PAGES if known["family"] == family)
    PAGES.append({
        "family": family, "file": f"{family}-{number:02}.html", "url": url, "host": host, "body": body,
        "label": label, "encoding": {"gbk": "gb18030"}.get(charset, charset),
        "declared": more.get("declared", charset), "header": more.get("header"),
    })


def write(folder):
    """Writes pages, labels.jsonl and manifest.jsonl; removes pages that are no longer made."""
    os.makedirs(folder, exist_ok=True)
    pages = sorted(PAGES, key=lambda one: one["file"])
    for name in os.listdir(folder):
        if name.endswith(".html") and name not in {one["file"] for one in pages}:
            os.remove(os.path.join(folder, name))
    with open(os.path.join(folder, "labels.jsonl"), "w", encoding="utf-8") as labels:
        for one in pages:
            labels.write(json.dumps({"file": one["file"], **one["label"]}, ensure_ascii=False) + "\n")
    with open(os.path.join(folder, "manifest.jsonl"), "w", encoding="utf-8") as manifest:
        for one in pages:
            row = {
                "file": one["file"], "url": one["url"],
                "host": one["host"],
                "page_type": one["label"]["page_type"], "encoding": one["encoding"],
                "declared_charset": one["declared"], "family": one["family"],
            }
            if one["header"]:
                row["contentType"] = one["header"]
            row["bytes"] = len(one["body"])
            row["sha256"] = hashlib.sha256(one["body"]).hexdigest()
            manifest.write(json.dumps(row, ensure_ascii=False) + "\n")
    for one in pages:
        with open(os.path.join(folder, one["file"]), "wb") as file:
            file.write(one["body"])
    return pages
