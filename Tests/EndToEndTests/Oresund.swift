import Foundation
import TestSupport

/// The program, run as a user runs it: in the site's folder.
enum Oresund {
  /// What a run left on the terminal.
  struct Outcome: Equatable, Sendable {
    var status: Int32
    var output: String
    var error: String
  }

  static let executable = BuiltProgram.url("oresund")

  private static let turnstile = Turnstile(places: max(1, ProcessInfo.processInfo.activeProcessorCount))

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - folder: The working folder.
  ///   - environment: What differs from the tests' own environment.
  ///   - program: Another program's path, such as that of a shell that runs ours.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    program: String = executable.path
  ) async throws -> Outcome {
    await turnstile.enter()
    let outcome = await Result {
      try await launch(program, arguments, in: folder, environment: environment)
    }
    await turnstile.leave()
    return try outcome.get()
  }

  private static func launch(
    _ program: String, _ arguments: [String], in folder: URL, environment: [String: String]
  ) async throws -> Outcome {
    // Files, since a pipe that nobody empties stops who writes to it.
    let texts = try TemporaryFolder()
    try texts.write(["output": "", "error": ""])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: texts.url.appendingPathComponent("output"))
    process.standardError = try FileHandle(forWritingTo: texts.url.appendingPathComponent("error"))
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    return Outcome(
      status: process.terminationStatus, output: try texts.text("output"), error: try texts.text("error"))
  }
}

extension Result where Failure == any Error {
  /// What an asynchronous body returns or throws.
  fileprivate init(_ body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
