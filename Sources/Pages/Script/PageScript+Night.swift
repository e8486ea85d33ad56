extension PageScript {
  /// A recorded night: the changes as they were written (see `ChangeWriter`), and the world folded up to any moment.
  static let night: StaticString = #"""
    "use strict";
    const Watchroom = {};
    Watchroom.CONTACT = 0; Watchroom.HANDLER = 1; Watchroom.UNIT = 2; Watchroom.INCIDENT = 3;
    // States of contacts, handlers, units and incidents; 0 is gone.
    Watchroom.contactStates = ["gone", "before the queue", "waiting", "being handled", "in wrap-up", "will try again",
      "waiting to be called back", "being handed on", "being introduced", "left for other work", "left in wrap-up"];
    // In the queue, and in a handler's hands before wrap-up, or to be taken up again there.
    Watchroom.isQueued = (state) => state === 2 || state === 6;
    Watchroom.isInTalk = (state) => state === 3 || state === 7 || state === 8 || state === 9;
    Watchroom.handlerStates = ["off duty", "ready", "busy", "finishing up", "on a break"];
    Watchroom.unitStates = ["at hub", "returning", "assigned", "mobilising", "mobile", "at scene", "in custody",
      "at paperwork", "on a break"];
    Watchroom.incidentStates = ["over", "waiting for a unit", "unit on the way", "attended", "appointment to come"];

    Watchroom.Night = class {
      constructor(data) {
        this.data = data;
        // The level below that of the night's own heading, which a night that is alone does not have.
        this.heading = data.title ? "h4" : "h3";
        this.decode(atob(data.changes));
        data.changes = "";
        this.reset();
      }

      // Every change in columns: what, its state, the kind of event, when, its number, and what is told of it (a to d).
      decode(text) {
        const { CONTACT, HANDLER, UNIT } = Watchroom;
        let at = 0;
        const number = () => {
          let value = 0, factor = 1, byte;
          do { byte = text.charCodeAt(at++); value += (byte & 127) * factor; factor *= 128; } while (byte & 128);
          return value;
        };
        const signed = () => { const value = number(); return value % 2 ? -(value + 1) / 2 : value / 2; };
        const columns = { thing: [], state: [], kind: [], time: [], number: [], a: [], b: [], c: [], d: [] };
        const last = [0, 0, 0, 0], known = [new Set(), new Set(), new Set(), new Set()];
        this.contacts = new Map();
        this.incidents = new Map();
        // The longest that anybody had waited already when joining each queue.
        this.mostCounted = this.data.channels.map(() => 0);
        let time = 0, lastIncident = 0;
        while (at < text.length) {
          const tag = number(), thing = tag & 3, state = tag >> 2, kind = text.charCodeAt(at++);
          time += number();
          const id = last[thing] += signed(), isNew = state !== 0 && !known[thing].has(id);
          let a = -1, b = -1, c = -1, d = -1;
          if (state === 0) known[thing].delete(id); else known[thing].add(id);
          if (thing === CONTACT && state) {
            if (isNew) this.contacts.set(id, { attempt: number(), incident: number() - 1, previous: number() - 1 });
            if (state !== 5) a = number();
            if (Watchroom.isQueued(state)) this.mostCounted[a] = Math.max(this.mostCounted[a], b = number());
          } else if (thing === HANDLER && isNew) {
            a = number();
          } else if (thing === UNIT && state) {
            if (isNew) d = number();
            if (state > 1 && state < 8) a = lastIncident += signed();
            if (state === 1 || state === 4 || state === 6) b = number();
            if (state === 6) c = number();
          } else if (thing === Watchroom.INCIDENT && state) {
            a = number();
            if (isNew) {
              const north = signed() / 1e5, east = signed() / 1e5, contact = number() - 1;
              this.incidents.set(id, { ...this.place(north, east), contact });
            }
          }
          columns.thing.push(thing); columns.state.push(state); columns.kind.push(kind); columns.time.push(time);
          columns.number.push(id); columns.a.push(a); columns.b.push(b); columns.c.push(c); columns.d.push(d);
        }
        this.count = columns.time.length;
        for (const name of ["thing", "state", "kind"]) this[name] = Uint8Array.from(columns[name]);
        for (const name of ["time", "number", "a", "b", "c", "d"]) this[name] = Float64Array.from(columns[name]);
      }

      // Where degrees are on the map.
      place(north, east) {
        const map = this.data.response;
        return { x: map.width / 2 + (east - map.longitude) * map.east,
          y: map.height / 2 - (north - map.latitude) * map.north };
      }

      // The world before the first change.
      reset() {
        this.next = 0;
        this.now = 0;
        this.live = { contacts: new Map(), handlers: new Map(), units: new Map(), incidents: new Map() };
        this.queues = this.data.channels.map(() => new Map());
        this.tallies = this.data.channels.map(() => (
          { offered: 0, contained: 0, diverted: 0, answered: 0, inTime: 0, abandoned: 0 }));
      }

      // The world at a moment: after all that happened until then, at that very instant too.
      seek(time) {
        if (time < this.now) this.reset();
        while (this.next < this.count && this.time[this.next] <= time) this.apply(this.next++);
        this.now = time;
      }

      apply(index) {
        switch (this.thing[index]) {
          case Watchroom.CONTACT: this.applyContact(index); break;
          case Watchroom.HANDLER: this.applyHandler(index); break;
          case Watchroom.UNIT: this.applyUnit(index); break;
          default: this.applyIncident(index);
        }
      }

      applyContact(index) {
        const id = this.number[index], state = this.state[index], time = this.time[index];
        const before = this.live.contacts.get(id), was = before ? before.state : 0;
        const { isQueued, isInTalk } = Watchroom;
        const channel = state === 1 || isQueued(state) ? this.a[index] : before ? before.channel : 0;
        let contact = before;
        // Who hangs up to be called back keeps the place in the queue.
        const stays = isQueued(was) && isQueued(state) && before.channel === channel;
        if (isQueued(was) && !stays) this.queues[before.channel].delete(id);
        // Of deferred work the end is in time, or not.
        if (before && before.counts && isInTalk(was) && !isInTalk(state)) {
          const rule = this.data.channels[before.channel];
          if (rule.deferred && rule.within !== null && time - before.offered <= rule.within) {
            this.tallies[before.channel].inTime++;
          }
        }
        if (!before || before.channel !== channel) {
          const counts = time >= this.data.start && time < this.data.end;
          if (before && before.counts) this.tallies[before.channel].diverted++;
          if (counts) this.tallies[channel].offered++;
          contact = { number: id, channel, state, since: time, counted: 0, offered: time, counts, handler: -1 };
          this.live.contacts.set(id, contact);
        }
        if (contact.counts) {
          const tally = this.tallies[contact.channel];
          if (isQueued(was) && isInTalk(state)) { tally.answered++; if (this.a[index] % 2) tally.inTime++; }
          if (isQueued(was) && (state === 5 || state === 0)) tally.abandoned++;
          if (was === 1 && state === 0) tally.contained++;
        }
        if (state !== was && !stays) contact.since = time;
        contact.state = state;
        if (isInTalk(state)) contact.handler = Math.floor(this.a[index] / 2);
        if (isQueued(state)) contact.counted = this.b[index];
        if (isQueued(state) && !stays) this.queues[channel].set(id, contact);
        if (state === 0) this.live.contacts.delete(id);
      }

      applyHandler(index) {
        const id = this.number[index], state = this.state[index], handlers = this.live.handlers;
        if (!state) { handlers.delete(id); return; }
        const before = handlers.get(id);
        if (before) { before.state = state; before.since = this.time[index]; } else {
          handlers.set(id, { number: id, team: this.a[index], state, since: this.time[index] });
        }
      }

      applyUnit(index) {
        const id = this.number[index], state = this.state[index], time = this.time[index];
        const units = this.live.units, map = this.data.response;
        if (!state) { units.delete(id); return; }
        let unit = units.get(id);
        if (!unit) {
          const hub = map.hubs[this.d[index]];
          unit = { number: id, hub: this.d[index], x: hub.x, y: hub.y, toX: hub.x, toY: hub.y, left: time,
            arrives: time, state: 0 };
          units.set(id, unit);
        }
        const here = Watchroom.position(unit, time), incident = this.incidents.get(this.a[index]);
        const go = (place, duration) => Object.assign(unit,
          { x: here.x, y: here.y, toX: place.x, toY: place.y, left: time, arrives: time + duration });
        if (state === 1) go(map.hubs[unit.hub], this.b[index]);
        else if (state === 2 || state === 3) { if (unit.incident !== this.a[index]) go(here, 0); }
        else if (state === 4 && incident) go(incident, this.b[index]);
        else if (state === 6) go(map.suites[this.c[index]] ?? here, this.b[index]);
        unit.state = state;
        unit.since = time;
        unit.incident = state > 1 && state < 8 ? this.a[index] : -1;
      }

      applyIncident(index) {
        const id = this.number[index], state = this.state[index], incidents = this.live.incidents;
        if (!state) { incidents.delete(id); return; }
        const before = incidents.get(id);
        if (before) { before.state = state; before.grade = this.a[index]; } else {
          const { x, y } = this.incidents.get(id);
          incidents.set(id, { number: id, grade: this.a[index], state, x, y, opened: this.time[index] });
        }
      }
    };

    // Where a unit is: on the way it moves evenly.
    Watchroom.position = (unit, time) => {
      if (time >= unit.arrives) return { x: unit.toX, y: unit.toY };
      const share = (time - unit.left) / (unit.arrives - unit.left);
      return { x: unit.x + (unit.toX - unit.x) * share, y: unit.y + (unit.toY - unit.y) * share };
    };

    """#
}
