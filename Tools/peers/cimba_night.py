"""night-1 in Cimba, whose Python package compiles the methods of models for its engine, a library in C.

A process for every caller acquires a handler; a timer of the process wakes it if patience ends first. Three things are done
for speed. Processes are used again: a caller who is done suspends and is resumed as the next one of the channel, which takes
a third of the time of spawning each, and no memory. Who is answered at once draws no patience. And the window in which Cimba
records the use of its entities opens when all is over.

What Cimba cannot express: a lower capacity lets calls finish, but counts them against the new shift. So the capacity is set
to the new shift and those still on a call, and is lowered by one as each of these ends.
"""

import cimba as cb
import numpy as np

import night

GAVE_UP = 1  # the signal that ends a wait
GAPS = np.array([[1 / rate for rate in channel.rates] for channel in night.CHANNELS])  # mean seconds between callers
HOUR, NIGHTS = night.HOUR, night.NIGHTS  # compiled code reads constants of its own module only
STARTS = np.array([start for start, _ in night.SHIFTS])
HEADS = np.array([heads for _, heads in night.SHIFTS])
DAY = night.DAY


class Caller(cb.Model):
    """One caller of a channel after the other."""

    channel: cb.Ref["Channel"]
    pointer: int = 0

    @cb.process
    def callers(self):
        self.pointer = cb.this_process().pointer
        while True:
            self.call()
            self.channel.done.put(self)
            cb.suspend()

    @cb.function
    def call(self) -> None:
        channel = self.channel
        room = channel.room
        arrived = cb.now()
        channel.offered += 1
        if room.handlers.available() == 0:
            me = cb.this_process()
            me.timer_set(cb.random.exponential(channel.patience), GAVE_UP)
            if room.handlers.acquire(1, channel.priority) == GAVE_UP:
                channel.abandoned += 1
                return
            me.timers_clear()
        else:
            room.handlers.acquire(1, channel.priority)
        wait = cb.now() - arrived
        channel.answered += 1
        channel.waited += wait
        if wait <= channel.within:
            channel.in_time += 1
        shift = room.shift
        cb.hold(cb.random.lognormal(channel.mu, channel.sigma))
        if shift != room.shift:
            room.handlers.set_capacity(room.handlers.capacity() - 1)
        room.handlers.release()


class Channel(cb.Model):
    """Makes callers come, and counts what becomes of them."""

    room: cb.Ref["Room"]
    done: cb.Store[Caller]
    number: cb.Param[int]
    priority: cb.Param[int]
    mu: cb.Param[float]
    sigma: cb.Param[float]
    patience: cb.Param[float]
    within: cb.Param[float]
    offered: cb.Output[int]
    answered: cb.Output[int]
    in_time: cb.Output[int]
    abandoned: cb.Output[int]
    waited: cb.Output[float]

    def __init__(self, number: int, channel: night.Channel):
        self.number, self.priority = number, -channel.rank
        self.mu, self.sigma = channel.mu, channel.sigma
        self.patience, self.within = float(channel.patience), float(channel.within)

    def attached(self, owner, field):
        self.room = owner

    @cb.on_start
    def begin(self):
        self.waited = 0.0  # an output of this type is not a number at first

    @cb.process
    def arrivals(self):
        for hour in range(24 * self.room.days):
            end = (hour + 1) * HOUR
            mean = GAPS[self.number, hour % 24]
            gap = cb.random.exponential(mean)
            while cb.now() + gap < end:
                cb.hold(gap)
                if self.done.length() > 0:
                    cb.Process(self.done.get().pointer).resume(0)
                else:
                    cb.spawn(Caller, channel=self)
                gap = cb.random.exponential(mean)
            cb.hold(end - cb.now())


class Room(cb.Model):
    """The handlers: capacity is those on shift and those who are still on a call of an earlier one."""

    days: cb.Param[int]
    shift: int = 0
    handlers: cb.Resource = cb.Resource(capacity=NIGHTS)
    channels: list[Channel]

    def __init__(self, days: int):
        self.days = days
        self.channels = [Channel(number, channel) for number, channel in enumerate(night.CHANNELS)]

    @cb.process
    def roster(self):
        for day in range(self.days + 1):
            for turn in range(3):
                cb.hold(day * DAY + STARTS[turn] - cb.now())
                self.shift += 1
                busy = self.handlers.capacity() - self.handlers.available()
                self.handlers.set_capacity(HEADS[turn] + busy)


def simulate(days: int, seed: int) -> list[night.Tally]:
    room = Room(days)
    window = cb.Window(warmup=days * night.DAY + night.DRAIN, duration=1.0)
    results = cb.Experiment(room, window=window, seed=seed).run(workers=1)
    if results.failed.any():
        raise RuntimeError(str(results.failure_reasons))
    tallies = []
    for channel, model in zip(night.CHANNELS, room.channels):
        counted = results[model]
        tallies.append(
            night.Tally(
                within=channel.within,
                offered=int(counted.offered.values[0, 0]),
                answered=int(counted.answered.values[0, 0]),
                in_time=int(counted.in_time.values[0, 0]),
                abandoned=int(counted.abandoned.values[0, 0]),
                waited=float(counted.waited.values[0, 0]),
            )
        )
    return tallies


if __name__ == "__main__":
    night.main("cimba", simulate, warm_up=lambda: simulate(1, 0))
