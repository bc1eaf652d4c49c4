"""The units of 青岚区, with what each publishes and where it falls short."""

import datetime

from . import common
from .days import day
from .model import Column, Item, Unit, pick
from .texts import contact, duties, leaders, leaders_lines, news, paragraphs, sections

DISTRICT = "青岚区"


def department(uid, name, title, skin, base, root=None, scoped=True, city=None):
    full = city or f"清州市{DISTRICT}{title}"
    aliases = [full] if city else [DISTRICT + title, full]
    return Unit(uid, name, full, "department", root or f"/zwgk/bm/{uid}/", skin, base, scoped, aliases)


def government_office(skin, calendar):
    u = department("bgs", "区政府办公室", "人民政府办公室", skin, 310)
    u.aliases.append("区政府办")
    common.agency(u)
    common.plans(u, [("02-22", "区政府办公室2021年工作计划"), ("2020-03-03", "区政府办公室2020年工作计划")])
    common.weekly(u, calendar)
    common.notices(u, [("01-05", "关于报送2020年度政府信息公开工作年度报告的通知"), ("03-03", "关于举办权责清单编制培训班的通知")])
    docs, notes = u.add(Column("zcwj", "政策文件")), u.add(Column("zcjd", "政策解读"))
    name = "青岚区农村公路养护管理办法"
    a = common.policy(u, f"{DISTRICT}人民政府办公室关于印发{name}的通知", "青政办发〔2021〕5号", "04-29")
    common.explained(notes, a, f"《{name}》政策解读", "05-07")  # the third working day: 1–5 May are free
    name = "青岚区城区停车管理办法"
    b = common.policy(u, f"{DISTRICT}人民政府办公室关于印发{name}的通知", "青政办发〔2021〕11号", "08-16")
    common.explained(notes, b, f"《{name}》政策解读", "08-16")
    name = "青岚区电梯安全管理办法"  # signed on 1 March, online on the 10th: the later day counts
    c = common.policy(u, f"{DISTRICT}人民政府办公室关于印发{name}的通知", "青政办发〔2021〕3号", "03-10", "03-01")
    common.explained(notes, c, f"关于《{name}》的解读", "03-12")
    docs.items += [a, b, c]
    common.yearly(u, [("01-26", f"{u.full}2020年政府信息公开工作年度报告"), ("2020-01-20", f"{u.full}2019年政府信息公开工作年度报告")],
                  [("02-19", "区政府办公室2020年法治政府建设情况报告")], [("03-18", "区政府办公室权责清单（2021年版）")])
    return u


def development(skin, calendar):
    u = department("fgj", "区发改局", "发展和改革局", skin, 320)
    html = (duties(u) + "<p>内设机构：</p>" + sections(u) + contact(u))
    u.add(Column("jggk", "机构概况", page=Item("区发改局机构概况", day("03-02"), html)))
    column = u.add(Column("ldxx", "领导信息"))
    column.items.append(Item("区发改局领导班子成员分工", day("05-11"), leaders_lines(u)))
    common.plans(u, [("02-25", "区发改局2021年工作要点")])
    common.weekly(u, calendar, lambda _, week: week[0].month < 8)  # stale from August
    fresh = [(f"{d:%m-%d}", f"关于第{n + 1}批节能宣传物料领取的公告") for n, d in
             enumerate(week[-1] for week in calendar.required_weeks()[32::3])]
    common.notices(u, fresh + [("08-20", "青岚区发展和改革局证明事项告知承诺制清单")])
    column = u.add(Column("zdxm", "重大建设项目"))
    for month in [m for m in range(1, 12) if m != 5]:
        title = f"2021年{month}月重大建设项目进度表" if month % 2 else f"青岚区重点项目{month}月份进展情况"
        column.items.append(Item(title, common.month_end(month), PROGRESS))
    column.items.append(Item("青岚区重点项目12月份进展情况", day("01-08"), PROGRESS))  # December 2020
    column.items.append(Item("2021年青岚区优质重点建设项目清单", day("01-28"), PROJECTS, list_day=day("02-03")))
    docs = u.add(Column("zcwj", "政策文件"))
    docs.items.append(common.policy(u, "关于转发《清州市政府投资管理办法》的通知", "青发改发〔2021〕4号", "03-23"))
    docs.items.append(common.policy(u, "关于柏云舟等同志任免职的通知", "青发改任〔2021〕2号", "06-18"))
    u.add(Column("zcjd", "政策解读"))
    common.yearly(u, [("01-20", "区发改局2020年政府信息公开年度报告")], [("02-24", "区发改局2020年度法治政府建设工作报告")],
                  [("03-29", "区发改局权责清单")], [("03-30", "区发改局职责边界清单")])
    return u


PROGRESS = ('<table border="1"><tr><th>项目名称</th><th>总投资（万元）</th><th>完成投资</th><th>形象进度</th><th>责任单位</th></tr>'
            "<tr><td>云门河综合整治</td><td>12600</td><td>4300</td><td>主体施工</td><td>区水务中心</td></tr>"
            "<tr><td>城东热源厂扩建</td><td>8900</td><td>6100</td><td>设备安装</td><td>区住建局</td></tr></table>")
PROJECTS = ('<table border="1"><tr><th>项目名称</th><th>建设单位</th><th>总投资（万元）</th><th>建设地点</th></tr>'
            "<tr><td>云门河综合整治</td><td>区水务中心</td><td>12600</td><td>云门镇</td></tr></table>")


def education(skin, calendar):
    u = department("jtj", "区教体局", "教育和体育局", skin, 3330, root="/jtj/", scoped=False)
    common.agency(u)
    u.column("lxfs").page.html = contact(u, hours=None)
    guide = paragraphs(["政府信息公开指南", f"受理机构：{u.name}办公室", "办公时间：周一至周五 上午8:30-12:00，下午14:00-17:30", "联系电话：0999-5550133"])
    u.add(Column("zn", "政府信息公开指南", page=Item("区教体局政府信息公开指南", day("04-02"), guide)))
    common.plans(u, [("03-05", "区教体局2021年教育体育工作计划")])
    column = u.add(Column("gzdt", "工作动态"))  # twenty entries, every one of them of December
    for n in range(20):
        date = datetime.date(2021, 12, 1 + n)
        title, html = news(u, date, n)
        column.items.append(Item(title, date, html))
    docs, notes = u.add(Column("zcwj", "政策文件")), u.add(Column("zcjd", "政策解读"))
    name = "青岚区校外托管机构管理办法"  # the third working day is Saturday 9 October, a make-up day
    a = common.policy(u, f"青岚区教育和体育局关于印发{name}的通知", "青教体发〔2021〕21号", "09-29")
    common.explained(notes, a, f"《{name}》政策解读", "10-11")
    name = "青岚区义务教育招生工作实施办法"
    b = common.policy(u, f"青岚区教育和体育局关于印发{name}的通知", "青教体发〔2021〕9号", "06-21")
    common.explained(notes, b, f"《{name}》政策解读", "06-15")  # before its policy
    docs.items += [a, b]
    common.yearly(u, [("01-22", f"{u.full}2019年政府信息公开工作年度报告")], [], [("03-26", "区教体局2021年权责清单")],
                  [("03-26", "区教体局部门职责边界清单")])
    return u


def civil(skin, calendar):
    u = department("mzj", "区民政局", "民政局", skin, 1040)
    common.agency(u, table=False)
    common.plans(u, [("02-26", "青岚区民政局2021年工作要点")])
    hole = datetime.date(2021, 6, 21)
    common.weekly(u, calendar, lambda _, week: week[0] != hole)
    common.notices(u)
    column = u.add(Column("shfl", "社会福利"))

    def pay(title, date, count, **more):
        column.items.append(Item(title, day(date), PAYMENT.format(t=title, n=count, m=count * 3), **more))

    for month in range(1, 12):
        pay(f"青岚区2021年{month}月农村低保资金支出情况", f"{month + 1:02d}-06", 2100 + month)
        pay(f"青岚区2021年{month}月特困供养资金支出情况", f"{month + 1:02d}-07", 310 + month)
    pay("2021年第一季度经济困难老年人补贴发放情况", "04-08", 812)
    pay("2021年第二季度经济困难老年人补贴发放情况", "07-08", 820)
    pay("2021年第三季度经济困难老年人补贴发放情况", "10-12", 826)
    pay("青岚区2021年第一季度残疾人补贴发放情况", "04-09", 1530)
    pay("青岚区2021年第二季度残疾人补贴发放情况", "07-09", 1541, broken="dead")
    pay("青岚区2021年第三季度残疾人补贴发放情况", "10-13", 1552)
    for month in [1, 2, 4, 5, 6, 7, 8, 9]:  # March is missing, and so the first quarter
        pay(f"青岚区2021年{month}月孤儿福利发放情况", f"{month + 1:02d}-05", 41)
    pay("2021年一季度困境儿童福利发放情况", "04-12", 66)
    pay("困境儿童福利资金发放公示", "07-12", 67)  # names no period
    pay("2021年三季度困境儿童福利发放情况", "10-14", 68)
    docs, notes = u.add(Column("zcwj", "政策文件")), u.add(Column("zcjd", "政策解读"))
    name = "青岚区临时救助实施细则"
    a = common.policy(u, f"青岚区民政局关于印发{name}的通知", "青民发〔2021〕12号", "05-24")
    common.explained(notes, a, f"《{name}》政策解读", "05-26")
    docs.items += [a, common.policy(u, "关于荀知白同志任职的通知", "青民任〔2021〕1号", "07-02"),
                   common.policy(u, "关于同意青岚区围棋协会成立登记的批复", "青民函〔2021〕8号", "09-08")]
    common.yearly(u, [("01-25", "青岚区民政局2020年度政府信息公开工作报告")], [("02-22", "青岚区民政局关于2020年度法治政府建设情况的报告")],
                  [("2020-03-20", "区民政局权责清单（2020年版）")])
    return u


PAYMENT = ('<p>现将{t}公布如下：</p><table border="1"><tr><th>发放人数</th><th>发放金额（万元）</th><th>发放时间</th></tr>'
           "<tr><td>{n}</td><td>{m}</td><td>当月10日前</td></tr></table>")


def justice(skin, calendar):
    u = department("sfj", "区司法局", "司法局", skin, 51, scoped=False)
    common.agency(u)
    column = u.column("nsjg")
    column.page = None  # 暂无信息
    common.plans(u, [("03-01", "区司法局2021年工作计划")])
    common.weekly(u, calendar)
    common.notices(u)
    column = u.add(Column("zmsx", "证明事项清单"))
    column.items.append(Item("青岚区司法局证明事项实施清单", day("09-15"), CERTIFICATES, list_day=day("08-30")))
    column = u.add(Column("zdjc", "重大行政决策"))
    column.items.append(Item("青岚区2020年度重大行政决策事项目录", day("02-08"), DECISIONS))
    docs, notes = u.add(Column("zcwj", "政策文件")), u.add(Column("zcjd", "政策解读"))
    name = "青岚区行政调解工作办法"
    a = common.policy(u, f"青岚区司法局关于印发{name}的通知", "青司发〔2021〕9号", "04-12")
    common.explained(notes, a, f"《{name}》政策解读", "04-14")
    docs.items += [a, common.policy(u, "青岚区司法局关于印发青岚区村居法律顾问管理办法的通知", "青司发〔2021〕31号", "12-30")]
    common.yearly(u, [("01-27", "清州市青岚区统计局2020年政府信息公开工作年度报告")], [("02-26", "区司法局2020年法治政府建设情况报告")],
                  [("03-22", "区司法局权责清单（2021年版）")], [("03-22", "区司法局职责边界清单")])
    return u


CERTIFICATES = ('<table border="1"><tr><th>证明事项名称</th><th>证明用途</th><th>设定依据</th><th>索要单位</th></tr>'
                "<tr><td>经济状况证明</td><td>申请法律援助</td><td>《法律援助条例》</td><td>区司法局</td></tr></table>")
DECISIONS = ('<table border="1"><tr><th>事项名称</th><th>承办单位</th><th>完成时限</th></tr>'
             "<tr><td>城区供热价格调整</td><td>区住建局</td><td>2020年11月</td></tr></table>")


def finance(skin, calendar):
    u = department("czj", "区财政局", "财政局", skin, 360)
    u.aliases.append("财政局")
    common.agency(u)
    u.column("lxfs").page.html = contact(u, telephone="暂无")
    common.plans(u, [("02-09", "区财政局2021年工作计划")])
    common.weekly(u, calendar, lambda _, week: week[0].month > 6)  # nothing before July
    common.notices(u)
    column = u.add(Column("szjb", "财政收支简报"))
    for n in range(12):  # a year's worth, all put online in one December week
        column.items.append(Item(f"财政收支简报（第{n + 1}期）", datetime.date(2021, 12, 20 + n // 3), BRIEF.format(n=4120 + 37 * n)))
    docs, notes = u.add(Column("zcwj", "政策文件")), u.add(Column("zcjd", "政策解读"))
    docs.items.append(common.policy(u, "青岚区财政局关于印发青岚区会计人员继续教育管理办法的通知", "青财发〔2021〕18号", "07-06"))
    old = common.policy(u, "青岚区财政局关于印发青岚区代理记账管理办法的通知", "青财发〔2019〕7号", "2019-08-05")
    docs.items.append(old)
    common.explained(notes, old, "《青岚区代理记账管理办法》政策解读", "2019-08-07")
    common.yearly(u, [("02-26", f"{u.full}2020年政府信息公开工作年度报告")], [("02-25", "区财政局2020年法治政府建设情况报告")],
                  [("03-15", "区财政局权责清单")], [("03-15", "区财政局职责边界清单")])
    return u


BRIEF = "<p>一般公共预算收入完成{n}万元，同比增长4.2%；一般公共预算支出完成进度与上期基本持平。</p>"


def statistics(skin, calendar):
    u = department("tjj", "区统计局", "统计局", skin, 370, scoped=False)
    common.agency(u)
    common.plans(u, [("2020-03-02", "区统计局2020年工作要点"), ("2020-01-06", "区统计局2019年工作总结和2020年工作打算")])
    common.weekly(u, calendar, lambda index, _: index % 2 == 0)  # every other week
    common.notices(u)
    column = u.add(Column("tjxx", "统计信息"))
    column.items.append(Item("2021年1-2月青岚区主要经济指标", day("03-24"), FIGURES))
    for month in range(3, 12):
        column.items.append(Item(f"2021年1-{month}月青岚区主要经济指标", common.month_end(month, 23), FIGURES,
                                 broken="soft" if month == 8 else ""))
    column.items.append(Item("2020年1-8月青岚区主要经济指标", day("2020-09-22"), FIGURES))
    column.items.append(Item("2020年青岚区国民经济和社会发展统计公报", day("03-30"), paragraphs(
        ["根据初步核算，全区经济运行总体平稳。", "一、综合", "二、农业", "三、工业", "四、固定资产投资", "五、人口"])))
    u.add(Column("zcwj", "政策文件"))
    u.add(Column("zcjd", "政策解读"))
    common.yearly(u, [("01-29", "区统计局2020年政府信息公开工作年度报告")], [("04-09", "区统计局2020年法治政府建设情况报告")],
                  [("05-18", "区统计局权责清单（2021年版）")])
    return u


FIGURES = ('<table border="1"><tr><th>指标</th><th>本月</th><th>累计</th><th>同比增长（%）</th></tr>'
           "<tr><td>规模以上工业增加值</td><td>—</td><td>—</td><td>6.1</td></tr>"
           "<tr><td>社会消费品零售总额</td><td>1.9</td><td>15.3</td><td>5.4</td></tr></table>")


def environment(skin, calendar):
    u = department("hbj", "区生态环境分局", "", skin, 4080, city="清州市生态环境局青岚分局")
    common.agency(u)
    names = paragraphs([f"{name}　{post}" for name, post, _ in leaders(u)])
    u.column("ldfg").page.html = names  # who, but not for what
    common.plans(u, [("03-08", "区生态环境分局2021年工作计划")])
    common.weekly(u, calendar)
    common.notices(u)
    column = u.add(Column("kqzl", "空气质量"))
    for month in range(1, 12):
        column.items.append(Item(f"2021年{month}月青岚区环境空气质量情况通报", common.month_end(month, 9), AIR, picture=month == 4))
    docs, notes = u.add(Column("zcwj", "政策文件")), u.add(Column("zcjd", "政策解读"))
    a = common.policy(u, "清州市生态环境局青岚分局关于印发青岚区扬尘污染防治管理办法的通知", "青环发〔2021〕6号", "10-20")
    common.explained(notes, a, "一图读懂扬尘污染防治新要求", "10-22", picture=True)
    docs.items.append(a)
    common.yearly(u, [("01-28", f"{u.full}2020年政府信息公开工作年度报告")], [("02-25", "区生态环境分局2020年法治政府建设情况报告")],
                  [("03-19", "区生态环境分局权责清单（2021年版）")], [("03-19", "区生态环境分局职责边界清单")])
    return u


AIR = ('<table border="1"><tr><th>PM2.5</th><th>PM10</th><th>SO2</th><th>NO2</th><th>O3</th><th>优良天数</th></tr>'
       "<tr><td>42</td><td>78</td><td>11</td><td>30</td><td>151</td><td>24</td></tr></table>")


def water(skin):
    u = Unit("zls", "区自来水公司", "青岚区自来水公司", "enterprise", "/zwgk/gyqsy/zls/", skin, 1090,
             aliases=["青岚区自来水公司", "青岚区自来水有限公司"], parent=("公共企事业单位信息公开", "/zwgk/gyqsy/index.html"))
    u.add(Column("gsjj", "公司简介", page=Item("区自来水公司简介", day("04-06"), paragraphs(["公司承担城区集中供水任务，日供水能力6万吨。"]))))
    column = u.add(Column("szjc", "水质检测报告"))
    for month in [m for m in range(1, 12) if m != 9]:
        title = f"青岚区自来水公司2021年{month}月水质检测中心检测报告书"
        column.items.append(Item(title, common.month_end(month, 11), picture=True, attachments=[(title, "pdf")]))
    column = u.add(Column("tsgg", "停水公告"))
    for month in range(2, 12, 3):
        title = f"关于{pick(['兰溪路', '松江街', '学府街'], month)}片区计划停水的公告"
        html = paragraphs(["因管道检修，相关片区停水8小时。"])
        column.items.append(Item(title, datetime.date(2021, month, 17), html))
    u.extra_links = [("历史数据", "/zwgk/gyqsy/zls/lssj/index.htm")]
    return u


def assets(skin):
    u = Unit("gzzx", "区国资事务服务中心", "青岚区国有资产事务服务中心", "institution", "/zwgk/bm/gzzx/", skin, 395, scoped=False,
             aliases=["青岚区国有资产事务服务中心", "区国资中心"])
    common.agency(u)
    column = u.add(Column("gzgq", "国资国企信息"))
    for month in [m for m in range(1, 12) if m != 6]:
        none = month in (3, 8)
        title = f"2021年{month}月国资国企{'无重大变化事项' if none else '重大变化事项'}"
        html = paragraphs(["本月区属企业无重大变化事项。"]) if none else CHANGES.format(m=month)
        column.items.append(Item(title, common.month_end(month, 8), html))
    common.notices(u)
    return u


CHANGES = ('<table border="1"><tr><th>企业名称</th><th>变更事项</th><th>变更前</th><th>变更后</th><th>变更时间</th></tr>'
           "<tr><td>青岚区城投有限公司</td><td>监事</td><td>左以宁</td><td>单秉文</td><td>2021年{m}月</td></tr></table>")


def town(skin):
    u = Unit("ymz", "云门镇", "青岚区云门镇人民政府", "town", "/zwgk/zj/ymz/", skin, 400,
             aliases=["云门镇人民政府", "青岚区云门镇人民政府"], parent=("镇街信息公开", "/zwgk/zj/index.html"))
    common.agency(u)
    column = u.add(Column("zjdt", "镇街动态"))
    for month in range(2, 13, 3):
        date = datetime.date(2021, month, 13)
        title, html = news(u, date, month)
        column.items.append(Item(title, date, html))
    common.yearly(u, [("01-27", "云门镇人民政府2020年政府信息公开工作年度报告")])
    u.extra_links = [("工作日历", "/zwgk/zj/ymz/rl.jsp?y=2021&amp;m=12")]
    return u
