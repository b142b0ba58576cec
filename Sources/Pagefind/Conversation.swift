import Foundation
import Synchronization

/// A conversation with a running Pagefind: requests into its standard input, answers out of its standard output.
///
/// Requests may be sent on one thread while answers are read on another. The program is ended with the conversation.
final class Conversation: Sendable {
  private let program: PagefindProgram
  private let patience: Int
  private let process: Process
  private let input: FileHandle
  private let output: FileHandle
  private let complaints: Complaints
  /// The number of the next request.
  private let next = Mutex(0)
  /// What was read behind the last answer.
  private let rest = Mutex<[UInt8]>([])

  /// Starts the program.
  init(_ program: PagefindProgram, patience: Int) throws(PagefindProblem) {
    self.program = program
    self.patience = patience
    let input = Pipe()
    let output = Pipe()
    let error = Pipe()
    process = Process()
    process.executableURL = URL(fileURLWithPath: program.path)
    process.arguments = ["--service"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    self.input = input.fileHandleForWriting
    self.output = output.fileHandleForReading
    do {
      try process.run()
    } catch {
      throw .notStarted(program.path, reason: error.localizedDescription)
    }
    complaints = Complaints(of: error.fileHandleForReading)
  }

  /// Sends a request.
  ///
  /// - Returns: Whether it was taken; why not is found out by whoever waits for the answer.
  @discardableResult
  func send(_ request: PagefindRequest) -> Bool {
    let number = next.withLock { next in
      defer { next += 1 }
      return next
    }
    return Self.write(request.bytes(number: number), to: input.fileDescriptor)
  }

  /// Sends requests on a thread of their own.
  ///
  /// - Returns: What to wait for before the conversation is over.
  func sendAll(_ requests: @escaping @Sendable () -> Void) -> DispatchGroup {
    let group = DispatchGroup()
    group.enter()
    let thread = Thread {
      requests()
      group.leave()
    }
    // Pages are made on it, with texts that may nest deeply.
    thread.stackSize = 16 << 20
    thread.start()
    return group
  }

  /// Waits for the answer to a request. Answers come in the order of the requests.
  func answer(to number: Int) throws(PagefindProblem) -> PagefindAnswer {
    var bytes = rest.withLock { rest in
      defer { rest = [] }
      return rest
    }
    var seen = 0
    while true {
      if let end = bytes[seen...].firstIndex(of: PagefindAnswer.end) {
        rest.withLock { $0 = Array(bytes[(end + 1)...]) }
        guard let answer = PagefindAnswer(bytes[..<end]), answer.number == number else {
          throw .garbage(program.path)
        }
        return answer
      }
      seen = bytes.count
      guard try readMore(into: &bytes) else { throw ended(having: bytes) }
    }
  }

  /// - Returns: Whether there was more.
  private func readMore(into bytes: inout [UInt8]) throws(PagefindProblem) -> Bool {
    var poll = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
    let deadline = Date().addingTimeInterval(Double(patience))
    while true {
      let left = max(0, deadline.timeIntervalSinceNow)
      let ready = Foundation.poll(&poll, 1, Int32(min(left * 1000, Double(Int32.max))))
      if ready < 0, errno == EINTR { continue }
      if ready == 0 { throw .silent(program.path, seconds: patience) }
      break
    }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count = read(output.fileDescriptor, buffer.baseAddress, buffer.count)
      if count > 0 { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
      return count > 0
    }
  }

  private func ended(having bytes: [UInt8]) -> PagefindProblem {
    // What says something else than Pagefind has said all it has to say.
    if !bytes.isEmpty { return .garbage(program.path) }
    end()
    return .ended(program.path, status: process.terminationStatus, output: complaints.text)
  }

  /// Ends the program, if it has not ended.
  func end() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    // Writing to a program that has ended must not end us.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    return bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        written += count
      }
      return true
    }
  }
}
