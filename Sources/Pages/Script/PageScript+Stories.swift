extension PageScript {
  /// All that became of one contact, incident, unit or handler.
  static let stories: StaticString = #"""
    "use strict";
    // Elements by what they hold; text is always text.
    Watchroom.make = (tag, attributes = {}, ...children) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
        else element.setAttribute(name, value);
      }
      element.append(...children);
      return element;
    };

    // Lines of [time, sentence], in order.
    Watchroom.Night.prototype.story = function (thing, number) {
      const { CONTACT, HANDLER, UNIT, INCIDENT } = Watchroom, { data } = this, lines = [];
      const handler = (index) => Math.floor(this.a[index] / 2);
      let lastState = 0;
      for (let index = 0; index < this.count; index++) {
        const kind = this.thing[index], state = this.state[index], word = data.words[this.kind[index]];
        const isAbout = kind === thing && this.number[index] === number;
        if (isAbout) {
          let text = word ? word[0].toUpperCase() + word.slice(1) : "Seen";
          if (thing === CONTACT) {
            const what = Watchroom.contactStates[state];
            if (state === 1 || Watchroom.isQueued(state)) text += `: ${what} of ${data.channels[this.a[index]].name}`;
            if (Watchroom.isInTalk(state)) text += `: ${what} by handler ${handler(index)}`;
            if (state === 4) text += lastState === 10 ? ": in wrap-up again" : ": wrap-up follows";
            // What happened then happened to another contact.
            if (state === 9) text = `Left for other work by handler ${handler(index)}`;
            if (state === 10) text = `Left in wrap-up for other work by handler ${this.a[index]}`;
            if (state === 0 && lastState === 5) text = "Came again as another contact";
          } else if (thing === INCIDENT) {
            // What a unit does for it is said with the unit's number, below.
            if (state && word && word.startsWith("unit ")) { lastState = state; continue; }
            if (state) text += `: ${data.response.grades[this.a[index]].name}, ${Watchroom.incidentStates[state]}`;
          } else if (thing === UNIT) {
            if (this.a[index] >= 0) text += `: incident ${this.a[index]}`;
          } else {
            text += `: ${Watchroom.handlerStates[state]}`;
          }
          lastState = state;
          lines.push([this.time[index], text]);
        } else if (thing === INCIDENT && kind === UNIT && state && this.a[index] === number) {
          lines.push([this.time[index], `${word[0].toUpperCase()}${word.slice(1)}: unit ${this.number[index]}`]);
        } else if (thing === HANDLER && kind === CONTACT && Watchroom.isInTalk(state) && handler(index) === number) {
          const verb = state === 9 ? "Left" : word === "work resumed" ? "Took up again" : "Took";
          lines.push([this.time[index], `${verb} contact ${this.number[index]}`]);
        }
      }
      return lines;
    };

    // Fills a panel with a story; other contacts and incidents in it lead to theirs.
    Watchroom.tell = (panel, night, thing, number, seek) => {
      const { make, CONTACT, INCIDENT } = Watchroom;
      const word = ["Contact", "Handler", "Unit", "Incident"][thing];
      const lines = night.story(thing, number), related = [];
      const link = (text, other, id) => related.push(make("button",
        { type: "button", class: "link", onclick: () => Watchroom.tell(panel, night, other, id, seek) }, text));
      if (thing === CONTACT) {
        const contact = night.contacts.get(number);
        const { previous, incident: about } = contact ?? { previous: -1, incident: -1 };
        if (previous >= 0) link(`follows contact ${previous}`, CONTACT, previous);
        if (about >= 0) link(`about incident ${about}`, INCIDENT, about);
        for (const [id, incident] of night.incidents) {
          if (incident.contact === number) link(`led to incident ${id}`, INCIDENT, id);
        }
      }
      if (thing === INCIDENT) {
        const from = night.incidents.get(number)?.contact ?? -1;
        if (from >= 0) link(`from contact ${from}`, CONTACT, from);
      }
      const list = make("ol", {}, ...lines.map(([time, text], index) => {
        const gap = index > 0 ? time - lines[index - 1][0] : 0;
        return make("li", {},
          make("button", { type: "button", class: "link", onclick: () => seek(time) }, night.clock(time)),
          ` ${text}`, make("small", {}, gap >= 1000 ? ` after ${Watchroom.length(gap)}` : ""));
      }));
      const hadFocus = panel.contains(document.activeElement);
      panel.replaceChildren(make(night.heading, { tabindex: "-1" }, `${word} ${number}`),
        ...(lines.length ? [make("p", {}, ...related.flatMap((item) => [item, " "])), list]
          : [make("p", {}, "Nothing is recorded of that number.")]));
      panel.hidden = false;
      // The link that was followed is gone.
      if (hadFocus) panel.firstElementChild.focus();
    };

    """#
}
