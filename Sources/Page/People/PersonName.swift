import Markup

/// Tells names of people from other short words.
enum PersonName {
  /// The name that fills a text, white space inside and 同志 behind apart; nil when it is none.
  ///
  /// Two to four Han characters that begin with a surname, or a name of two parts with a dot
  /// between them (买买提·艾力).
  static func whole(_ text: ArraySlice<UInt8>) -> String? {
    guard text.count >= 6, text.count <= 60 else { return nil }
    var bytes = ByteText.squeezed(text)[...]
    for tail in titles where ByteText.ends(bytes, with: tail) { bytes = bytes.dropLast(tail.count) }
    let characters = characters(bytes)
    guard let count = characters?.count else { return nil }
    if let dot = characters?.firstIndex(where: { dots.contains($0) }) {
      let isName = dot >= 2 && count - dot >= 2 && count <= 16
      return isName ? String(decoding: bytes, as: UTF8.self) : nil
    }
    guard (2...4).contains(count), let first = characters?.first else { return nil }
    let two = (characters?.prefix(2).flatMap { $0 }) ?? []
    let isSurname = surnames.contains(first) || doubleSurnames.contains(two)
    let isWord = count == 4 && !doubleSurnames.contains(two)
    guard isSurname, !isWord, !words.contains(Array(bytes)) else { return nil }
    guard !endings.contains(where: { ByteText.ends(bytes, with: $0) }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The characters of a text of Han characters and dots; nil when it holds anything else.
  private static func characters(_ text: ArraySlice<UInt8>) -> [[UInt8]]? {
    var out: [[UInt8]] = []
    var index = text.startIndex
    while index < text.endIndex {
      let isHan = (0xE3...0xE9).contains(text[index]) && index + 2 < text.endIndex
      let isDot = text[index] == 0xC2 && index + 1 < text.endIndex && text[index + 1] == 0xB7
      guard isHan || isDot else { return nil }
      let next = index + (isHan ? 3 : 2)
      out.append(Array(text[index..<next]))
      index = next
    }
    return out
  }

  private static let titles = ByteText.words("同志", "先生", "女士")
  private static let dots: Set<[UInt8]> = Set(ByteText.words("·", "・", "•"))
  /// Words of menus and tables that begin like a name.
  private static let words: Set<[UInt8]> = Set(
    ByteText.words(
      "简介", "简历", "分工", "职务", "方式", "时间", "通知", "公告", "公示", "通报", "文件", "单位", "高级", "高新", "安全",
      "文化", "文明",
      "和谐", "金融", "水利", "万元", "全部", "党建", "常务", "常委", "巡视员", "广告", "应急", "服务", "路线", "时政", "白皮书",
      "查看",
      "平安", "章程", "江苏", "江西", "高考", "方案", "计划", "计生", "查询", "国家", "管理", "项目", "花絮", "解读", "宁夏",
      "贵州", "云南",
      "海南", "马上办", "田园", "温馨", "温度", "喻", "更多", "相关", "关于", "信息", "于是", "成果", "成效", "年度", "能源",
      "农业",
      "教育", "商务", "房产", "车辆", "柏油", "林业", "石油", "牛羊", "易地", "明确", "包括", "时代", "项目库", "经济", "季度",
      "祖国", "祝福",
      "支部", "童话", "向上", "阳光", "常识", "乐园", "解放", "党组", "党委", "焦点", "甘肃", "关闭", "关注", "全文", "全站",
      "公开", "包含", "成立", "常见", "广播",
      "时讯", "云平台"))
  private static let endings = ByteText.words(
    "局", "处", "科", "室", "站", "厅", "部", "会", "网", "街", "路", "镇", "乡", "村", "县", "区", "市", "省", "园",
    "校", "院", "所",
    "公司", "中心", "简介", "概况", "介绍", "职责", "工作", "信息")

  private static let surnames: Set<[UInt8]> = Set(
    Array(
      """
      王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金\
      石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳\
      翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤\
      阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明\
      佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国\
      狄平计索宣晋相初门云容敬来扈晁芮都普阙戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭\
      干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由
      """.unicodeScalars
    ).map { Array(String(Character($0)).utf8) })
  private static let doubleSurnames: Set<[UInt8]> = Set(
    ByteText.words(
      "欧阳", "上官", "皇甫", "令狐", "诸葛", "司徒", "司马", "申屠", "夏侯", "贺兰", "完颜", "慕容", "尉迟", "长孙", "东方",
      "独孤", "南宫",
      "西门", "端木", "轩辕", "公孙", "宇文", "呼延", "拓跋", "濮阳", "淳于", "赫连", "澹台", "百里", "闻人", "太史", "钟离"))
}
