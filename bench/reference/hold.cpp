// The hold model on std::priority_queue: take the earliest of n pending events and schedule one at its time plus an
// exponential increment from a table, as bench/kernel.mjs does. The event has the same fields and the same order.
// g++ -O2 -o hold bench/reference/hold.cpp && ./hold PENDING REPEATS; prints best, median and worst holds a
// second of processor time.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <queue>
#include <random>
#include <vector>

struct Event {
  double time;
  double argument;
  int32_t agent;
  int32_t sequence;
  int16_t priority;
  uint8_t kind;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    if (a.time != b.time) return a.time > b.time;
    if (a.priority != b.priority) return a.priority > b.priority;
    return a.sequence > b.sequence;
  }
};

static double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

int main(int argc, char** argv) {
  const int pending = argc > 1 ? atoi(argv[1]) : 1000;
  const int repeats = argc > 2 ? atoi(argv[2]) : 7;
  const int holds = 1000000;
  const size_t mask = (1 << 16) - 1;
  std::vector<double> increments(mask + 1);
  std::mt19937_64 generator(1);
  std::exponential_distribution<double> exponential(1.0);
  for (double& increment : increments) increment = exponential(generator);
  std::vector<double> rates;
  for (int repeat = 0; repeat < repeats; repeat++) {
    std::priority_queue<Event, std::vector<Event>, Later> queue;
    int32_t sequence = 0;
    size_t at = 0;
    for (int i = 0; i < pending; i++) queue.push({increments[generator() & mask], 0.0, i, ++sequence, 0, 0});
    const double start = seconds();
    for (int i = 0; i < holds; i++) {
      Event event = queue.top();
      queue.pop();
      event.time += increments[at++ & mask];
      event.sequence = ++sequence;
      queue.push(event);
    }
    rates.push_back(holds / (seconds() - start));
    if (queue.size() != static_cast<size_t>(pending)) return 1;
  }
  std::sort(rates.begin(), rates.end());
  printf("%.0f %.0f %.0f\n", rates.back(), rates[rates.size() / 2], rates.front());
}
