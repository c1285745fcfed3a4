// Hold model on std::priority_queue and on a calendar of buckets: take the earliest of n pending events and
// schedule one at its time plus an exponential increment from a table (the same method as bench/kernel.mjs).
// g++ -O2 -o hold bench/reference/hold.cpp && ./hold
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <queue>
#include <random>
#include <vector>
#include <algorithm>
#include <cstdlib>
#include <cstring>

struct Event {
  double time;
  uint32_t sequence;
  int32_t agent;
  double argument;
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

static double seconds() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

int main(int argc, char** argv) {
  const size_t tableSize = 1 << 16;
  std::vector<double> increments(tableSize);
  std::mt19937_64 generator(1);
  std::exponential_distribution<double> exponential(1.0);
  for (auto& x : increments) x = exponential(generator);
  const int holds = argc > 1 ? atoi(argv[1]) : 4000000;
  for (int pending : {100, 1000, 10000, 100000}) {
    double best = 1e300, total[5];
    for (int repeat = 0; repeat < 5; repeat++) {
      std::priority_queue<Event, std::vector<Event>, Later> queue;
      uint32_t sequence = 0;
      size_t at = 0;
      for (int i = 0; i < pending; i++) queue.push({increments[at++ & (tableSize - 1)], ++sequence, i, 0.0, 0, 0});
      const double start = seconds();
      for (int i = 0; i < holds; i++) {
        Event event = queue.top();
        queue.pop();
        event.time += increments[at++ & (tableSize - 1)];
        event.sequence = ++sequence;
        queue.push(event);
      }
      total[repeat] = seconds() - start;
      best = std::min(best, total[repeat]);
      if (queue.size() != (size_t)pending) return 1;
    }
    std::sort(total, total + 5);
    printf("%d %.0f %.0f\n", pending, holds / best, holds / total[2]);
  }
}
