import Foundation

/// Runs commands in turn, several times each, and prints a table of median times and memory.
///
///     Measure ROUNDS NAME=COMMAND… [--before COMMAND]
///
/// Each COMMAND goes to `sh -c`; the one after `--before` runs before each of them and is not measured.
/// Ratios are to the first.
@main struct Measure {
  struct Run {
    /// Seconds from start to end, and on all cores together.
    let elapsed: Double
    let processor: Double
    /// The most memory that a process of the command held, in bytes.
    let memory: Int
  }

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var before = "true"
    if let flag = arguments.firstIndex(of: "--before"), flag + 1 < arguments.count {
      before = arguments[flag + 1]
      arguments.removeSubrange(flag...(flag + 1))
    }
    guard let rounds = arguments.first.flatMap({ Int($0) }), rounds > 0, arguments.count > 1 else {
      FileHandle.standardError.write(Data("usage: Measure ROUNDS NAME=COMMAND… [--before COMMAND]\n".utf8))
      exit(64)
    }
    let commands = arguments.dropFirst().map { argument in
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      return (name: parts[0], command: parts.count > 1 ? parts[1] : "true")
    }

    var runs: [[Run]] = commands.map { _ in [] }
    for _ in 0..<rounds {
      for (index, command) in commands.enumerated() {
        _ = try run(before)
        runs[index].append(try run(command.command))
      }
    }

    func median(_ index: Int, _ value: (Run) -> Double) -> Double {
      let values = runs[index].map(value).sorted()
      return values[values.count / 2]
    }
    func number(_ value: Double, _ digits: Int) -> String {
      value.formatted(
        .number.precision(.fractionLength(digits)).grouping(.never).locale(Locale(identifier: "en_US_POSIX")))
    }
    print(
      "| | time (s) | fastest (s) | processor (s) | memory (MB) | time, ratio | processor, ratio | memory, ratio |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for (index, command) in commands.enumerated() {
      let time = median(index) { $0.elapsed }
      let processor = median(index) { $0.processor }
      let memory = median(index) { Double($0.memory) }
      let cells = [
        command.name, number(time, 2), number(runs[index].map(\.elapsed).min() ?? 0, 2),
        number(processor, 2), number(memory / 1_000_000, 0), number(time / median(0) { $0.elapsed }, 2),
        number(processor / median(0) { $0.processor }, 2),
        number(memory / median(0) { Double($0.memory) }, 2),
      ]
      print("| " + cells.joined(separator: " | ") + " |")
    }
  }

  private static func run(_ command: String) throws -> Run {
    let words: [String] = ["sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = []
    for word in words { arguments.append(strdup(word)) }
    arguments.append(nil)
    defer { for case let argument? in arguments { free(argument) } }
    var process: pid_t = 0
    let clock = ContinuousClock()
    let start = clock.now
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else {
      throw CocoaError(.executableLoad)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let elapsed = start.duration(to: clock.now)
    guard status == 0 else {
      FileHandle.standardError.write(Data("failed: \(command)\n".utf8))
      exit(1)
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return Run(
      elapsed: elapsed / .seconds(1), processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      memory: Int(usage.ru_maxrss) * unit)
  }
}
