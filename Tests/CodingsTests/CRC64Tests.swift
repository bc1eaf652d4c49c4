import Codings
import Testing

@Suite struct CRC64Tests {
  @Test func `gives the check value of CRC-64/XZ`() {
    #expect(Hex.text(CRC64.sum(Array("123456789".utf8))) == "995dc9bbdf1939fa")
  }

  @Test func `tells a changed byte and a lost one`() {
    let whole = Array("二〇二一年度政府信息公开工作年度报告".utf8)
    var changed = whole
    changed[7] ^= 1
    #expect(CRC64.sum(changed) != CRC64.sum(whole))
    #expect(CRC64.sum(Array(whole.dropLast())) != CRC64.sum(whole))
  }
}
