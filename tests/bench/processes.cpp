// What a program and all it started cost: bench_processes PID SECONDS
// prints "processes threads pss_kb cpu_percent", the last over the time asked for (0: none).
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <thread>

namespace lotsen::bench {

namespace {

namespace fs = std::filesystem;

struct Lineage {
  int parent = 0;
  int session = 0;
};

// /proc/PID/stat: "pid (any name) state parent group session …"
Lineage lineage_of(const fs::path& process) {
  std::ifstream stream(process / "stat");
  std::string text;
  std::getline(stream, text);
  std::istringstream fields(text.substr(std::min(text.rfind(')') + 1, text.size())));
  char state = 0;
  int group = 0;
  Lineage lineage;
  fields >> state >> lineage.parent >> group >> lineage.session;
  return lineage;
}

std::map<int, Lineage> all_processes() {
  std::map<int, Lineage> processes;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const int pid = std::atoi(entry.path().filename().c_str());
    if (pid > 0) processes[pid] = lineage_of(entry.path());
  }
  return processes;
}

// The session as well: a browser's helpers lose their parents.
std::set<int> family_of(int root) {
  const auto processes = all_processes();
  std::set<int> family = {root};
  for (std::size_t before = 0; before != family.size();) {
    before = family.size();
    for (const auto& [pid, lineage] : processes) {
      if (lineage.session == root || family.contains(lineage.parent)) family.insert(pid);
    }
  }
  return family;
}

fs::path proc(int pid) {
  return fs::path("/proc") / std::to_string(pid);
}

long pss_kb(int pid) {
  std::ifstream stream(proc(pid) / "smaps_rollup");
  for (std::string word; stream >> word;) {
    long kb = 0;
    if (word == "Pss:" && stream >> kb) return kb;
  }
  return 0;
}

struct Threads {
  int count = 0;
  double cpu_s = 0;
};

// schedstat counts nanoseconds, where /proc/PID/stat counts ticks of 10 ms.
void add_threads(int pid, Threads& threads) {
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(proc(pid) / "task", gone)) {
    double ns = 0;
    if (!(std::ifstream(entry.path() / "schedstat") >> ns)) continue;
    threads.cpu_s += ns / 1e9;
    ++threads.count;
  }
}

Threads threads_of(const std::set<int>& family) {
  Threads threads;
  for (const int pid : family) add_threads(pid, threads);
  return threads;
}

void print_costs(int root, double seconds) {
  const std::set<int> family = family_of(root);
  long kb = 0;
  for (const int pid : family) kb += pss_kb(pid);
  const Threads before = threads_of(family);
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  const Threads after = threads_of(family);
  const double percent = seconds > 0 ? (after.cpu_s - before.cpu_s) / seconds * 100 : 0;
  std::printf("%zu %d %ld %.4f\n", family.size(), after.count, kb, percent);
}

}  // namespace

}  // namespace lotsen::bench

int main(int count, char** arguments) {
  if (count != 3) return std::fputs("bench_processes: PID SECONDS\n", stderr), 2;
  lotsen::bench::print_costs(std::atoi(arguments[1]), std::atof(arguments[2]));
  return 0;
}
