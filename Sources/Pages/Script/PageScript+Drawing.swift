extension PageScript {
  /// Queues as people, and handlers as squares, on canvases that remember who is where.
  static let drawing: StaticString = #"""
    "use strict";
    // The colours of the page, read anew when it turns dark or light.
    Watchroom.colours = {};
    Watchroom.readColours = () => {
      const style = getComputedStyle(document.documentElement);
      for (const name of ["paper", "ink", "soft", "line", "nothing", "good", "bad", "c1", "c2", "c3", "c4", "c5", "c6",
        "c7", "c8", "busy", "finishing", "ready", "resting"]) {
        Watchroom.colours[name] = style.getPropertyValue("--" + name).trim();
      }
    };
    Watchroom.font = (size) => `${size}px system-ui, "Segoe UI", Roboto, Arial, "Noto Sans", sans-serif`;

    // A canvas as wide as there is room, sharp on any screen; `draw` gets its context, width and height.
    Watchroom.Canvas = class {
      constructor(parent, label, height, draw) {
        this.element = document.createElement("canvas");
        this.element.setAttribute("role", "img");
        this.element.setAttribute("aria-label", label);
        this.element.style.height = height + "px";
        this.height = height;
        this.draw = draw;
        parent.append(this.element);
        this.fit();
      }

      fit() {
        const scale = window.devicePixelRatio || 1;
        this.width = Math.max(this.element.clientWidth, 50);
        this.element.width = Math.round(this.width * scale);
        this.element.height = Math.round(this.height * scale);
        this.context = this.element.getContext("2d");
        this.context.setTransform(scale, 0, 0, scale, 0, 0);
      }

      paint() {
        this.context.clearRect(0, 0, this.width, this.height);
        this.draw(this.context, this.width, this.height);
      }
    };

    // One person: filled and taller once the wait is longer than it should be.
    Watchroom.person = (context, x, y, size, isLate, colour) => {
      context.beginPath();
      context.arc(x, y - size * 0.62, size * 0.3, 0, 7);
      context.moveTo(x - size * 0.42, y + size * 0.5);
      context.arc(x, y + size * 0.2, size * 0.42, Math.PI, 0);
      context.lineTo(x + size * 0.42, y + size * 0.5);
      context.closePath();
      context.lineWidth = 1.4;
      context.strokeStyle = colour;
      if (isLate) { context.fillStyle = colour; context.fill(); }
      context.stroke();
    };

    // A queue, the longest-waiting at the left; as many as there is room for. Fills `spots` with who stands where.
    Watchroom.drawQueue = (night, channel, spots, context, width) => {
      const queue = night.queues[channel], colours = Watchroom.colours, within = night.data.channels[channel].within;
      spots.length = 0;
      if (queue.size === 0) return;
      const gap = Math.max(9, Math.min(38, (width - 34) / queue.size)), size = Math.min(22, gap * 0.9 + 5);
      const every = Math.max(1, Math.ceil(48 / gap));
      context.textAlign = "center";
      context.font = Watchroom.font(11);
      let index = 0;
      for (const contact of queue.values()) {
        const x = 24 + index * gap;
        if (x > width - 8) break;
        const age = night.waited(contact), isLate = within !== null && age > within;
        Watchroom.person(context, x, 24, size, isLate, isLate ? colours.bad : colours.c1);
        if (index % every === 0) {
          context.fillStyle = colours.soft;
          context.fillText(Watchroom.length(age), x, 50);
        }
        spots.push({ x, y: 24, thing: Watchroom.CONTACT, number: contact.number });
        index++;
      }
    };

    // A team as squares by position: a full one is busy, a ring ready, a bar on a break, a cross finishing up.
    Watchroom.drawTeam = (night, team, spots, context, width) => {
      const { colours } = Watchroom, side = 13, step = 17, perRow = Math.max(1, Math.floor((width - 4) / step));
      spots.length = 0;
      const members = [...night.live.handlers.values()].filter((handler) => handler.team === team)
        .sort((a, b) => a.number - b.number);
      members.forEach((handler, index) => {
        const x = 2 + (index % perRow) * step, y = 2 + Math.floor(index / perRow) * step;
        context.lineWidth = 2;
        if (handler.state === 1) {
          context.strokeStyle = colours.ready;
          context.strokeRect(x + 1, y + 1, side - 2, side - 2);
        } else if (handler.state === 4) {
          context.fillStyle = colours.resting;
          context.fillRect(x, y + side / 2 - 2, side, 4);
        } else {
          context.fillStyle = handler.state === 3 ? colours.finishing : colours.busy;
          context.fillRect(x, y, side, side);
          if (handler.state === 3) {
            context.strokeStyle = colours.paper;
            context.beginPath();
            context.moveTo(x + 3, y + 3); context.lineTo(x + side - 3, y + side - 3);
            context.stroke();
          }
        }
        spots.push({ x: x + side / 2, y: y + side / 2, thing: Watchroom.HANDLER, number: handler.number });
      });
    };

    """#
}
