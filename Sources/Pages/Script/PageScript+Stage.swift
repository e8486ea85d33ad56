extension PageScript {
  /// One night on the page: its queues, teams and map, what it comes to so far, and the stories asked for.
  static let stage: StaticString = #"""
    "use strict";
    Watchroom.Stage = class {
      constructor(parent, night, seek) {
        const { make } = Watchroom;
        this.night = night;
        this.seek = seek;
        this.canvases = [];
        this.element = make("div", { class: "night" });
        parent.append(this.element);
        if (night.data.title) this.element.append(make("h3", {}, make("bdi", {}, night.data.title)));
        this.left = make("div", { class: "left" });
        this.right = make("div", { class: "right" });
        this.element.append(make("div", { class: "halves" }, this.left, this.right));
        this.heads = night.data.channels.map((channel, index) => this.lane(channel.name, 56,
          (spots, context, width) => Watchroom.drawQueue(night, index, spots, context, width)));
        const most = this.largestTeams();
        this.teamHeads = night.data.teams.map((name, index) => this.lane(name, 20 + 17 * Math.floor(most[index] / 26),
          (spots, context, width) => Watchroom.drawTeam(night, index, spots, context, width)));
        this.left.append(this.key());
        if (night.data.response) {
          this.map = new Watchroom.MapView(this.right, night);
          this.listen(this.map.canvas.element, this.map.spots);
          this.mapKey = new Watchroom.MapKey(this.right, night.data.response);
        }
        this.panel = make("div", { class: "story", "aria-live": "polite" });
        this.panel.hidden = true;
        this.lists = make("div", { class: "lists" });
        this.table = make("tbody");
        this.element.append(this.panel, this.lists, make("details", { class: "numbers counts" },
          make("summary", {}, "Counts at this moment"),
          make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "What"),
            make("th", { scope: "col" }, "How many"))), this.table)));
      }

      // How many handlers each team has at most, for which there must be room.
      largestTeams() {
        const { night } = this, count = night.data.teams.map(() => 0), most = night.data.teams.map(() => 0);
        const team = new Map();
        for (let index = 0; index < night.count; index++) {
          if (night.thing[index] !== Watchroom.HANDLER) continue;
          const id = night.number[index];
          if (night.state[index] === 0) { count[team.get(id)]--; team.delete(id); }
          else if (!team.has(id)) {
            team.set(id, night.a[index]);
            most[night.a[index]] = Math.max(most[night.a[index]], ++count[night.a[index]]);
          }
        }
        return most;
      }

      lane(name, height, draw) {
        const { make } = Watchroom, spots = [];
        const words = make("span", { class: "words" });
        const lane = make("div", { class: "lane" },
          make("p", { class: "head" }, make("strong", {}, make("bdi", {}, name)), " ", words));
        this.left.append(lane);
        const canvas = new Watchroom.Canvas(lane, `${name}; the counts stand in the table`, height,
          (context, width) => draw(spots, context, width));
        this.listen(canvas.element, spots);
        this.canvases.push(canvas);
        return words;
      }

      // A click tells the story of whatever is nearest to it.
      listen(element, spots) {
        element.addEventListener("click", (event) => {
          let best = null, distance = 18 * 18;
          for (const spot of spots) {
            const away = (spot.x - event.offsetX) ** 2 + (spot.y - event.offsetY) ** 2;
            if (away < distance) { best = spot; distance = away; }
          }
          if (best) this.tell(best.thing, best.number);
        });
      }

      tell(thing, number) { Watchroom.tell(this.panel, this.night, thing, number, this.seek); }

      key() {
        const { make } = Watchroom;
        const item = (kind, text) => make("li", {}, make("i", { class: "swatch " + kind }), text);
        return make("ul", { class: "keys" }, item("person", "waiting"), item("person late", "waiting too long"),
          item("busy", "busy"), item("finishing", "finishing up"), item("ready", "ready"),
          item("resting", "on a break"));
      }

      fit() {
        for (const canvas of this.canvases) canvas.fit();
        this.map?.fit();
        this.mapKey?.paint();
      }

      paint() {
        for (const canvas of this.canvases) canvas.paint();
        this.map?.canvas.paint();
      }

      // What is said in words changes a few times a second only.
      say() {
        const { night } = this, counts = night.counts(), undecided = night.undecided();
        this.heads.forEach((head, channel) => {
          const queue = night.queues[channel], rule = night.data.channels[channel];
          // What counted before the queue may make a later one's wait the longer.
          let longest = 0;
          for (const contact of queue.values()) longest = Math.max(longest, night.waited(contact));
          const oldest = queue.size ? `, the longest ${Watchroom.length(longest)}` : "";
          head.textContent = `${queue.size} waiting${oldest}${this.level(rule, night.level(channel, undecided[channel]),
            undecided[channel])}`;
        });
        this.teamHeads.forEach((head, team) => {
          const [, ready, busy, finishing, resting] = counts.handlers[team];
          head.textContent = `${busy + finishing} of ${ready + busy + finishing} at work are busy`
            + (resting ? `, ${resting} on a break` : "");
        });
        this.fillTable(counts);
        this.fillLists();
      }

      // How many are in time so far; of deferred work also how much may still be, which for hours may be all of it.
      level(rule, level, undecided) {
        if (rule.within === null) return "";
        const limit = Watchroom.limit(rule.within);
        if (rule.deferred && Number.isNaN(level)) return undecided ? ` · none due within ${limit} yet` : "";
        return ` · ${Watchroom.percent(level)} ${rule.deferred ? "done " : ""}within ${limit} so far`
          + (rule.deferred && undecided ? `, ${undecided} not due yet` : "");
      }

      fillTable(counts) {
        if (!this.table.closest("details").open) return;
        const { make } = Watchroom, { data } = this.night, rows = [];
        const row = (name, count) => rows.push(make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, name)),
          make("td", {}, String(count))));
        const each = (states, wanted, name, counts) => {
          for (const state of wanted) row(`${name}${states[state]}`, counts[state]);
        };
        data.channels.forEach((channel, index) => row(`${channel.name}: waiting`, counts.waiting[index]));
        each(Watchroom.contactStates, [1, 3, 9, 4, 10, 5, 6, 7, 8], "contacts ", counts.contacts);
        data.teams.forEach((team, index) =>
          each(Watchroom.handlerStates, [1, 2, 3, 4], `${team}: `, counts.handlers[index]));
        data.response?.grades.forEach((grade, index) =>
          each(Watchroom.incidentStates, [1, 2, 3, 4], `${grade.name}: `, counts.incidents[index]));
        data.response?.hubs.forEach((hub, index) =>
          each(Watchroom.unitStates, Watchroom.unitStates.keys(), `${hub.name}: units `, counts.units[index]));
        this.table.replaceChildren(...rows);
      }

      // Who waits longest, of each channel and grade, and the units that are longest at one thing, as buttons: the
      // keyboard's way to the stories. Whoever waits on a small queue is there too, whatever others' waits are.
      fillLists() {
        const { make, CONTACT, INCIDENT, UNIT } = Watchroom, { night } = this, { data } = night;
        const rows = data.channels.map((channel, index) => ({ title: "Waiting longest", name: channel.name, thing: CONTACT,
          count: night.queues[index].size, items: [...night.queues[index].values()].slice(0, 4) }));
        const incidents = [...night.live.incidents.values()].filter((incident) => incident.state === 1)
          .sort((a, b) => a.opened - b.opened);
        data.response?.grades.forEach((grade, index) => {
          const items = incidents.filter((incident) => incident.grade === index);
          rows.push({ title: "Incidents waiting longest", name: grade.name, thing: INCIDENT, count: items.length,
            items: items.slice(0, 4) });
        });
        const units = [...night.live.units.values()].sort((a, b) => a.since - b.since);
        for (const state of data.response ? [4, 5, 6, 7] : []) {
          const items = units.filter((unit) => unit.state === state);
          rows.push({ title: "Units, longest in their state", name: Watchroom.unitStates[state], thing: UNIT, count: items.length,
            items: items.slice(0, 4) });
        }
        const shown = rows.filter((row) => row.items.length > 0);
        const key = shown.map((row) => [row.name, row.count, ...row.items.map((item) => item.number)].join()).join(";");
        // Buttons are left alone while they are the same, so that none is lost under a pointer.
        if (this.listKey === key) return;
        if (this.lists.contains(document.activeElement)) return;
        this.listKey = key;
        const what = { [CONTACT]: "contact", [INCIDENT]: "incident", [UNIT]: "unit" };
        const chip = (row, item) => make("button", { type: "button", class: "chip",
          "aria-label": `${row.name}: ${what[row.thing]} ${item.number}`,
          onclick: () => this.tell(row.thing, item.number) }, String(item.number));
        const titles = [...new Set(shown.map((row) => row.title))];
        this.lists.replaceChildren(...titles.map((title) => make("div", {}, make(night.heading, {}, title),
          ...shown.filter((row) => row.title === title).map((row) => make("p", {}, make("bdi", {}, row.name),
            ` (${row.count}): `, ...row.items.flatMap((item) => [chip(row, item), " "]))))));
      }
    };

    """#
}
