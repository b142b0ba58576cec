import Foundation
import Pagefind
import TestSupport
import Testing

@Suite("Where Pagefind is looked for")
struct PagefindProgramTests {
  private let folder: TemporaryFolder
  private var path: String { folder.url.appendingPathComponent("pagefind").path }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["pagefind": "#!/bin/sh\n"])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private func found(_ chosen: String?, _ environment: [String: String]) throws -> String? {
    try PagefindProgram.find(chosen: chosen, environment: environment, folder: folder.url.path)?.path
  }

  @Test("Where the user says, before the environment, before the search path")
  func order() throws {
    #expect(try found(path, ["PAGEFIND_BINARY_PATH": "/nowhere"]) == path)
    #expect(try found(nil, ["PAGEFIND_BINARY_PATH": path]) == path)
    #expect(try found(nil, ["PATH": "/nowhere:\(folder.url.path)"]) == path)
  }

  @Test("Where bin/setup puts it, before the search path")
  func installed() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent(".tools/bin"), withIntermediateDirectories: true)
    let installed = folder.url.appendingPathComponent(".tools/bin/pagefind").path
    try FileManager.default.copyItem(atPath: path, toPath: installed)
    #expect(try found(nil, ["PATH": folder.url.path]) == installed)
  }

  @Test("Where it is nowhere, there is none; an empty name says so on purpose")
  func nowhere() throws {
    #expect(try found(nil, ["PATH": "/nowhere"]) == nil)
    #expect(try found(nil, [:]) == nil)
    #expect(try found("", ["PATH": folder.url.path]) == nil)
    #expect(try found(nil, ["PAGEFIND_BINARY_PATH": "", "PATH": folder.url.path]) == nil)
  }

  @Test(
    "What is named and not there is a mistake, and so is a folder", arguments: ["/nowhere/pagefind", "/tmp"])
  func mistake(path: String) {
    #expect(throws: PagefindProblem.noProgram(path)) { try found(path, [:]) }
    #expect(throws: PagefindProblem.noProgram(path)) { try found(nil, ["PAGEFIND_BINARY_PATH": path]) }
  }
}
