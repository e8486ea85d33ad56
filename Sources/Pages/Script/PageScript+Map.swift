extension PageScript {
  /// Hubs, incidents, and units on their way between them.
  static let map: StaticString = #"""
    "use strict";
    Watchroom.MapView = class {
      constructor(parent, night) {
        this.night = night;
        this.spots = [];
        const map = night.data.response;
        this.canvas = new Watchroom.Canvas(parent,
          "Map of hubs, units and open incidents; the counts stand in the table",
          map.height, (context) => this.draw(context));
        this.ground = document.createElement("canvas");
      }

      fit() {
        const map = this.night.data.response, width = Math.max(this.canvas.element.clientWidth, 50);
        this.canvas.height = Math.round(map.height * width / map.width);
        this.canvas.element.style.height = this.canvas.height + "px";
        this.canvas.fit();
        this.paintGround();
      }

      // What does not move is drawn once.
      paintGround() {
        const { marks } = Watchroom, map = this.night.data.response, scale = window.devicePixelRatio || 1;
        this.scale = this.canvas.width / map.width;
        this.ground.width = this.canvas.element.width;
        this.ground.height = this.canvas.element.height;
        const context = this.ground.getContext("2d");
        context.setTransform(scale, 0, 0, scale, 0, 0);
        for (const area of map.areas) marks.area(context, area.x * this.scale, area.y * this.scale, area.r * this.scale);
        for (const suite of map.suites) marks.suite(context, suite.x * this.scale, suite.y * this.scale);
        for (const hub of map.hubs) marks.hub(context, hub.x * this.scale, hub.y * this.scale);
      }

      // Names come last, so that nothing lies over them.
      drawNames(context) {
        const { colours } = Watchroom;
        context.font = Watchroom.font(12);
        context.lineWidth = 3;
        context.lineJoin = "round";
        context.strokeStyle = colours.paper;
        context.fillStyle = colours.ink;
        const { hubs, labels } = this.night.data.response;
        // How far from its hub a name stands, and which end of it is there.
        const places = { right: [10, 4, "left"], left: [-10, 4, "right"], above: [0, -11, "center"],
          below: [0, 18, "center"] };
        labels.forEach(({ text, side }, index) => {
          const [across, down, align] = places[side];
          const x = hubs[index].x * this.scale + across, y = hubs[index].y * this.scale + down;
          context.textAlign = align;
          context.strokeText(text, x, y);
          context.fillText(text, x, y);
        });
      }

      draw(context) {
        const { night, scale, spots } = this, { marks } = Watchroom, now = night.now;
        context.save();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.drawImage(this.ground, 0, 0);
        context.restore();
        spots.length = 0;
        for (const incident of night.live.incidents.values()) {
          const x = incident.x * scale, y = incident.y * scale;
          marks.incident(context, x, y, incident.grade, incident.state, now - incident.opened);
          spots.push({ x, y, thing: Watchroom.INCIDENT, number: incident.number });
        }
        const atHubs = new Map();
        for (const unit of night.live.units.values()) {
          const place = Watchroom.position(unit, now), state = Watchroom.unitState(unit, now);
          let x = place.x * scale, y = place.y * scale;
          if (state === 0) {
            // Free units stand below their hub in rows.
            const index = atHubs.get(unit.hub) ?? 0;
            atHubs.set(unit.hub, index + 1);
            x += -14 + (index % 8) * 4.2;
            y += 11 + Math.floor(index / 8) * 4.2;
          }
          if (state === 4 && unit.arrives > now) marks.journey(context, x, y, unit.toX * scale, unit.toY * scale);
          marks.unit(context, x, y, state);
          if (state > 0) spots.push({ x, y, thing: Watchroom.UNIT, number: unit.number });
        }
        this.drawNames(context);
      }
    };

    """#
}
