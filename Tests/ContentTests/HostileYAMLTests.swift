import Content
import Foundation
import Synchronization
import Testing

@Suite("YAML made to do harm")
struct HostileYAMLTests {
  private static let brackets = String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
  private static let stairs = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
  private static let hyphens = String(repeating: "- ", count: 900) + "x"
  private static let questions = String(repeating: "? ", count: 900) + "x"

  @Test(
    "Deep nesting is an error on the smallest of stacks", arguments: [brackets, stairs, hyphens, questions])
  func deep(yaml: String) throws {
    let report = Mutex("")
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let site = try? LoadedSite(["data/x.yml": yaml])
      report.withLock { $0 = site?.report ?? "no site" }
      done.signal()
    }
    thread.stackSize = 256 << 10
    thread.start()
    done.wait()
    #expect(report.withLock { $0 }.contains("error: this is nested more than 100 levels deep [invalid-yaml]"))
  }

  @Test("An alias of itself and long chains of aliases are errors")
  func chains() throws {
    #expect(try LoadedSite(["data/x.yml": "a: &a [*a]"]).report.contains("[invalid-yaml]"))
    let chain = (1..<100).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(try LoadedSite(["data/x.yml": "a0: &a0 []\n" + chain]).report.contains("[too-many-aliases]"))
  }
}
