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
          map.height, (context, width) => this.draw(context, width));
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
        const { colours } = Watchroom, map = this.night.data.response, scale = window.devicePixelRatio || 1;
        this.scale = this.canvas.width / map.width;
        this.ground.width = this.canvas.element.width;
        this.ground.height = this.canvas.element.height;
        const context = this.ground.getContext("2d");
        context.setTransform(scale, 0, 0, scale, 0, 0);
        for (const area of map.areas) {
          context.beginPath();
          context.arc(area.x * this.scale, area.y * this.scale, Math.max(2, area.r * this.scale), 0, 7);
          context.globalAlpha = 0.55;
          context.fillStyle = colours.nothing;
          context.fill();
          context.globalAlpha = 1;
          context.lineWidth = 0.8;
          context.strokeStyle = colours.line;
          context.stroke();
        }
        context.font = Watchroom.font(12);
        for (const suite of map.suites) {
          context.lineWidth = 1.6;
          context.strokeStyle = colours.ink;
          context.strokeRect(suite.x * this.scale - 4, suite.y * this.scale - 4, 8, 8);
        }
        for (const hub of map.hubs) {
          const x = hub.x * this.scale, y = hub.y * this.scale;
          context.beginPath();
          context.moveTo(x, y - 7); context.lineTo(x + 7, y + 6); context.lineTo(x - 7, y + 6); context.closePath();
          context.fillStyle = colours.ink;
          context.fill();
          context.lineWidth = 3;
          context.strokeStyle = colours.paper;
          // A name that would leave the map stands on the other side of its hub.
          const isWide = x + 12 + context.measureText(hub.name).width > this.canvas.width;
          context.textAlign = isWide ? "right" : "left";
          context.strokeText(hub.name, isWide ? x - 10 : x + 10, y + 4);
          context.fillText(hub.name, isWide ? x - 10 : x + 10, y + 4);
        }
      }

      draw(context, width) {
        const { night, scale, spots } = this, { colours } = Watchroom, now = night.now;
        context.save();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.drawImage(this.ground, 0, 0);
        context.restore();
        spots.length = 0;
        for (const incident of night.live.incidents.values()) {
          const x = incident.x * scale, y = incident.y * scale, colour = colours["c" + (incident.grade % 8 + 1)];
          context.beginPath();
          // Who waits for a unit is an open ring that grows with the wait.
          const radius = incident.state === 1 ? Math.min(11, 4 + (now - incident.opened) / 900000) : 4;
          context.arc(x, y, radius, 0, 7);
          if (incident.state === 1 || incident.state === 4) {
            context.lineWidth = incident.state === 4 ? 1 : 2;
            context.strokeStyle = colour;
            context.stroke();
          } else {
            context.fillStyle = colour;
            context.fill();
          }
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
          const isMoving = unit.arrives > now;
          if (isMoving && state === 4) {
            context.beginPath();
            context.moveTo(x, y); context.lineTo(unit.toX * scale, unit.toY * scale);
            context.lineWidth = 1;
            context.strokeStyle = colours.soft;
            context.globalAlpha = 0.45;
            context.stroke();
            context.globalAlpha = 1;
          }
          const side = isMoving ? 5.5 : 3.6;
          context.fillStyle = colours[Watchroom.unitColours[state]];
          context.fillRect(x - side / 2, y - side / 2, side, side);
          if (isMoving) {
            context.lineWidth = 1;
            context.strokeStyle = colours.paper;
            context.strokeRect(x - side / 2 - 0.5, y - side / 2 - 0.5, side + 1, side + 1);
          }
          if (state > 0) spots.push({ x, y, thing: Watchroom.UNIT, number: unit.number });
        }
      }
    };

    """#
}
