/// A scenario that uses once everything that changes who comes and what is chosen before the queue. Malformed ones are made from
/// it by changing one thing.
enum DemandFixture {
  static let scenario = """
    {
      name: "Lake Police",
      calendar: { start: "2022-07-18T00:00", days: 7, timeZone: "Europe/London", holidays: ["2022-07-20"] },
      channels: {
        "999": {
          arrivals: {
            perYear: 885504,
            dayOfWeek: { sat: 1.2, holiday: 1.1 },
            scale: 1.4,
            factors: {
              "heat wave": { from: "2022-07-18T12:00", to: "2022-07-19T23:00", times: 1.3 },
              strike: { from: "2022-07-20", to: "2022-07-21T06:05Z", times: 0.5 },
            },
          },
          front: {
            ivr: {
              takes: { constant: "10s" },
              contains: 0.05,
              options: {
                "report a crime": { share: 0.3, takes: { constant: "20s" }, contains: 0.1, divertsTo: { "101": 0.2 } },
                "speak to an officer": { share: 0.5 },
              },
            },
          },
          handling: { constant: "4m" },
          outcomes: { misuse: { share: 0.2, deterred: 0.25 }, other: { share: 0.5 } },
        },
        "101": { arrivals: { perYear: 685157 }, handling: { constant: "6m" } },
        counter: {
          kind: "visit",
          arrivals: {
            appointments: {
              from: "09:00", to: "17:00", every: "15m", places: 2, days: ["mon", "tue", "fri"], booked: 0.8, shows: 0.9,
              lateness: { exponential: { mean: "4m" } }, earliness: "5m",
            },
          },
          handling: { constant: "15m" },
        },
        replies: {
          kind: "deferred",
          arrivals: {
            perYear: 0,
            messages: {
              "tuesday briefing": {
                at: ["tue 18:00", "sun 09:30"], sentTo: 121028, replies: 0.004, after: { exponential: { mean: "2h" } },
              },
            },
          },
          handling: { constant: "3m" },
        },
      },
      callers: {
        frequent: { channels: { "999": 0.08, "101": 0.1 }, callers: 400, deterred: 0.3 },
        occasional: { channels: { "999": 0.4 }, callers: 65536 },
      },
      teams: { desk: { answers: ["999", "101", "counter", "replies"], staff: { byHour: [\(Fixture.byHour)] } } },
    }
    """

  static let files = ["s.json5": scenario]
}
