enum PercentFormat {
  static func format(_ format: Text, _ value: Value) throws(Interruption) -> Text {
    throw Interruption(.unsupported("“%” on a text", remedy: "use “~”"))
  }
}
