import Foundation
import Web

/// The crawl benchmark: fetching, archiving and crawling through our own modules.
///
///     crawling-benchmark fetch PREFIX IN-FLIGHT < list-of-paths
///     crawling-benchmark archive PREFIX IN-FLIGHT FOLDER < list-of-paths
///     crawling-benchmark crawl ADDRESS FOLDER
///     crawling-benchmark hosts FIRST-PORT COUNT SECONDS FOLDER
///     crawling-benchmark frontier COUNT
///
/// Each prints: pages, bytes, failures, wall seconds, CPU seconds (user and system), peak resident
/// KiB. For `hosts`, pages are requests; for `frontier`, pages are known addresses and bytes are
/// those of their texts.
@main
enum CrawlingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(2) }
    var before = SystemTime.wall
    let tally: Tally
    switch (arguments[1], arguments.count) {
    case ("fetch", 4), ("archive", 5):
      let list = FetchList(arguments[2], arguments[3])
      // As in the C program: reading the list is no part of fetching it.
      before = SystemTime.wall
      tally = try list.run(into: arguments.count == 5 ? arguments[4] : nil)
    case ("crawl", 4): tally = try WholeCrawl(arguments[2]).run(into: arguments[3])
    case ("hosts", 6):
      tally = try ManyHosts(port: arguments[2], count: arguments[3], seconds: arguments[4])
        .run(into: arguments[5])
    case ("frontier", 3): tally = FrontierFill(arguments[2]).run()
    default: exit(2)
    }
    let wall = SystemTime.wall - before
    print(tally.pages, tally.bytes, tally.failures, wall, SystemTime.cpu, SystemTime.peakKiB)
  }
}

/// What a run did.
struct Tally {
  var pages = 0
  var bytes = 0
  var failures = 0
}

/// What the system says of this process.
enum SystemTime {
  /// Seconds of a clock that never goes back.
  static var wall: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// User and system seconds of all threads.
  static var cpu: Double {
    let usage = usage
    let micros = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(micros) / 1e6
  }

  /// The most memory that was resident at once.
  static var peakKiB: Int { usage.ru_maxrss }

  private static var usage: rusage {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}
