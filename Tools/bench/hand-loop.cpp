// The yardstick: Scenarios/night-1.json5 written out by hand, as fast as plain C++17 comfortably goes.
//
//   g++ -std=c++17 -O3 -o hand-loop hand-loop.cpp                              patience for those who wait
//   g++ -std=c++17 -O3 -DPATIENCE_FOR_ALL -o hand-loop hand-loop.cpp           patience for every caller
//   ./hand-loop [days] [seed] [earlies lates nights]
//
// It knows this one model and nothing else: no names, no events kept, no rosters of people, only how many are free. What
// it does, it does well: arrivals are generated in order of time and merged with the calendar, which is a four-ary heap
// of 16-byte entries. It prints one line of results.
//
// The textbook's loop draws every caller's patience and schedules the hanging up on arrival; that is the loop the marks are
// set by. One that does so only for callers who must wait does a third less, and is the harder yardstick.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

namespace {

constexpr double hour = 3600, day = 86400;
constexpr double pi = 3.14159265358979323846;

#ifdef PATIENCE_FOR_ALL
constexpr bool patienceForAll = true;
#else
constexpr bool patienceForAll = false;
#endif

// xoshiro256++ (Blackman and Vigna, 2019), seeded by SplitMix64.
struct Random {
  uint64_t s[4];
  double spare = 0;
  bool hasSpare = false;

  explicit Random(uint64_t seed) {
    for (auto& word : s) {
      uint64_t z = (seed += 0x9E3779B97F4A7C15);
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
      word = z ^ (z >> 31);
    }
  }
  static uint64_t rotated(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  uint64_t next() {
    const uint64_t result = rotated(s[0] + s[3], 23) + s[0], t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotated(s[3], 45);
    return result;
  }
  // Above 0 and below 1.
  double uniform() { return (static_cast<double>(next() >> 12) + 0.5) * 0x1p-52; }
  double exponential() { return -std::log(uniform()); }
  // Marsaglia's polar method makes two at a time.
  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u, v, q;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      q = u * u + v * v;
    } while (q >= 1 || q == 0);
    const double factor = std::sqrt(-2 * std::log(q) / q);
    spare = v * factor;
    hasSpare = true;
    return u * factor;
  }
};

// Soonest first. Beyond the pending entries there are always four that are never due, so that a node's four children can
// be compared without asking how many there are.
struct Calendar {
  struct Entry {
    double time;
    uint64_t what;
  };
  std::vector<Entry> entries;
  size_t count = 0;

  Calendar() : entries(1024, never()) {}
  static Entry never() { return {INFINITY, 0}; }
  double nextTime() const { return entries[0].time; }

  void push(double time, uint64_t what) {
    if (count + 5 > entries.size()) entries.resize(entries.size() * 2, never());
    Entry* const e = entries.data();
    size_t place = count++;
    while (place > 0) {
      const size_t parent = (place - 1) / 4;
      if (e[parent].time <= time) break;
      e[place] = e[parent];
      place = parent;
    }
    e[place] = {time, what};
  }

  uint64_t pop() {
    Entry* const e = entries.data();
    const uint64_t what = e[0].what;
    const Entry last = e[--count];
    e[count] = never();
    if (count == 0) return what;
    size_t place = 0;
    for (;;) {
      const size_t first = place * 4 + 1;
      if (first >= count) break;
      const size_t a = first + (e[first + 1].time < e[first].time);
      const size_t b = first + 2 + (e[first + 3].time < e[first + 2].time);
      const size_t least = e[b].time < e[a].time ? b : a;
      if (last.time <= e[least].time) break;
      e[place] = e[least];
      place = least;
    }
    e[place] = last;
    return what;
  }
};

// Callers of one class: when the next one comes, and who waits.
struct Channel {
  double rate[24];  // calls a second, by hour of the day
  double mu, sigma, patience, within;

  double next = 0, hourEnd = hour;
  int hourOfDay = 0;

  // A ring: callers head ..< tail wait, except those whose time is marked as given up.
  std::vector<double> since = std::vector<double>(1024);
  uint64_t head = 0, tail = 0, waiting = 0;

  uint64_t offered = 0, answered = 0, inTime = 0, abandoned = 0;
  double waited = 0;

  static constexpr double gone = -1;

  Channel(double perDay, const double (&weights)[24], double mean, double cv, double patience, double within)
      : patience(patience), within(within) {
    double sum = 0;
    for (double weight : weights) sum += weight;
    for (int h = 0; h < 24; h++) rate[h] = perDay * weights[h] / sum / hour;
    const double variance = std::log1p(cv * cv);
    mu = std::log(mean) - variance / 2;
    sigma = std::sqrt(variance);
  }

  // A Poisson process whose rate is constant within each hour: one exponential spent over as many hours as it takes.
  void drawNext(Random& random, double end) {
    double left = random.exponential();
    for (;;) {
      const double time = next + left / rate[hourOfDay];
      if (time < hourEnd) {
        next = time;
        break;
      }
      left -= (hourEnd - next) * rate[hourOfDay];
      next = hourEnd;
      hourEnd += hour;
      hourOfDay = hourOfDay == 23 ? 0 : hourOfDay + 1;
      if (next >= end) break;
    }
    if (next >= end) next = INFINITY;
  }

  double& place(uint64_t number) { return since[number & (since.size() - 1)]; }

  uint64_t join(double now) {
    if (tail - head == since.size()) {
      std::vector<double> larger(since.size() * 2);
      for (uint64_t n = head; n != tail; n++) larger[n & (larger.size() - 1)] = place(n);
      since.swap(larger);
    }
    place(tail) = now;
    waiting++;
    return tail++;
  }

  double leave() {
    double time;
    do time = place(head++);
    while (time == gone);
    waiting--;
    return time;
  }

  void count(double wait) {
    answered++;
    inTime += wait <= within;
    waited += wait;
  }
};

// What a calendar entry stands for, in its lowest two bits: the class whose caller gives up, or a call's end.
enum : uint64_t { callEnds = 2 };

}  // namespace

int main(int argc, char** argv) {
  const double days = argc > 1 ? std::atof(argv[1]) : 30;
  const uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  int staff[3] = {32, 34, 20};
  for (int i = 0; i < 3 && argc > 3 + i; i++) staff[i] = std::atoi(argv[3 + i]);

  double cosine[24];
  const double least = 100.0 / 12 - 6.5;
  for (int h = 0; h < 24; h++) {
    const double f = h >= 5 && h <= 18 ? 0.5 * (1 - std::cos(pi * (h - 5) / 14))
                                       : 0.5 * (1 + std::cos(pi * ((h + 5) % 24) / 10));
    cosine[h] = least + (6.5 - least) * f;
  }
  const double office[24] = {0.30, 0.25, 0.22, 0.20, 0.20, 0.25, 0.45, 0.80, 1.30, 1.75, 2.10, 2.20,
                             2.20, 2.15, 2.10, 2.05, 1.75, 1.50, 1.25, 1.05, 0.90, 0.75, 0.55, 0.40};
  Channel channels[2] = {Channel(2426, cosine, 233, 0.8, 180, 10), Channel(1877, office, 420, 1.0, 900, 180)};

  const std::clock_t began = std::clock();
  Random random(seed);
  Calendar calendar;
  const double end = days * day, stop = end + 6 * hour;
  double nextShift = 7 * hour;
  int shift = 0;
  // A call remembers the shift it was taken in: one that outlasts it ends with its handler going home.
  uint64_t generation = 0, events = 0;
  int idle = staff[2];
  for (Channel& channel : channels) channel.drawNext(random, end);

  const auto take = [&](Channel& channel, double now, double since) {
    channel.count(now - since);
    idle--;
    calendar.push(now + std::exp(channel.mu + channel.sigma * random.normal()), generation << 2 | callEnds);
  };

  for (;;) {
    const int soonest = channels[1].next < channels[0].next;
    const double arrival = channels[soonest].next, due = calendar.nextTime();
    const double now = arrival < due ? arrival : due;
    if (nextShift <= now) {
      if (nextShift >= stop) break;
      idle = staff[shift];
      shift = shift == 2 ? 0 : shift + 1;
      generation++;
      events++;
      for (Channel& channel : channels)
        while (idle > 0 && channel.waiting > 0) take(channel, nextShift, channel.leave());
      nextShift += 8 * hour;
      continue;
    }
    if (now >= stop) break;
    events++;
    if (arrival < due) {
      Channel& channel = channels[soonest];
      channel.offered++;
      channel.drawNext(random, end);
      if (idle > 0 && !patienceForAll) {
        take(channel, now, now);
      } else {
        const uint64_t number = channel.join(now);
        calendar.push(now + channel.patience * random.exponential(), number << 2 | static_cast<uint64_t>(soonest));
        if (idle > 0) take(channel, now, channel.leave());
      }
      continue;
    }
    const uint64_t what = calendar.pop();
    if ((what & 3) == callEnds) {
      if (what >> 2 != generation) continue;
      idle++;
      if (channels[0].waiting > 0)
        take(channels[0], now, channels[0].leave());
      else if (channels[1].waiting > 0)
        take(channels[1], now, channels[1].leave());
    } else {
      Channel& channel = channels[what & 3];
      const uint64_t number = what >> 2;
      // Whoever was answered meanwhile is no longer in the ring; nothing to cancel.
      if (number < channel.head) continue;
      channel.place(number) = Channel::gone;
      channel.waiting--;
      channel.abandoned++;
    }
  }
  const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;

  std::printf("contacts=%llu events=%llu seconds=%.6f",
              static_cast<unsigned long long>(channels[0].offered + channels[1].offered),
              static_cast<unsigned long long>(events), seconds);
  const char* names[2] = {"999", "101"};
  for (int i = 0; i < 2; i++) {
    const Channel& c = channels[i];
    const double offered = static_cast<double>(c.offered);
    std::printf(" %s.inTime=%.9g %s.abandoned=%.9g %s.wait=%.9g", names[i], static_cast<double>(c.inTime) / offered,
                names[i], static_cast<double>(c.abandoned) / offered, names[i],
                c.waited / static_cast<double>(c.answered));
  }
  std::printf("\n");
}
