// Numbers that say what becomes of contacts, and what is expected of them.
extension FaultFinder {
  mutating func findWrongNumbersOfContacts() {
    for channel in scenario.channels { findWrongNumbers(of: channel, ["channels", channel.id]) }
    for (keys, stage) in scenario.placedStages {
      share(stage.contains, keys + ["contains"])
      for diversion in stage.divertsTo { share(diversion.share, keys + ["divertsTo", diversion.to]) }
    }
    for (keys, option) in scenario.placedOptions {
      share(option.share, keys + ["share"])
      share(option.contains, keys + ["contains"])
      for diversion in option.divertsTo { share(diversion.share, keys + ["divertsTo", diversion.to]) }
    }
    for (keys, outcome) in scenario.placedOutcomes {
      share(outcome.share, keys + ["share"])
      share(outcome.deterred, keys + ["deterred"])
      for followUp in outcome.followUps {
        share(followUp.probability, keys + ["followUps", followUp.name, "probability"])
      }
    }
    for surge in scenario.surges {
      let keys = ["surges", surge.id]
      whole(surge.over, 0...Limits.waiting, keys + ["over"])
      time(surge.lasting, 0...Limits.marginMilliseconds, keys + ["for"])
      whole(surge.until, 0...Limits.waiting, keys + ["until"])
      if surge.until > surge.over {
        note(
          keys + ["until"], "the teams would be released while too many wait",
          "give “until” at most \(surge.over), which is “over”")
      }
    }
    for expectation in scenario.expectations {
      number(expectation.bound.limit, -Limits.bound...Limits.bound, ["expect", expectation.name])
    }
  }

  private mutating func findWrongNumbers(of channel: Channel, _ keys: [String]) {
    number(channel.priority, -Limits.priority...Limits.priority, keys + ["priority"])
    if let redial = channel.redial {
      share(redial.probability, keys + ["redial", "probability"])
      whole(redial.atMost, 0...Limits.redials, keys + ["redial", "atMost"])
    }
    if let callback = channel.callback {
      whole(callback.whenWaiting, 0...Limits.waiting, keys + ["callback", "whenWaiting"])
      share(callback.accepts, keys + ["callback", "accepts"])
      share(callback.reached, keys + ["callback", "reached"])
    }
    if let survey = channel.survey {
      share(survey.sample, keys + ["survey", "sample"])
      share(survey.replies, keys + ["survey", "replies"])
      share(survey.satisfied, keys + ["survey", "satisfied"])
      time(survey.halfLife, 1...Limits.milliseconds, keys + ["survey", "halfLife"])
      for factor in survey.outcomes {
        number(factor.factor, 0...Limits.satisfaction, keys + ["survey", "outcomes", factor.outcome])
      }
    }
    if let target = channel.target {
      share(target.share, keys + ["target", "share"])
      time(target.within, 0...Limits.milliseconds, keys + ["target", "within"])
      time(target.shortAbandon, 0...Limits.milliseconds, keys + ["target", "shortAbandon"])
    }
    whole(channel.routing.leavesFree, 0...Limits.leavesFree, keys + ["leavesFree"])
    time(channel.routing.headStart, 0...Limits.marginMilliseconds, keys + ["headStart"])
    positive(channel.routing.waitWeight, to: Limits.waitWeight, keys + ["waitWeight"])
    if let overflow = channel.routing.overflow {
      time(overflow.after, 1...Limits.marginMilliseconds, keys + ["overflow", "after"])
    }
    if channel.routing.preempts.contains(channel.id) {
      note(
        keys + ["preempts"], "a channel cannot preempt itself",
        "name the channels whose work may wait, such as a deferred one")
    }
  }
}
