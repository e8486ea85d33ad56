"""night-1 in SimPy: a process for every caller, who requests a handler or gives up, as in SimPy's "Bank Renege" example.

Two things are done for speed. Who is answered at once draws no patience, and so schedules no time-out. And the tally is
two counters, not a list of waits.

What SimPy cannot express: the capacity of a resource is fixed, and its pooled units have no identity, so that handlers who
come on while others finish their calls can be neither added nor told from them. `Room` therefore sets the capacity behind
the property that reads it, as resources of changing size commonly do in SimPy.
"""

import random
from collections.abc import Iterator
from math import exp

import simpy

import night


class Room(simpy.PriorityResource):
    """The handlers: capacity is those on shift and those who are still on a call of an earlier one."""

    shift = 0

    def begin_shift(self, heads: int) -> None:
        self.shift += 1
        self._capacity = heads + self.count
        self._trigger_put(None)  # answers whoever waits, as a release does

    def end_call(self, request: simpy.resources.resource.PriorityRequest, shift: int) -> None:
        """Frees the handler, who goes home if the shift the call was taken in is over."""
        if shift != self.shift:
            self._capacity -= 1
        self.release(request)


def caller(env: simpy.Environment, room: Room, channel: night.Channel, tally: night.Tally, draw: random.Random) -> Iterator:
    tally.offered += 1
    request = room.request(channel.rank)
    if request.triggered:
        tally.answer(0.0)
    else:
        arrived = env.now
        yield request | env.timeout(draw.expovariate(1 / channel.patience))
        if not request.triggered:
            request.cancel()
            tally.abandoned += 1
            return
        tally.answer(env.now - arrived)
    shift = room.shift
    yield env.timeout(exp(draw.gauss(channel.mu, channel.sigma)))
    room.end_call(request, shift)


def callers(
    env: simpy.Environment, room: Room, channel: night.Channel, tally: night.Tally, days: int, draw: random.Random
) -> Iterator:
    for arrival in channel.arrivals(days, draw):
        yield env.timeout(arrival - env.now)
        env.process(caller(env, room, channel, tally, draw))


def roster(env: simpy.Environment, room: Room, days: int) -> Iterator:
    for start, heads in night.shifts(days):
        yield env.timeout(start - env.now)
        room.begin_shift(heads)


def simulate(days: int, seed: int) -> list[night.Tally]:
    draw = random.Random(seed)
    env = simpy.Environment()
    room = Room(env, night.NIGHTS)
    env.process(roster(env, room, days))
    tallies = []
    for channel in night.CHANNELS:
        tally = night.Tally(channel.within)
        env.process(callers(env, room, channel, tally, days, draw))
        tallies.append(tally)
    env.run(until=days * night.DAY + night.DRAIN)
    return tallies


if __name__ == "__main__":
    night.main("simpy", simulate)
