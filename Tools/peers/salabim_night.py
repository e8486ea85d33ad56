"""night-1 in salabim: a component for every caller, who requests a handler with a fail delay.

Four things are done for speed. Components are used again: a caller who is done waits to be activated as the next one of the
channel, since making a component takes several times as long as all that the call needs. Monitors are off. The resource is
anonymous, since one that keeps a sorted list of who claims it walks that list with every claim. And processes are
generators, as salabim had them first: without yields each runs on a stack of its own. Tracing is off.

What salabim cannot express: a capacity below what is claimed lets calls finish, but counts them against the new shift. So
the capacity is set to the new shift and those still on a call, and is lowered by one as each of these ends.
"""

import random
from collections.abc import Iterator
from math import exp

import salabim as sim

import night


class Room(sim.Resource):
    """The handlers: capacity is those on shift and those who are still on a call of an earlier one."""

    shift = 0

    def begin_shift(self, heads: int) -> None:
        self.shift += 1
        self.set_capacity(heads + self.claimed_quantity())

    def end_call(self, shift: int) -> None:
        """Frees the handler, who goes home if the shift the call was taken in is over."""
        if shift != self.shift:
            self.set_capacity(self.capacity() - 1)
        self.release(1)


class Caller(sim.Component):
    """One caller after the other; each channel has a subclass."""

    room: Room
    channel: night.Channel
    tally: night.Tally
    draw: random.Random
    done: list["Caller"]

    def setup(self) -> None:
        self.status.monitor(False)
        self.mode.monitor(False)

    def process(self) -> Iterator:
        tally, channel, draw, room = self.tally, self.channel, self.draw, self.room
        while True:
            tally.offered += 1
            arrived = self.env.now()
            yield self.request((room, 1, channel.rank), fail_delay=draw.expovariate(1 / channel.patience))
            if self.failed():
                tally.abandoned += 1
            else:
                tally.answer(self.env.now() - arrived)
                shift = room.shift
                yield self.hold(exp(draw.gauss(channel.mu, channel.sigma)))
                room.end_call(shift)
            self.done.append(self)
            yield self.passivate()


class Callers(sim.Component):
    def process(self, kind: type[Caller], days: int) -> Iterator:
        for arrival in kind.channel.arrivals(days, kind.draw):
            yield self.hold(till=arrival)
            if kind.done:
                kind.done.pop().activate()
            else:
                kind()


class Roster(sim.Component):
    def process(self, room: Room, days: int) -> Iterator:
        for start, heads in night.shifts(days):
            yield self.hold(till=start)
            room.begin_shift(heads)


def simulate(days: int, seed: int) -> list[night.Tally]:
    sim.yieldless(False)
    env = sim.Environment(trace=False)
    draw = random.Random(seed)
    room = Room("room", capacity=night.NIGHTS, anonymous=True, monitor=False)
    Roster(room=room, days=days)
    tallies = []
    for channel in night.CHANNELS:
        tally = night.Tally(channel.within)
        shared = {"room": room, "channel": channel, "tally": tally, "draw": draw, "done": []}
        Callers(kind=type(f"Caller{channel.name}", (Caller,), shared), days=days)
        tallies.append(tally)
    env.run(till=days * night.DAY + night.DRAIN)
    return tallies


if __name__ == "__main__":
    night.main("salabim", simulate)
