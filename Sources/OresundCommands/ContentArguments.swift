import ArgumentParser

/// The option that says where the content is.
struct ContentArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that editors write in.", valueName: "DIR"), completion: .directory)
  var content = "content"

  /// The folder without the slash that the shell's completion leaves at its end.
  var path: String { content.count > 1 && content.hasSuffix("/") ? String(content.dropLast()) : content }
}
