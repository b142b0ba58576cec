import ArgumentParser
import Content
import Foundation
import Preview

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One run of `oresund serve`.
struct ServeRun {
  let settings: BuildSettings
  let host: String
  let port: UInt16
  let opensBrowser: Bool

  /// Serves until the process is ended.
  func run() throws -> Never {
    Self.allowManyFiles()
    let isQuiet = settings.isQuiet
    let preview = Preview { problems in Self.tell(problems, isQuiet: isQuiet) }
    let server = try server(preview)
    print("\(server.address)/ shows the site. Ctrl-C ends this.")
    // The address must be seen at once, and where the output is a file, too.
    fflush(nil)
    let folders = [settings.content, settings.templates]
    PreviewFollower(preview).start(
      SitePreview(settings), folders: folders, passesOver: { FolderScan.passesOver($0) }
    ) { limitation in
      if let limitation {
        StandardError.write(
          "The system does not tell of changes (\(limitation)); files are looked at twice a second.\n")
      }
    }
    Task {
      await server.run()
    }
    if opensBrowser { open("\(server.address)/") }
    dispatchMain()
  }

  private func server(_ preview: Preview) throws -> PreviewServer {
    do throws(PreviewServer.Failure) {
      return try PreviewServer(preview, host: host, port: port)
    } catch {
      switch error {
      case .noAddress(let host):
        throw ValidationError("“\(host)” is no address of this machine. Write it like 127.0.0.1 or ::1.")
      case .noFreePort(let port):
        StandardError.write("Port \(port) and those after it are taken; choose another with --port.\n")
      case .other(let reason): StandardError.write("The preview cannot be served: \(reason)\n")
      }
      throw ExitCode(1)
    }
  }

  private static func tell(_ problems: [PreviewProblem], isQuiet: Bool) {
    StandardError.write(problems.map(\.text).joined())
    if isQuiet { return }
    let errors = problems.count { $0.isError }
    let warnings = problems.count - errors
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    let failure = errors == 0 ? "" : "; the site stays as it was where it cannot be made"
    StandardError.write(counts.isEmpty ? "Nothing to mend.\n" : "\(counts)\(failure)\n")
  }

  /// Lets the process hold as many connections and watched folders as the system allows.
  private static func allowManyFiles() {
    var limit = rlimit()
    #if os(Linux)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(resource, &limit)
  }

  private func open(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    #if os(macOS)
      process.arguments = ["open", address]
    #else
      process.arguments = ["xdg-open", address]
    #endif
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      StandardError.write("No browser could be opened: \(error.reason)\n")
    }
  }
}
