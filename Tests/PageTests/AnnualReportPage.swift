/// The tables of an annual report in the form of 2021, figures of our own.
///
/// Source of the rows and columns: 政府信息公开工作年度报告格式 (国办公开办函〔2021〕30号).
enum AnnualReportPage {
  static let title = "青岚区财政局2021年政府信息公开工作年度报告"

  static let columns = [
    "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
  ]

  /// The second table: rules, licences, penalties, fees.
  static let files = """
    <table><tbody>
    <tr><td colspan=4>第二十条第（一）项</td></tr>
    <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
    <tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
    <tr><td>行政规范性文件</td><td>3</td><td>1</td><td>&nbsp;１，２０８&nbsp;</td></tr>
    <tr><td colspan=4>第二十条第（五）项</td></tr>
    <tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
    <tr><td>行政许可</td><td colspan=3>17</td></tr>
    <tr><td colspan=4>第二十条第（六）项</td></tr>
    <tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
    <tr><td>行政处罚</td><td colspan=3>8</td></tr>
    <tr><td>行政强制</td><td colspan=3>/</td></tr>
    <tr><td colspan=4>第二十条第（八）项</td></tr>
    <tr><td>信息内容</td><td colspan=3>本年收费金额（单位：万元）</td></tr>
    <tr><td>行政事业性收费</td><td colspan=3>316,441.05</td></tr>
    </tbody></table>
    """

  private static func row(_ heads: String, _ first: Int) -> String {
    "<tr>\(heads)"
      + (0..<7).map { "<td><p>\(first + $0)</p></td>" }.joined() + "</tr>"
  }

  /// The third table, with spans of three, five, eight and many rows.
  static let requests: String = {
    var html = """
      <table border=1><tr><td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，<br>等于第三项加第四项之和）</td>
      <td colspan=7>申请人情况</td></tr>
      <tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>
      <tr><td>商业<br>企业</td><td>科研<br>机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
      """
    html += row("<td colspan=3>一、本年新收政府信息公开申请数量</td>", 100)
    html += row("<td colspan=3>二、上年结转政府信息公开申请数量</td>", 200)
    html += row("<td rowspan=9>三、本年度办理结果</td><td colspan=2>（一）予以公开</td>", 300)
    html += row("<td colspan=2>（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td>", 400)
    html += row("<td rowspan=3>（三）不予公开</td><td>1.属于国家秘密</td>", 500)
    html += row("<td>2.其他法律行政法规禁止公开</td>", 510)
    html += row("<td>3.危及“三安全一稳定”</td>", 520)
    html += row("<td rowspan=3>（六）其他处理</td><td>1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请</td>", 600)
    html += row("<td>2.申请人逾期未按收费通知要求缴纳费用</td>", 610)
    html += row("<td>3.其他</td>", 620)
    html += row("<td colspan=2>（七）总计</td>", 700)
    html += row("<td colspan=3>四、结转下年度继续办理</td>", 800)
    return html + "</table>"
  }()

  /// The fourth table: one row of fifteen figures.
  static let disputes: String = {
    let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { "<th>\($0)</th>" }.joined()
    return """
      <table><tr><th colspan=5>行政复议</th><th colspan=10>行政诉讼</th></tr>
      <tr>\(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { "<th rowspan=2>\($0)</th>" }.joined())
      <th colspan=5>未经复议直接起诉</th><th colspan=5>复议后起诉</th></tr>
      <tr>\(heads)\(heads)</tr>
      <tr>\((1...15).map { "<td>\($0)</td>" }.joined())</tr></table>
      """
  }()

  static let html = """
    <h1>\(title)</h1><div class=info>发布时间：2022-01-20 来源：区财政局</div><div id=zoom>\(sentences)
    <h2>二、主动公开政府信息情况</h2>\(files)<h2>三、收到和处理政府信息公开申请情况</h2>\(requests)
    <h2>四、政府信息公开行政复议、行政诉讼情况</h2>\(disputes)</div>
    """
}
