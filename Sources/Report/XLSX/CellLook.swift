import CXLSXWriter

/// How a cell looks; each look is one format of the workbook.
enum CellLook: Int, CaseIterable {
  case text, wrapped, bold, boldWrapped, head, subhead, number, percent, total, totalPercent, link,
    title
  case input, inputDate, wholeNumber, centred, pass, fail, partial, open, muted, note

  /// Adds the look to a workbook; nil when memory is out, and cells then look plain.
  func format(
    of book: UnsafeMutablePointer<lxw_workbook>, _ font: String
  ) -> UnsafeMutablePointer<lxw_format>? {
    guard let format = unsafe workbook_add_format(book) else { return nil }
    unsafe format_set_font_name(format, font)
    unsafe format_set_font_size(format, 10)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe format_set_bottom(format, UInt8(LXW_BORDER_HAIR.rawValue))
    unsafe format_set_bottom_color(format, 0xB8C4D2)
    switch self {
    case .text: break
    case .wrapped: unsafe format_set_text_wrap(format)
    case .bold: unsafe format_set_bold(format)
    case .boldWrapped:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
    case .head, .subhead: unsafe Self.head(format, isSub: self == .subhead)
    // The general format: with "0.###" Excel writes 8 as "8.".
    case .number: break
    case .wholeNumber: unsafe format_set_num_format(format, "0")
    case .centred:
      unsafe format_set_num_format(format, "0")
      unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .percent: unsafe format_set_num_format(format, "0.0")
    case .total, .totalPercent:
      unsafe format_set_bold(format)
      if self == .totalPercent { unsafe format_set_num_format(format, "0.0") }
      unsafe Self.fill(format, ink: 0x1B222C, ground: 0xEEF2F7)
    case .link:
      unsafe format_set_font_color(format, 0x1D4E89)
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      unsafe format_set_text_wrap(format)
    case .input, .inputDate:
      unsafe format_set_text_wrap(format)
      if self == .inputDate { unsafe format_set_num_format(format, "yyyy-mm-dd") }
      unsafe Self.fill(format, ink: 0x1B222C, ground: 0xFFFBE6)
      unsafe format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
      unsafe format_set_border_color(format, 0xB9A24A)
    case .pass: unsafe Self.fill(format, ink: 0x17653C, ground: 0xE2F1E8)
    case .fail: unsafe Self.fill(format, ink: 0xA8201A, ground: 0xFBE5E2)
    case .partial: unsafe Self.fill(format, ink: 0x855000, ground: 0xFCEED3)
    case .open: unsafe Self.fill(format, ink: 0x55459A, ground: 0xEBE8F7)
    case .muted:
      unsafe format_set_font_color(format, 0x5F6875)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .note:
      unsafe format_set_font_color(format, 0x5F6875)
      unsafe format_set_text_wrap(format)
    }
    return unsafe format
  }

  private static func head(_ format: UnsafeMutablePointer<lxw_format>, isSub: Bool) {
    unsafe format_set_bold(format)
    unsafe format_set_text_wrap(format)
    if isSub {
      unsafe fill(format, ink: 0x1B222C, ground: 0xDCE6F1)
    } else {
      unsafe fill(format, ink: 0xFFFFFF, ground: 0x1D4E89)
    }
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    unsafe format_set_border_color(format, 0xB8C4D2)
  }

  private static func fill(
    _ format: UnsafeMutablePointer<lxw_format>, ink: UInt32, ground: UInt32
  ) {
    unsafe format_set_font_color(format, ink)
    unsafe format_set_bg_color(format, ground)
  }
}
