import TestSupport
import Testing

@testable import OresundCommands

@Suite("What is remembered of other sites")
struct LinkMemoryTests {
  private let folder: TemporaryFolder
  private let verdicts: [(address: String, verdict: LinkVerdict)] = [
    ("https://a.example/", .fine), ("https://b.example/", .gone(status: 410)),
    ("https://c.example/", .moved(to: "https://d.example/")),
  ]

  init() throws { folder = try TemporaryFolder() }

  private func memory(at now: Int) -> LinkMemory { LinkMemory(state: "\(folder.path)/state", now: now) }

  @Test("Verdicts are known for a day, and no longer")
  func day() throws {
    var memory = memory(at: 1_000_000)
    for (address, verdict) in verdicts { memory[address] = verdict }
    try memory.write()
    for (address, verdict) in verdicts {
      #expect(self.memory(at: 1_086_400)[address] == verdict)
      #expect(self.memory(at: 1_086_401)[address] == nil)
      #expect(self.memory(at: 999_999)[address] == nil, "the future is none")
    }
  }

  @Test("Who did not answer is not remembered")
  func unreachable() throws {
    var memory = memory(at: 0)
    memory["https://a.example/"] = .unreachable(reason: "nobody")
    try memory.write()
    #expect(self.memory(at: 0)["https://a.example/"] == nil)
  }

  @Test(
    "A damaged record is none",
    arguments: [
      "", "other\nhttps://a.example/\t0\tfine\t\n", "oresund other sites 1\nhttps://a.example/\tx\tfine\t\n",
    ]
  )
  func damaged(text: String) throws {
    try folder.write(["state/other-sites": text])
    #expect(memory(at: 0)["https://a.example/"] == nil)
  }
}
