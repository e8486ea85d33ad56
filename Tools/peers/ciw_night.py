"""night-1 in Ciw: one node with two classes of customer, their priorities and reneging, and a schedule of servers.

Ciw has all the model needs, nothing is bridged: a non-preemptive schedule lets servers finish while the next shift starts
in full. Two things are said in its terms. A schedule that repeats every day would have to change at midnight, when no
shift does, so the shifts of the whole run are written out. And it keeps a record of every customer, which cannot be turned
off; what is counted is counted from these records when it is over.
"""

import ciw

import night


def network(days: int) -> ciw.network.Network:
    boundaries = list(night.shifts(days))
    hours = [hour * night.HOUR for hour in range(1, 25)]
    end = days * night.DAY
    return ciw.create_network(
        arrival_distributions={
            channel.name: [ciw.dists.PoissonIntervals(list(channel.rates), hours, end)] for channel in night.CHANNELS
        },
        service_distributions={
            channel.name: [ciw.dists.Lognormal(channel.mu, channel.sigma)] for channel in night.CHANNELS
        },
        reneging_time_distributions={
            channel.name: [ciw.dists.Exponential(1 / channel.patience)] for channel in night.CHANNELS
        },
        priority_classes={channel.name: channel.rank for channel in night.CHANNELS},
        number_of_servers=[
            ciw.Schedule(
                numbers_of_servers=[night.NIGHTS] + [heads for _, heads in boundaries[:-1]],
                shift_end_dates=[start for start, _ in boundaries],
                preemption=False,
            )
        ],
    )


def simulate(days: int, seed: int) -> list[night.Tally]:
    ciw.seed(seed)
    simulation = ciw.Simulation(network(days))
    simulation.simulate_until_max_time(days * night.DAY + night.DRAIN)
    tallies = {channel.name: night.Tally(channel.within) for channel in night.CHANNELS}
    for record in simulation.get_all_records():
        tally = tallies[record.customer_class]
        tally.offered += 1
        if record.record_type == "service":
            tally.answer(record.waiting_time)
        else:
            tally.abandoned += 1
    return list(tallies.values())


if __name__ == "__main__":
    night.main("ciw", simulate)
