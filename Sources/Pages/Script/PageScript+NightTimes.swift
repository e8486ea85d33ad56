extension PageScript {
  /// What can be told of a night: counts, clocks, and when it was worst.
  static let nightTimes: StaticString = #"""
    "use strict";
    Object.assign(Watchroom.Night.prototype, {
      // How many there are in each state now.
      counts() {
        const { data, live, now } = this;
        const zeros = (count) => new Array(count).fill(0);
        const contacts = zeros(Watchroom.contactStates.length), handlers = data.teams.map(() => zeros(5));
        for (const contact of live.contacts.values()) contacts[contact.state]++;
        for (const handler of live.handlers.values()) handlers[handler.team][handler.state]++;
        const result = { waiting: this.queues.map((queue) => queue.size), contacts, handlers };
        if (!data.response) return result;
        result.incidents = data.response.grades.map(() => zeros(5));
        for (const incident of live.incidents.values()) result.incidents[incident.grade][incident.state]++;
        result.units = data.response.hubs.map(() => zeros(9));
        for (const unit of live.units.values()) result.units[unit.hub][Watchroom.unitState(unit, now)]++;
        return result;
      },

      // How long a contact in a queue has waited, with what counts of the time before it.
      waited(contact) { return this.now - contact.since + contact.counted; },

      // How many of those counted on each channel may still be in time: not answered yet, or of deferred work not done, and
      // their time not up.
      undecided() {
        const counts = this.data.channels.map(() => 0);
        for (const contact of this.live.contacts.values()) {
          if (!contact.counts) continue;
          const { within, deferred } = this.data.channels[contact.channel], { state } = contact;
          if (within === null || !(state === 1 || Watchroom.isQueued(state) || deferred && Watchroom.isInTalk(state))) {
            continue;
          }
          // Who is before the queue may never come to it, and counts neither way; the time of deferred work runs from when
          // it came.
          const age = deferred ? this.now - contact.offered : state === 1 ? 0 : this.waited(contact);
          if (age <= within) counts[contact.channel]++;
        }
        return counts;
      },

      // The share in time so far of those of whom it is known: who may still be in time, of whom there are so many
      // undecided, counts neither way.
      level(channel, undecided) {
        const tally = this.tallies[channel];
        const known = tally.offered - tally.contained - tally.diverted - undecided;
        return known > 0 ? tally.inTime / known : NaN;
      },

      // Milliseconds the clocks are ahead of UTC.
      offset(time) {
        let offset = this.data.zone[0][1];
        for (const [from, value] of this.data.zone) if (time >= from) offset = value;
        return offset;
      },

      // What the wall shows, as a date whose UTC is that.
      wall(time) { return new Date(this.data.origin + time + this.offset(time)); },

      // What tells a time that the wall shows twice, because the clocks go back, from the other.
      distinction(time) {
        const offset = this.offset(time);
        const isRepeated = this.data.zone.some(([, other]) =>
          other !== offset && this.offset(time + offset - other) === other);
        return isRepeated ? ` (UTC${offset < 0 ? "-" : "+"}${new Date(Math.abs(offset)).toISOString().slice(11, 16)})` : "";
      },

      clock(time, withSeconds = true) {
        return this.wall(time).toISOString().slice(11, withSeconds ? 19 : 16) + this.distinction(time);
      },

      date(time) {
        return this.wall(time).toLocaleDateString("en-GB",
          { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
      },

      // A minute of the measured window, with its weekday where that has several.
      minute(time) {
        const { start, end } = this.data, days = [start, end - 1].map((edge) => this.wall(edge).toISOString().slice(0, 10));
        if (days[0] === days[1]) return this.clock(time, false);
        const weekday = this.wall(time).toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" });
        return `${weekday} ${this.clock(time, false)}`;
      },

      // The minutes in which most people waited longer than they should, and most incidents for a unit; an hour apart.
      worst() {
        const minutes = [];
        this.reset();
        for (let time = this.data.start; time <= this.data.end; time += 60000) {
          this.seek(time);
          let late = 0, open = 0;
          this.queues.forEach((queue, channel) => {
            const within = this.data.channels[channel].within;
            if (within === null) return;
            for (const contact of queue.values()) {
              if (this.waited(contact) > within) late++;
              // Who joined later can only be late by what counted before.
              else if (time - contact.since + this.mostCounted[channel] <= within) break;
            }
          });
          for (const incident of this.live.incidents.values()) if (incident.state === 1) open++;
          minutes.push({ time, late, open });
        }
        this.reset();
        const peaks = (name, count) => {
          const found = [];
          const sorted = minutes.filter((minute) => minute[name] > 0).sort((a, b) => b[name] - a[name]);
          for (const minute of sorted) {
            if (found.length === count) break;
            if (found.every((other) => Math.abs(other.time - minute.time) >= 3600000)) found.push(minute);
          }
          return found.map((minute) => ({ time: minute.time, count: minute[name], name }));
        };
        return [...peaks("late", 3), ...peaks("open", 1)];
      },
    });

    // The state of a unit as a number of `unitStates`: free is at the hub or on the way there.
    Watchroom.unitState = (unit, time) => unit.state === 1 ? (unit.arrives <= time ? 0 : 1) : unit.state;

    // A length of time: 42 s, 1:12, 2:03:04.
    Watchroom.length = (milliseconds) => {
      const seconds = Math.floor(milliseconds / 1000), two = (number) => String(number).padStart(2, "0");
      if (seconds < 60) return `${seconds} s`;
      const minutes = Math.floor(seconds / 60);
      return minutes < 60 ? `${minutes}:${two(seconds % 60)}`
        : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
    };

    // A limit as a scenario states it: 10 s, 3 min, 1 h.
    Watchroom.limit = (milliseconds) => {
      const minutes = milliseconds / 60000;
      if (minutes >= 60 && minutes % 60 === 0) return `${minutes / 60} h`;
      return minutes >= 1 && minutes % 1 === 0 ? `${minutes} min` : Watchroom.length(milliseconds);
    };

    Watchroom.percent = (share) => Number.isNaN(share) ? "–" : `${(share * 100).toFixed(1)}%`;

    """#
}
