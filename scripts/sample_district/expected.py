"""What an audit of the sample with pack shanting-2021 must say: the faults, and everything else."""

AGENCY = ["1.1-b", "1.1-c", "1.1-d", "A.1"]
DEPARTMENT = AGENCY + ["A.2", "A.3", "A.4", "A.5", "A.6", "A.7", "A.8"]
BINDS = {
    "bgs": DEPARTMENT, "fgj": DEPARTMENT + ["A.11", "A.12"], "jtj": DEPARTMENT,
    "mzj": DEPARTMENT + ["A.13", "A.14", "A.15", "A.16"], "sfj": DEPARTMENT + ["A.17", "A.18"],
    "czj": DEPARTMENT + ["A.19"], "tjj": DEPARTMENT + ["A.9", "A.10"], "hbj": DEPARTMENT + ["A.20"],
    "wjj": DEPARTMENT, "zls": ["A.21"], "gzzx": ["A.22"], "ymz": ["A.5"],
}

# unit, clause, status, column key, title of an item on which it turns (or ""), why
FAULTS = [
    ("fgj", "A.3", "fail", "gzdt", "", "工作动态自2021年8月起无更新；同级“通知公告”一直在更新，不能代替"),
    ("fgj", "A.11", "fail", "zdxm", "", "重大建设项目进度表缺2021年5月；2021年1月发布的“12月份进展情况”属于2020年"),
    ("jtj", "1.1-c", "fail", "lxfs", "", "联系方式没有办公时间；页脚和公开指南里的办公时间不算"),
    ("jtj", "A.3", "fail", "gzdt", "", "二十条工作动态全部发布在2021年12月"),
    ("jtj", "A.4", "fail", "zcjd", "《青岚区校外托管机构管理办法》政策解读", "9月29日出台，10月11日解读：跨国庆假期，已是第4个工作日"),
    ("mzj", "A.3", "fail", "gzdt", "", "2021年6月21日至27日一周没有工作动态"),
    ("mzj", "A.14", "fail", "shfl", "", "第二季度残疾人补贴发放情况的链接打不开（404）"),
    ("mzj", "A.15", "fail", "shfl", "", "孤儿福利按月公开，缺3月，第一季度不完整"),
    ("mzj", "A.16", "undetermined", "shfl", "困境儿童福利资金发放公示", "7月12日的公示没有写明所属季度，可能是第二季度"),
    ("sfj", "1.1-b", "fail", "nsjg", "", "内设机构栏目空白"),
    ("sfj", "A.1", "fail", "nsjg", "", "同1.1-b：缺机构设置"),
    ("sfj", "A.17", "fail", "zmsx", "青岚区司法局证明事项实施清单", "列表日期8月30日，页面发布日期9月15日，晚于8月底"),
    ("sfj", "A.18", "fail", "zdjc", "青岚区2020年度重大行政决策事项目录", "只有2020年度的目录"),
    ("czj", "A.3", "fail", "gzdt", "", "2021年7月以前没有工作动态"),
    ("czj", "1.1-c", "fail", "lxfs", "", "联系电话是占位词“暂无”；页脚的电话不算"),
    ("czj", "A.4", "fail", "zcwj", "青岚区财政局关于印发青岚区会计人员继续教育管理办法的通知", "7月6日出台的文件没有解读；另一份文件的解读不能代替"),
    ("czj", "A.19", "fail", "szjb", "", "十二期财政收支简报全部发布在2021年12月，且未写明月份"),
    ("tjj", "A.2", "fail", "ghjh", "", "规划计划只有2019年、2020年的内容，没有2021年的"),
    ("tjj", "A.3", "fail", "gzdt", "", "工作动态隔周才有一条"),
    ("tjj", "A.9", "fail", "tjxx", "", "1-8月的链接返回200，页面却是“页面不存在”"),
    ("hbj", "1.1-d", "fail", "ldfg", "", "领导名单没有分工"),
    ("hbj", "A.1", "fail", "ldfg", "", "同1.1-d：缺领导分工"),
    ("zls", "A.21", "undetermined", "szjc", "", "缺2021年9月水质报告，但同一目录下的“历史数据”被robots.txt禁止抓取，不能断定没有"),
    ("gzzx", "A.22", "undetermined", "gzgq", "", "2021年6月既没有变化事项，也没有“无变化”的说明"),
] + [("wjj", clause, "undetermined", "", "", "全部目录在412验证页后面，什么也没有读到") for clause in DEPARTMENT]

# unit, clauses, why
NOT_APPLICABLE = [
    ("bgs", ["A.8"], "没有职责边界清单，但应公开日在本要点生效之前，只作提示"),
    ("fgj", ["A.4"], "没有须解读的政策文件：一份转发，一份任免"),
    ("jtj", ["A.5"], "只有2019年的年报；应公开日在生效之前，只作提示"),
    ("jtj", ["A.6"], "法治政府建设栏目空白；应公开日在生效之前，只作提示"),
    ("mzj", ["A.7", "A.8"], "只有2020年版的权责清单；应公开日在生效之前，只作提示"),
    ("sfj", ["A.5"], "栏目里放的是区统计局的年报；应公开日在生效之前，只作提示"),
    ("czj", ["A.5"], "年报2月26日才发布；应公开日在生效之前，只作提示"),
    ("tjj", ["A.4"], "没有政策文件"),
    ("tjj", ["A.6", "A.7", "A.8", "A.10"], "迟发或没有；应公开日在生效之前，只作提示"),
]


def check():
    """The lists must fit together: each finding is expected once."""
    seen = set()
    for unit, clause in [(f[0], f[1]) for f in FAULTS] + [(u, c) for u, cs, _ in NOT_APPLICABLE for c in cs]:
        assert clause in BINDS[unit], (unit, clause)
        assert (unit, clause) not in seen, (unit, clause)
        seen.add((unit, clause))
    return seen


def faults_yaml(page_of):
    """`faults.yaml`; `page_of(unit, column, title)` gives the address of the page it turns on."""
    taken = check()
    lines = [
        "# What an audit of the sample district must find, each fault and only those.",
        "# Written by scripts/make-sample-district; a clause that is not named for a unit does not bind it.",
        "pack: shanting-2021", "as-of: 2021-12-31", "", "faults:",
    ]
    for unit, clause, status, column, title, why in FAULTS:
        lines += [f"  - unit: {unit}", f'    rule: "{clause}"', f"    status: {status}",
                  f"    page: {page_of(unit, column, title)}", f"    why: {why}"]
    lines += ["", "not-applicable:"]
    for unit, clauses, why in NOT_APPLICABLE:
        quoted = ", ".join(f'"{c}"' for c in clauses)
        lines += [f"  - unit: {unit}", f"    rules: [{quoted}]", f"    why: {why}"]
    lines += ["", "passes:"]
    for unit, clauses in BINDS.items():
        rest = [c for c in clauses if (unit, c) not in taken]
        if rest:
            lines += [f"  - unit: {unit}", "    rules: [" + ", ".join(f'"{c}"' for c in rest) + "]"]
    return "\n".join(lines) + "\n"
