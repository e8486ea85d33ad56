import DiscreteEvents
import Reading
import Testing

@testable import Records

/// Tables of volumes as they are read.
@Suite struct VolumeTableTests {
  private func read(
    _ text: String, channel: String? = nil, minutes: Int? = nil, handling: Double? = 200,
    zone: String = "Europe/London", size: Int = 1 << 20
  ) throws -> VolumeTable {
    try VolumeTable.read(
      "v.csv", .init(channel: channel, minutes: minutes, handling: handling), timeZone: zone,
      files: SmallPieces(files: MemoryFiles(["v.csv": text]), size: size))
  }

  /// The same three intervals.
  @Test(
    arguments: [
      "start,count\n2025-05-26T07:00,10\n2025-05-26T07:30,12.5\n2025-05-26T08:00,0\n",
      "start,channel,count\n2025-05-26T07:00,999,10\n2025-05-26T07:30,999,12.5\n2025-05-26T08:00,999,0\n",
      "Start,Offered\n2025-05-26 07:00,10\n2025-05-26 07:30:00,12.5\n2025-05-26T08:00,0\n",
      "start,999\n2025-05-26T08:00,0\n2025-05-26T07:00,10\n2025-05-26T07:30,12.5\n",
      "date,time,offered,handling\n2025-05-26,7:00,10,200\n2025-05-26,07:30,12.5,3m20s\n2025-05-26,08:00:00,0,0\n",
      "date,start,channel,expected,aht\n2025-05-26,07:00,999,10,\n2025-05-26,07:30,999,12.5,0:03:20\n"
        + "2025-05-26,08:00,999,0,\n",
      "start,time,count,handling\n2025-05-26,7:00,10,200\n2025-05-26,7:30,12.5,200\n2025-05-26,8:00,-,-\n",
      "start,count\n2025-05-26 7:00,10\n2025-05-26 7:30,12.5\n2025-05-26 8:00,–\n",
      "start,minutes,count\n2025-05-26T07:00,30,10\n2025-05-26T07:30,30,12.5\n2025-05-26T08:00,30,0\n",
      "channel,start,minutes,expected,low80,high80,low95,high95,occasion,basis\n"
        + "999,2025-05-26T07:00,30,10,8,12,6,14,Spring bank holiday,tested\n"
        + "999,2025-05-26T07:30,30,12.5,8,12,6,14,Spring bank holiday,tested\n"
        + "999,2025-05-26T08:00,30,0,0,0,0,0,Spring bank holiday,tested\n",
    ])
  func tablesComeInManyShapes(text: String) throws {
    for size in [1 << 20, 7, 1] {
      let table = try read(text, size: size)
      #expect(table.warnings == [] && table.minutes == 30 && table.missing == 0)
      #expect(table.intervals.map(\.start.minuteText) == ["2025-05-26T07:00", "2025-05-26T07:30", "2025-05-26T08:00"])
      #expect(table.intervals.map(\.offered) == [10, 12.5, 0])
      #expect(table.intervals.allSatisfy { $0.length == 1_800 })
      #expect(table.intervals.prefix(2).allSatisfy { $0.handling == 200 })
    }
  }

  private static let two = """
    start,channel,count,handling
    2025-05-26T07:00,999,10,200
    2025-05-26T07:00,101,20,400
    2025-05-26T08:00,999,11,
    2025-05-26T08:00,101,21,410

    """

  @Test func theChannelAskedAboutIsTaken() throws {
    let table = try read(Self.two, channel: "101")
    #expect(table.channel == "101" && table.minutes == 60)
    #expect(table.intervals.map(\.offered) == [20, 21] && table.intervals.map(\.handling) == [400, 410])
    #expect(try read(Self.two, channel: "999").intervals.map(\.handling) == [200, 200])
    let wide = try read(
      "start,999,101\n2025-05-26T07:00,1,x\n2025-05-26T08:00,2,\n2025-05-26T09:00,,3\n", channel: "999")
    // What is wrong with other channels is none of this one's business, and an empty cell was not counted.
    #expect(wide.channel == "999" && wide.intervals.map(\.offered) == [1, 2])
    #expect(try read("start,count\n2025-05-26T07:00,1\n2025-05-26T07:30,1\n").channel == "all")
  }

  @Test func namesAreReadAsForecastsWriteThem() throws {
    let text = "channel,start,minutes,expected\n'=9,2025-05-26T07:00,30,10\n"
    #expect(try read(text, channel: "=9").channel == "=9")
  }

  @Test func howLongAnIntervalIsIsSaidOrSeen() throws {
    let sparse = "start,count\n2025-05-26T07:00,1\n2025-05-26T11:00,1\n2025-05-26T15:00,1\n"
    #expect(try read(sparse).minutes == 240)
    let said = try read(sparse, minutes: 30)
    #expect(said.minutes == 30 && said.missing == 14 && said.intervals.allSatisfy { $0.length == 1_800 })
    // A few that are missing, and a night, do not matter.
    let times = ["26T21:15", "26T21:45", "26T22:15", "27T06:45", "27T07:45"]
    let gaps = try read("start,count\n" + times.map { "2025-05-\($0),1\n" }.joined())
    #expect(gaps.minutes == 30 && gaps.missing == 17)
    #expect(try read("start,count\n2025-05-26T07:00,1\n", minutes: 15).minutes == 15)
  }

  @Test func columnsWithoutAUseAreNamed() throws {
    let table = try read("start,count,notes\n2025-05-26T07:00,1,red\n2025-05-26T07:30,1,red\n")
    #expect(
      table.warnings.map(\.description) == [
        "v.csv:1:3: warning: there is no use for the column “notes” — it is passed over"
      ])
  }

  // MARK: Weeks

  /// The same four intervals of an average week.
  @Test(
    arguments: [
      "Time,Mon,Sun\n07:00,10,3\n07:30,12.5,0\n", "date,sunday,MONDAY\n7:00,3,10\n07:30:00,0,12.5\n",
      "start,Mond,Sun.\n07:30,12.5,0\n07:00,10,3\n", "Total,time,mon,sun\n13,07:00,10,3\n12.5,07:30,12.5,0\n",
      ",Mon,Sun,Total\n07:00,10,3,13\n07:30,12.5,0,12.5\n", "Interval,mon,sun,AHT\n07:00,10,3,200\n07:30,12.5,0,200\n",
      "channel,half hour,mon,sun\n999,07:00,10,3\n101,07:00,x,3\n999,07:30,12.5,0\n",
    ])
  func aWeekHasAColumnForEachDay(text: String) throws {
    let table = try read(text, channel: text.hasPrefix("channel") ? "999" : nil)
    #expect(table.isWeek && table.minutes == 30 && table.missing == 0)
    #expect(table.intervals.map(\.offered) == [10, 12.5, 3, 0])
    #expect(table.intervals.map(\.start.weekday) == [0, 0, 6, 6])
    #expect(table.intervals.map(\.start.timeOfDay) == [14, 15, 14, 15].map { $0 * 30 * .minute })
    #expect(table.intervals.allSatisfy { $0.length == 1_800 } && table.intervals[0].handling == 200)
    let passedOver = text.contains("Total") ? 1 : 0
    #expect(table.warnings.count == passedOver && table.warnings.allSatisfy { $0.message.contains("“Total”") })
    #expect(try !read(Self.two, channel: "999").isWeek)
  }

  /// Days of a week are not those of a spring, and those that are not there are not missing.
  @Test func whatAWeekDoesNotSay() throws {
    let hours = (0..<24).filter { $0 != 7 }.map { "\(CivilTime.clock(hour: $0)),1,2\n" }.joined()
    let table = try read("time,tue,fri\n" + hours)
    #expect(table.missing == 2 && table.minutes == 60 && table.intervals.count == 46)
  }

  // MARK: Clocks

  @Test func anHourThatComesTwiceIsTwiceAsLong() throws {
    let text = "start,count\n2025-10-26T00:00,10\n2025-10-26T01:00,22\n2025-10-26T02:00,10\n"
    #expect(try read(text).intervals.map(\.length) == [3_600, 7_200, 3_600])
    #expect(try read(text, zone: "UTC").intervals.map(\.length) == [3_600, 3_600, 3_600])
    // Systems that count by real time have two rows.
    let joined = try read(
      "start,count,handling\n2025-10-26T00:00,10,\n2025-10-26T01:00,12,100\n2025-10-26T01:00,8,\n2025-10-26T02:00,9,\n")
    #expect(joined.intervals.map(\.offered) == [10, 20, 9] && joined.missing == 0)
    #expect(joined.intervals[1].handling == 140)
    // With offsets it is clear which is which, whatever clocks they are written by.
    let apart = "start,count\n2025-10-26T00:00+01:00,10\n2025-10-26T00:00Z,12\n2025-10-26T03:00+02:00,8\n"
    #expect(try read(apart).intervals.map(\.start.timeOfDay) == [0, .hour])
    #expect(try read(apart).intervals.map(\.offered) == [10, 20])
    let long = "start,count\n2025-10-26T00:00,1\n2025-10-26T04:00,1\n2025-10-26T08:00,1\n"
    #expect(try read(long).intervals.map(\.length) == [18_000, 14_400, 14_400])
  }

  @Test func anHourThatClocksPassOverIsNone() throws {
    let text = "start,count\n2025-03-30T00:00,10\n2025-03-30T01:00,0\n2025-03-30T02:00,10\n"
    let table = try read(text)
    #expect(table.intervals.map(\.start.timeOfDay) == [0, 2 * .hour] && table.missing == 0)
    #expect(try read(text.replacing("2025-03-30T01:00,0\n", with: ""), minutes: 60).missing == 0)
    #expect(try read(text, zone: "UTC").intervals.count == 3)
  }

  // MARK: Faults

  private static let manyRows =
    "start,count\n"
    + (0..<366).map { day in
      let date = CivilTime(dayNumber: CivilTime(year: 2_024, month: 1, day: 1).dayNumber + day).dateText
      return (0..<96).map { "\(date)T\(CivilTime.clock(Milliseconds($0) * 15 * .minute)),1\n" }.joined()
    }.joined()

  private static let manyChannels = (0...64).map(String.init).joined(separator: ",")
  private static let greatLoads =
    "start,count,handling\n" + (10..<22).map { "2025-05-26T\($0):00,1000000,1h\n" }.joined()
  private static let outOfStep =
    "start,count\n" + ["07:00", "07:30", "07:50", "08:30", "09:00"].map { "2025-05-26T\($0),1\n" }.joined()

  /// What is wrong with a table, and how what is said of it begins.
  private static let faults: [(text: String, said: String)] = [
    ("", "v.csv: error: the file is empty — begin with start,count"),
    ("start,count\n", "v.csv: error: there is no interval — give a row for each"),
    ("start,999\n2025-05-26T07:00,\n", "v.csv: error: there is no interval — give a row for each"),
    ("count\n1\n", "v.csv:1: error: the header has no column “start” or “date” — begin with start,count"),
    ("start;count\n", "v.csv:1: error: the header has no column “start” or “date” — separate columns with commas"),
    ("start,channel\n", "v.csv:1: error: the header has no column “count”, “offered” or “expected” — begin with"),
    ("start,handling\n", "v.csv:1: error: the header has no column of contacts — begin with start,count"),
    ("start,count,count\n", "v.csv:1:3: error: the column “count” is there twice — keep one of the two"),
    ("start,count,expected\n", "v.csv:1:3: error: “count” and “expected” say the same — keep one of the two"),
    ("start,count,handling,aht\n", "v.csv:1:4: error: “handling” and “aht” say the same — keep one of the two"),
    ("date,start,time,count\n", "v.csv:1:2: error: “time” and “start” say the same — keep one of the two"),
    ("start,999,999\n", "v.csv:1:3: error: this column has no name of its own — name every column by its channel"),
    ("start,,999\n", "v.csv:1:2: error: this column has no name of its own — name every column by its channel"),
    (
      "start,\(manyChannels)\n",
      "v.csv:1:66: error: there are more than 64 channels — leave out the smallest"
    ),
    ("start,999,101,handling\n", "v.csv:1:4: error: one handling time does not fit 2 channels — give rows of"),
    ("start,999,101\n", "v.csv:1: error: there are 2 channels, “999”, “101” — say which: --channel 999"),
    (two, "v.csv: error: there are 2 channels, “999”, “101” — say which: --channel 999"),
    ("start,count\nsoon,1\n", "v.csv:2:1: error: “soon” is not the beginning of an interval — write it by the"),
    ("start,count\n2025-05-26T07:00:30,1\n", "v.csv:2:1: error: “2025-05-26T07:00:30” is not the beginning of an"),
    ("start,count\n2025-05-26T07:00:30Z,1\n", "v.csv:2:1: error: “2025-05-26T07:00:30Z” is not the beginning of an"),
    ("date,time,count\n2025-05-26Z,07:00,1\n", "v.csv:2:1: error: “2025-05-26Z” is not a date — write"),
    ("date,time,count\n2025-05-26T07:00,07:00,1\n", "v.csv:2:1: error: “2025-05-26T07:00” is not a date — write"),
    ("date,time,count\n2025-05-26,noon,1\n", "v.csv:2:2: error: “noon” is not a time of day — write when"),
    ("start,count\n2025-05-26T07:00,-1\n", "v.csv:2:2: error: “-1” is not a number of contacts — write a number"),
    ("start,count\n2025-05-26T07:00,many\n", "v.csv:2:2: error: “many” is not a number of contacts — write"),
    ("start,count\n2025-05-26T07:00,\n", "v.csv: error: there is no interval — give a row for each"),
    ("date,07:00,07:30\n2025-05-26,,\n", "v.csv: error: there is no interval — give a row for each"),
    ("start,count\n2025-05-26T07:00,9999999999\n", "v.csv:2:2: error: “9999999999” is not a number of contacts"),
    ("start,count\n2025-05-26T07:00,1,2\n", "v.csv:2: error: this row has 3 fields, and the header has 2 — give"),
    ("start,count\n2025-05-26T07:00,9\"9\n", "v.csv:2:2: error: a quotation mark stands inside a field"),
    ("start,channel,count\n2025-05-26T07:00,,1\n", "v.csv:2:2: error: no channel is named — name the channel"),
    ("start,count,handling\n2025-05-26T07:00,1,-5\n", "v.csv:2:3: error: “-5” is not a handling time — write"),
    ("start,count,handling\n2025-05-26T07:00,1,0\n", "v.csv:2:3: error: “0” is not a handling time — write seconds"),
    ("start,count,handling\n2025-05-26T07:00,1,soon\n", "v.csv:2:3: error: “soon” is not a handling time — write"),
    ("start,count,minutes\n2025-05-26T07:00,1,half\n", "v.csv:2:3: error: “half” is not a number of minutes — write"),
    (
      "start,count,minutes\n2025-05-26T07:00,1,30\n2025-05-26T07:30,1,60\n",
      "v.csv:3:3: error: this interval is 60 minutes long, and others are 30 — give intervals of one length"
    ),
    (
      "start,count\n2025-05-26T07:00,1\n2025-05-26T07:30,1\n2025-05-26T07:00,2\n",
      "v.csv:4:1: error: the interval 2025-05-26T07:00 is on line 2 as well — keep one of the two"
    ),
    // Clocks show it twice, and not three times.
    (
      "start,count\n2025-10-26T00:00,1\n2025-10-26T01:00,1\n2025-10-26T01:00,1\n2025-10-26T01:00,1\n",
      "v.csv:5:1: error: the interval 2025-10-26T01:00 is on line 3 as well"
    ),
    (
      outOfStep,
      "v.csv:4:1: error: 2025-05-26T07:50 is no whole number of intervals of 30 minutes from the others — give"
    ),
    (
      outOfStep.replacing("T", with: ",").replacing("start,", with: "date,time,"),
      "v.csv:4:2: error: 2025-05-26T07:50 is no whole number of intervals of 30 minutes from the others"
    ),
    ("time,mon,Monday\n", "v.csv:1:3: error: Monday is there twice — keep one of the two"),
    ("mon,tue\n", "v.csv:1:1: error: there is no column of times beside the days of the week — let the first column"),
    (
      "start,mon,999\n",
      "v.csv:1:3: error: “999” is no day of the week, by which other columns are named — for one average"
    ),
    (
      "date,mon,tue\n2025-05-26,1,2\n",
      "v.csv:2:1: error: “2025-05-26” is not a time of day — columns are named by days of the week, so let a row begin"
    ),
    (
      "time,mon\n07:00,1\n07:30,1\n07:00,2\n",
      "v.csv:4:1: error: the interval Mon 07:00 is on line 2 as well — keep one of the two"
    ),
    (
      "start,channel,count\n2025-05-26T07:00,Mon,1\n2025-05-27T07:00,Tue,1\n",
      "v.csv: error: there are 2 channels, “Mon”, “Tue” — days of the week are none: for one average week, give times of day"
    ),
    (
      "start,channel,count\n2025-05-26T07:00,Mon,1\n2025-05-27T07:00,999,1\n",
      "v.csv: error: there are 2 channels, “Mon”, “999” — say which: --channel 999"
    ),
    ("start,count\n2025-05-26T07:00,1\n", "v.csv:2:1: error: one interval alone does not tell how long it is — say"),
    ("date,count\n2025-05-26,1\n2025-05-27,1\n", "v.csv: error: intervals are a day long — give volumes by the half"),
    (
      "start,count\n2025-05-26T07:00,1\n2025-05-26T07:03,1\n2025-05-26T07:06,1\n",
      "v.csv: error: intervals are 3 minutes long — give volumes by the half-hour or the hour, or another part of a day "
        + "from 5 minutes to 4 hours; if most have no row, say how long they are: --per 30m"
    ),
    (
      "start,count,minutes\n2025-05-26T07:00,1,35\n",
      "v.csv: error: intervals are 35 minutes long — give volumes by the half-hour or the hour, or another part of a day "
        + "from 5 minutes to 4 hours"
    ),
    (
      "start,count\n2025-05-26T07:00,1\n2025-05-26T07:30,1\n2052-05-26T07:30,1\n",
      "v.csv:4:1: error: the table spans 9863 days — check the dates, of which this is the last: at most 366"
    ),
    (
      "start,count\n2025-03-30T00:30,1\n2025-03-30T01:00,1\n2025-03-30T01:30,1\n",
      "v.csv:3:1: error: the clocks of Europe/London pass over 2025-03-30T01:00 — put the time right, or name the "
        + "clocks it is by: --time-zone UTC"
    ),
    (
      "start,minutes,count\n2025-03-30T01:00,30,0\n",
      "v.csv: error: the clocks of Europe/London pass over every interval there is — give others, or name the clocks"
    ),
    (
      "start,count,handling\n2025-05-26T07:00,1,\n2025-05-26T07:30,1000000000,40000d\n",
      "v.csv:3:3: error: “40000d” is not a handling time"
    ),
    (
      "start,count,handling\n2025-05-26T07:00,1,\n2025-05-26T07:30,1000000000,1h\n",
      "v.csv:3:2: error: this makes a load of more than a million erlangs — is a unit of time wrong?"
    ),
    (
      greatLoads,
      "v.csv: error: the loads of all intervals are more than ten million erlangs together — is a unit of time wrong?"
    ),
    (manyRows, "v.csv:20002: error: there are more than 20000 intervals — give a year at most, by half-hours"),
  ]

  @Test(arguments: faults)
  func whatIsWrongHasAPlaceAndARemedy(text: String, said: String) throws {
    #expect(errors(text).first?.hasPrefix(said) == true, "\(errors(text))")
  }

  private func errors(_ text: String, channel: String? = nil, minutes: Int? = nil, handling: Double? = 200) -> [String]
  {
    do {
      _ = try read(text, channel: channel, minutes: minutes, handling: handling)
      return []
    } catch RecordsError.invalid(let problems) {
      return problems.filter { $0.severity == .error }.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func whatTheQuestionLacksIsSaid() {
    let table = "start,count\n2025-05-26T07:00,1\n2025-05-26T07:30,1\n"
    #expect(
      errors(table, handling: nil) == [
        "v.csv: error: the table has no column “handling” — say how long a contact takes, --handling 3m53s, or add the "
          + "column"
      ])
    #expect(errors(table.replacing(",1\n", with: ",0\n"), handling: nil) == [])
    #expect(
      errors("start,count,aht\n2025-05-26T07:00,1,60\n2025-05-26T07:30,1,\n", handling: nil) == [
        "v.csv:3:3: error: there is no handling time — write one, or say what holds where there is none: "
          + "--handling 3m53s"
      ])
    // Of the two rows of an hour that comes twice, both must say.
    #expect(
      errors("start,count,aht\n2025-10-26T00:00,1,60\n2025-10-26T01:00,5,300\n2025-10-26T01:00,7,\n", handling: nil)
        == [
          "v.csv:3:3: error: there is no handling time — write one, or say what holds where there is none: "
            + "--handling 3m53s"
        ])
    #expect(
      errors("start,count,aht\n2025-10-26T00:00,1,60\n2025-10-26T01:00,5,300\n2025-10-26T01:00,0,\n", handling: nil)
        == [])
    #expect(
      errors(Self.two, channel: "998") == [
        "v.csv: error: there is no channel “998” — did you mean “999”? it has “999”, “101”"
      ])
    #expect(
      errors("start,999,101\n", channel: "chat") == ["v.csv:1: error: there is no channel “chat” — it has “999”, “101”"]
    )
    #expect(
      errors("start,minutes,count\n2025-05-26T07:00,1,1\n") == [
        "v.csv: error: intervals are 1 minute long — give volumes by the half-hour or the hour, or another part of a day "
          + "from 5 minutes to 4 hours"
      ])
    #expect(
      errors("start,minutes,count\n2025-05-26T07:00,30,1\n", minutes: 15) == [
        "v.csv:2:2: error: intervals are 30 minutes long, and --per says 15 — leave out --per"
      ])
    #expect(
      errors(table, minutes: 60) == [
        "v.csv:3:1: error: 2025-05-26T07:30 is no whole number of intervals of 60 minutes from the others — give "
          + "intervals of one length, or say how long they are: --per 15m"
      ])
  }

  /// All at once, but no more than anybody reads.
  @Test func manyFaultsAreCounted() {
    let rows = (0..<8).map { "2025-05-26T0\($0):00,x\n" }.joined()
    let said = errors("start,count\n" + rows + "soon,1\n")
    #expect(said.count == 5 + 1 + 1)
    #expect(said.contains { $0.contains("3 more like these: no number of contacts") })
    #expect(said.contains { $0.hasPrefix("v.csv:10:1: error: “soon”") })
  }

  @Test func whatCannotBeReadIsSaid() {
    #expect(throws: RecordsError.self) { try VolumeTable.read("none.csv", files: MemoryFiles([String: String]())) }
    #expect(throws: RecordsError.self) { try read("start,count\n", zone: "Europe/Atlantis") }
    #expect(errors("start,count\n2025-05-26T07:00,\u{FFFD}\n").count == 1)
  }
}
