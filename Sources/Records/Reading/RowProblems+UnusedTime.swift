extension RowProblems {
  /// That a column seems to have the times of day and is passed over; `message` says what looks wrong without it, and `line` is
  /// the header's.
  func timePassedOver(_ time: CountColumns.UnusedTime, _ message: String, line: Int) -> RecordsError {
    fatal(
      line: line, column: time.field + 1,
      "\(message), and “\(time.name.prefix(40))”, which seems to say the time of day, is passed over",
      "call the column “time”" + (time.isReadable ? "" : ", and write in it when an interval begins, such as 07:30"))
  }
}
