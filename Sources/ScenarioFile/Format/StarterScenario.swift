/// A scenario to begin with: small, complete, and with every line explained to somebody who has never seen one.
public enum StarterScenario {
  /// The file, with a newline at its end.
  ///
  /// It is valid without warnings, and what it expects comes true.
  public static let text = #"""
    // A small force's contact centre, over one week. Change the numbers until it is yours.
    //
    // What follows two slashes is for people; the program reads the rest. Times are "90s", "4m", "3m30s" or "8h".
    // A share is a part of a whole: 0.9 is 90 %. A full stop is the decimal point, and big numbers have no commas.
    {
      // The title of every report.
      name: "A small force",

      calendar: {
        start: "2025-03-03T07:00", // the first moment that counts: Monday 3 March 2025, 07:00 by the clock on the wall
        days: 7, // how many days count
        timeZone: "Europe/London", // whose clock that is; summer time comes and goes by itself
        warmUp: "1d", // a day is simulated before, and not counted, so that nothing begins with an empty room
      },

      // The ways in. Each has a name of your choice, which reports use.
      channels: {
        "999": {
          arrivals: {
            perYear: 70000, // calls a year: about 190 a day
            // How a day's calls are spread over its 24 hours, midnight first. Only the proportions matter: an hour
            // with 6 gets twice the calls of an hour with 3.
            hourOfDay: [
              3.8, 3.3, 2.7, 2.3, 2.0, 1.8, // 00:00 to 05:59
              1.9, 2.1, 2.3, 2.7, 3.2, 3.6, // 06:00 to 11:59
              4.2, 4.7, 5.2, 5.6, 6.0, 6.3, // 12:00 to 17:59
              6.4, 6.5, 6.4, 6.1, 5.5, 4.9, // 18:00 to 23:59
            ],
            dayOfWeek: { fri: 1.1, sat: 1.2 }, // a tenth more on Fridays, a fifth more on Saturdays; other days are 1
          },
          priority: 100, // the highest number is answered first, whoever has waited longer
          // How long a call takes: four minutes on average. "lognormal" means that most are shorter and a few are much
          // longer; "cv" is how much they differ, as a share of the average.
          handling: { lognormal: { mean: "4m", cv: 0.9 } },
          wrapUp: { exponential: { mean: "45s" } }, // the record is finished after the caller has gone: 45 s on average
          patience: { exponential: { mean: "6m" } }, // how long callers would wait, on average, before they hang up
          target: { share: 0.9, within: "10s" }, // what you promise: nine calls in ten answered within ten seconds
        },

        "101": {
          arrivals: {
            perYear: 100000, // calls a year: about 270 a day
            hourOfDay: [
              0.3, 0.3, 0.2, 0.2, 0.2, 0.3, // 00:00 to 05:59
              0.5, 0.8, 1.3, 1.8, 2.1, 2.2, // 06:00 to 11:59
              2.2, 2.2, 2.1, 2.1, 1.8, 1.5, // 12:00 to 17:59
              1.3, 1.1, 0.9, 0.8, 0.6, 0.4, // 18:00 to 23:59
            ],
            dayOfWeek: { sat: 0.8, sun: 0.8 }, // a fifth fewer at weekends
          },
          priority: 10, // after every 999 call that waits
          handling: { lognormal: { mean: "7m", cv: 0.9 } }, // seven minutes on average
          wrapUp: { exponential: { mean: "1m" } }, // and a minute to finish off
          patience: { exponential: { mean: "15m" } }, // people wait longer for 101
          target: { share: 0.9, within: "3m" }, // nine in ten within three minutes
        },
      },

      // When people work. A shift may run past midnight.
      shifts: {
        // Eight hours from seven. Each handler has a half-hour break, the first of them after two and a half hours;
        // they take turns, so that breaks are spread over three hours and the room never empties.
        earlies: { start: "07:00", length: "8h", breaks: [{ after: "2h30m", spread: "3h", length: "30m" }] },
        lates: { start: "15:00", length: "8h", breaks: [{ after: "2h30m", spread: "3h", length: "30m" }] },
        nights: { start: "23:00", length: "8h", breaks: [{ after: "2h30m", spread: "3h", length: "30m" }] },
      },

      // Who answers. Each team has a name of your choice.
      teams: {
        emergency: {
          answers: ["999"], // nothing else, so that somebody is always free for the next emergency
          staff: { earlies: 2, lates: 3, nights: 2 }, // how many people start each shift, every day
          costPerHour: 20, // what an hour of one of them costs, in pounds; leave it out if that does not matter
        },
        contact: {
          answers: ["999", "101"], // 101, and 999 whenever a call waits and they are free
          // A shift may also say how many start it on which day; days not named have none.
          staff: {
            earlies: { mon: 6, tue: 6, wed: 6, thu: 6, fri: 6, sat: 5, sun: 5 },
            lates: 6,
            nights: 2,
          },
          costPerHour: 20,
        },
      },

      // The share of shifts that are really worked: 95 in a hundred. The rest are lost to sickness and the like.
      attendance: 0.95,

      // What must hold; "watchroom check" says whether it does. Any figure that "watchroom run --format json" prints
      // will do: its path, such as channels.101.abandonmentRate, and a limit, "atLeast" or "atMost".
      expect: {
        "nine 999 calls in ten are answered within 10 s": {
          metric: "channels.999.serviceLevel.ofOffered",
          atLeast: 0.9,
        },
      },
    }

    """#
}
