/// A scenario that says all that can be said of people, once. Malformed ones are made from it by changing one thing.
enum PeopleFixture {
  static let scenario = """
    {
      name: "Vale Police",
      calendar: { start: "2022-08-01T07:00", days: 7, timeZone: "UTC", holidays: ["2022-08-29"] },
      channels: { "101": { kind: "deferred", arrivals: { perYear: 685157 }, handling: { constant: "6m" }, outcomes: { P1: { share: 0.1 } } } },
      shifts: {
        earlies: { start: "07:00", length: "8h", breaks: [{ after: "3h", length: "30m", spread: "1h", cover: 10 }] },
        nights: { start: "22:00", length: "9h" },
      },
      roles: {
        staff: {
          costPerHour: 18, attendance: { jan: 0.88, jul: 0.9 }, overtime: 1.5, lateness: { exponential: { mean: "3m" } },
          premiums: {
            nights: { from: "20:00", to: "06:00", extra: 0.2 },
            sundays: { days: ["sun"], extra: 0.33 },
            holidays: { days: ["holiday", "sat"], from: "09:00", to: "17:00", extra: 1 },
          },
        },
        officer: { costPerHour: 30, attendance: 0.865 },
      },
      sites: {
        "Lloyd House": { closed: [{ from: "2022-08-02T20:00", to: "2022-08-02T23:00" }] },
        Bournville: {},
      },
      teams: {
        contact: {
          answers: ["101"], role: "staff", site: "Lloyd House",
          staff: { earlies: { mon: 30, sat: 24, holiday: 22 }, nights: 10 }, minimum: { earlies: 20 },
          people: {
            establishment: 274, strength: 262, asOf: "2022-07-01", leavers: 0.157,
            intakes: { August: { on: "2022-08-08", heads: 12, training: "10w" } }, learning: { slower: 1.3, over: "26w" },
          },
        },
        relief: {
          answers: ["101"], role: "staff", site: "Bournville", attendance: 0.5, costPerHour: 20, lateness: { constant: 60 },
          staff: { earlies: 1 },
        },
        plain: { answers: ["101"], staff: { earlies: 1 }, people: { establishment: 4, strength: 3 } },
      },
      response: {
        role: "officer",
        grades: { P1: { within: "15m" } },
        scene: { P1: { takes: { constant: "40m" } } },
        areas: { Vale: { latitude: 52.4, longitude: -1.9 } },
        hubs: {
          Mill: { latitude: 52.4, longitude: -1.9, officers: { nights: 4 }, costPerHour: 31 },
          Ford: { latitude: 52.4, longitude: -1.9, officers: { nights: 4 }, role: "staff" },
        },
        dispatchers: { staff: { nights: 4 }, takes: { constant: "1m" }, role: "staff" },
      },
      expect: { "site is cheap": { metric: "sites.Bournville.cost", atMost: 100 } },
    }
    """

  static let files = ["s.json5": scenario]
}
