import CXLSXWriter

/// Charts over the cells of a workbook.
extension Workbook {
  /// Which way the bars of a chart run.
  enum Bars { case lying, standing }

  /// One series of bars over cells of one sheet.
  struct BarChart {
    let bars: Bars
    let title: String
    /// The name of the sheet of the cells, and the columns of labels and values.
    let sheet: String
    let labels: Int
    let values: Int
    /// First and last row of the cells.
    let rows: ClosedRange<Int>
    /// The highest value of the axis; nil to let the reader choose.
    let most: Double?
    /// In pixels.
    let width: Int
    let height: Int
    /// What someone who can't see it is told.
    let description: String
  }

  /// Puts a chart with its upper left corner on a cell.
  func chart(_ sheet: Int, _ row: Int, _ column: Int, _ chart: BarChart) {
    let type = chart.bars == .lying ? LXW_CHART_BAR : LXW_CHART_COLUMN
    guard let at = Self.place(row, column),
      let first = Self.place(chart.rows.lowerBound, chart.labels),
      let last = Self.place(chart.rows.upperBound, chart.values),
      let made = unsafe workbook_add_chart(book, UInt8(type.rawValue)),
      let series = unsafe chart_add_series(made, nil, nil)
    else { return }
    unsafe chart_series_set_categories(
      series, chart.sheet, first.row, first.column, last.row, first.column)
    unsafe chart_series_set_values(
      series, chart.sheet, first.row, last.column, last.row, last.column)
    unsafe chart_series_set_name(series, chart.title)
    unsafe chart_title_set_name(made, chart.title)
    unsafe chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    unsafe chart_series_set_labels(series)
    var fill = lxw_chart_fill()
    fill.color = 0x1D4E89
    unsafe chart_series_set_fill(series, &fill)
    // The library's axes are those of the page: of lying bars, y has the labels.
    let isLying = chart.bars == .lying
    let labels = unsafe isLying ? made.pointee.y_axis : made.pointee.x_axis
    let values = unsafe isLying ? made.pointee.x_axis : made.pointee.y_axis
    if isLying {
      // The first row stands on top, as in the table.
      unsafe chart_axis_set_reverse(labels)
      unsafe chart_axis_set_interval_unit(labels, 1)
      unsafe chart_axis_set_label_position(
        values, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    }
    var font = unsafe lxw_chart_font()
    unsafe font.size = 8
    unsafe chart_axis_set_num_font(labels, &font)
    unsafe chart_axis_set_num_font(values, &font)
    unsafe chart_series_set_labels_font(series, &font)
    unsafe font.size = 11
    unsafe chart_title_set_name_font(made, &font)
    var line = lxw_chart_line()
    line.color = 0xD5DCE4
    unsafe chart_axis_major_gridlines_set_line(values, &line)
    unsafe chart_axis_set_min(values, 0)
    if let most = chart.most { unsafe chart_axis_set_max(values, most) }
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = Double(chart.width) / 480
    unsafe options.y_scale = Double(chart.height) / 288
    unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    unsafe clean(chart.description).withCString { text in
      unsafe options.description = unsafe UnsafeMutablePointer(mutating: text)
      _ = unsafe worksheet_insert_chart_opt(sheets[sheet], at.row, at.column, made, &options)
    }
  }
}
