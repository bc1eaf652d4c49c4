"""Invented names, duties, news titles and paragraphs."""

from .model import pick

SURNAMES = "崔 邵 柏 钟 骆 褚 尹 荀 庞 凌 祝 关 骈 阮 岑 蓝 湛 左 封 单".split()
GIVEN = "望舒 怀瑾 云舟 砚秋 知白 允礼 若谷 清和 南乔 闻道 以宁 疏桐 鹤鸣 景行 书简 明喆 秉文 霁月".split()

TOPICS = """党史学习教育专题学习 安全生产专项检查 常态化疫情防控 志愿服务活动 节前走访慰问 干部业务培训
主题党日活动 作风建设提升行动 文明城市创建 消防安全演练 廉政警示教育 双拥共建活动 乡村振兴帮扶 爱国卫生义务劳动
防汛备汛检查 普法宣传进社区 营商环境座谈 机关读书分享会 信访积案化解 保密知识学习 档案整理 节约用水宣传
反诈宣传 无偿献血活动 春季植树活动 入户走访 结对共建 基层调研 业务交流学习 便民服务活动""".split()
FORMS = ["{u}开展{t}", "{u}组织{t}", "{u}扎实推进{t}", "{u}积极参与{t}", "{u}部署{t}", "{u}持续深化{t}"]
LONG = "{u}坚持问题导向多措并举推动{t}走深走实见成效"

BODY = [
    "{date}，{u}{verb}{t}，单位主要负责同志及各科室人员参加。",
    "活动现场，工作人员结合岗位实际交流了心得体会，对下一步工作提出了意见建议。",
    "会议强调，要提高思想认识，压实工作责任，把各项任务落到实处。",
    "据了解，今年以来该项工作已覆盖全区12个镇街、86个村居，参与群众3200余人次。",
    "下一步，{u}将继续细化措施，确保在12月31日前完成全年任务。",
    "工作人员向群众发放宣传材料500余份，解答咨询60余人次，咨询电话0999-5550188。",
]
VERBS = ["组织开展了", "集中开展了", "认真开展了"]


def person(*key):
    return pick(SURNAMES, "s", *key) + pick(GIVEN, "g", *key)


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def news(unit, date, index):
    """A title and a body of work news."""
    topic = TOPICS[(index * 7 + unit.base) % len(TOPICS)]
    called = pick([unit.name, unit.name, unit.bare, unit.full], unit.id, index)
    form = LONG if index % 9 == 4 else FORMS[index % len(FORMS)]
    first = BODY[0].format(date=f"{date.month}月{date.day}日", u=unit.name, t=topic,
                           verb=pick(VERBS, unit.id, index))
    second = pick(BODY[1:], unit.id, "b", index).format(u=unit.name)
    return form.format(u=called, t=topic), paragraphs([first, second])


# Per unit: duties, and (section, task) pairs.
DUTIES = {
    "bgs": ("负责区政府会议的筹备和决定事项的督促落实|负责起草和审核以区政府名义发布的公文|负责指导全区政务公开工作|负责区政府值班和信息报送工作",
            "综合科=负责机关日常运转、文电和印章管理工作|督查科=负责区政府决定事项的督促检查|信息科=负责政务信息的收集、整理和报送|政务公开科=负责推进、指导、协调全区政务公开工作"),
    "fgj": ("贯彻执行国家发展改革工作的方针政策|负责监测分析经济运行态势并提出对策建议|负责协调推进区级重大建设事项|承担价格管理和粮食物资储备工作",
            "办公室=负责文电、会务、机要和档案工作|综合科=负责经济运行的监测和分析|投资科=负责固定资产投资的管理和协调|价格科=负责价格监测和成本调查"),
    "jtj": ("贯彻执行国家教育和体育工作的方针政策|负责全区中小学和幼儿园的管理和指导|负责教师队伍建设工作|负责群众体育和学校体育工作",
            "办公室=负责机关政务和后勤保障工作|基础教育科=负责义务教育和高中教育的管理|师资科=负责教师资格认定和培训工作|群众体育科=负责指导群众性体育活动"),
    "mzj": ("贯彻执行民政事业发展的法律法规和政策|负责城乡居民最低生活保障和临时救助工作|负责养老服务体系建设工作|负责社会组织登记和区划地名管理",
            "办公室=负责机关日常运转和财务工作|社会救助科=负责城乡低保和特困供养工作|养老服务科=负责养老服务机构的指导和监督|社会事务科=负责婚姻登记和殡葬管理工作"),
    "sfj": ("负责全面依法治区的协调和督促工作|负责行政复议和行政应诉工作|负责人民调解和社区矫正工作|负责公共法律服务体系建设工作",
            "办公室=负责机关文电和财务工作"),
    "czj": ("贯彻执行财税法律法规和政策|负责编制和执行区级年度预决算草案|负责政府采购监督管理工作|负责会计管理和行政事业单位资产管理",
            "办公室=负责机关文电和会务工作|预算科=负责区级预算的编制和批复|国库科=负责国库集中支付和决算工作|采购监管科=负责政府采购活动的监督管理"),
    "tjj": ("贯彻执行统计法律法规和统计标准|组织实施国家统计调查任务|负责统计数据的质量检查和评估|承担普查工作",
            "办公室=负责机关文电和人事工作|综合科=负责统计资料的汇总和分析|工业科=负责工业和能源统计调查|农业科=负责农村和农业统计调查"),
    "hbj": ("负责建立健全生态环境基本制度|负责环境污染防治的监督管理|负责生态环境监测和应急工作|负责生态环境准入的监督管理",
            "办公室=负责机关日常运转和宣传工作|大气科=负责大气污染防治的监督管理|水科=负责水污染防治的监督管理|监测科=负责环境质量监测工作"),
    "gzzx": ("承担区属企业国有资产的基础管理服务工作|承担区属企业改革的事务性工作|负责区属企业数据统计服务工作|承担上级交办的其他工作",
             "综合科=负责中心日常运转工作|产权科=负责产权登记的服务工作|考核科=负责区属企业考核的服务工作"),
    "ymz": ("贯彻执行上级政府的决定和命令|负责本镇经济社会发展和基层治理工作|负责本镇农业农村和乡村建设工作|负责便民服务和应急管理工作",
            "党政办公室=负责文电会务和综合协调工作|便民服务中心=负责政务服务事项的受理和帮办|农业综合服务中心=负责农技推广和农村经营管理"),
}
POSTS = {"town": ["镇长", "副镇长", "副镇长"], "institution": ["主任", "副主任", "副主任"]}
CHARGES = ["主持{b}全面工作", "分管{s}，协助负责安全生产工作", "分管{s}，协助负责党建工作", "负责{s}工作，联系基层站所"]


def duties(unit):
    lines = DUTIES[unit.id][0].split("|")
    return paragraphs([f"{unit.full}主要职责是："] + [f"（{'一二三四五六'[n]}）{x}。" for n, x in enumerate(lines)])


def sections(unit):
    pairs = [x.split("=") for x in DUTIES[unit.id][1].split("|")]
    return paragraphs([f"（{'一二三四五六'[n]}）{a}。{b}。" for n, (a, b) in enumerate(pairs)])


def leaders(unit):
    """(name, post, charge) of each leader."""
    head = "主任" if unit.id == "bgs" else "局长"
    posts = POSTS.get(unit.kind, [head, "副" + head, "副" + head, "四级调研员"])
    names = [x.split("=")[0] for x in DUTIES[unit.id][1].split("|")]
    return [(person(unit.id, n), post, CHARGES[n].format(b=unit.bare, s=names[(n + 1) % len(names)]))
            for n, post in enumerate(posts)]


def leaders_table(unit):
    cells = "".join(f"<tr><td>{n}</td><td>{p}</td><td>{c}</td></tr>" for n, p, c in leaders(unit))
    return f'<table border="1"><tr><th>姓名</th><th>职务</th><th>工作分工</th></tr>{cells}</table>'


def leaders_lines(unit):
    return paragraphs([f"{n}　{p}：{c}。" for n, p, c in leaders(unit)])


def phone(unit):
    return f"0999-55501{unit.base % 89 + 10:02d}"


def street(unit):
    return f"清州市青岚区{pick(['兰溪路', '云门路', '松江街', '学府街'], unit.id)}{unit.base % 97 + 1}号"


HOURS = "周一至周五 上午8:30—12:00，下午13:30—17:30（法定节假日除外）"


def contact(unit, hours=HOURS, telephone=None):
    lines = [f"办公地址：{street(unit)}"]
    if hours:
        lines.append(f"办公时间：{hours}")
    lines += [f"联系电话：{telephone or phone(unit)}", "邮政编码：999100"]
    return paragraphs(lines)
