/// The methods of Python's types: Jinja2 would find them before items of their names, so that a template
/// that names one must not silently get something else.
enum PythonMethods {
  static let ofMaps: Set<String> = [
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
  ]
  private static let ofLists: Set<String> = [
    "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort",
  ]
  private static let ofTuples: Set<String> = ["count", "index"]
  private static let ofRanges: Set<String> = ["count", "index", "start", "stop", "step"]
  private static let ofIntegers: Set<String> = [
    "as_integer_ratio", "bit_count", "bit_length", "conjugate", "denominator", "from_bytes", "imag",
    "numerator", "real", "to_bytes", "is_integer",
  ]
  private static let ofFloats: Set<String> = [
    "as_integer_ratio", "conjugate", "fromhex", "hex", "imag", "is_integer", "real",
  ]
  private static let ofTexts: Set<String> = [
    "capitalize", "casefold", "center", "count", "encode", "endswith", "expandtabs", "find", "format",
    "format_map", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower",
    "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip",
    "maketrans",
    "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust", "rpartition",
    "rsplit",
    "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "translate", "upper",
    "zfill",
    "escape", "unescape", "striptags",
  ]
  private static let filters: [String: String] = [
    "upper": "upper", "lower": "lower", "title": "title", "capitalize": "capitalize", "strip": "trim",
    "replace": "replace(…)", "join": "join(…)", "center": "center(…)", "format": "format(…)",
    "striptags": "striptags", "escape": "escape", "sort": "sort", "reverse": "reverse", "count": "length",
  ]

  private static let remedies: [String: String] = [
    "startswith": "compare its beginning: text[:4] == \"http\"",
    "endswith": "compare its end: text[-4:] == \".pdf\"",
    "find": "ask with “in” whether it is there", "append": "make a new list: list + [item]",
    "extend": "make a new list: list + others", "update": "make a new map: dict(map, key=value)",
    "copy": "leave it out: nothing changes a list or map", "removeprefix": "say “| replace(…, \"\", 1)”",
    "zfill": "say \"%05d\" | format(number)",
  ]

  static func contains(_ name: String, of value: Value) -> Bool {
    if name.hasPrefix("__"), name.hasSuffix("__") { return true }
    return switch value {
    case .map: ofMaps.contains(name)
    case .object(let object): object.isMapping && ofMaps.contains(name)
    case .list: ofLists.contains(name)
    case .tuple, .runtime(is GroupValue): ofTuples.contains(name)
    case .runtime(is RangeValue): ofRanges.contains(name)
    case .boolean, .integer: ofIntegers.contains(name)
    case .float: ofFloats.contains(name)
    case .text: ofTexts.contains(name)
    default: false
    }
  }

  static func remedy(_ name: String) -> String? {
    if let filter = filters[name] { return "say “| \(filter)”" }
    if let remedy = remedies[name] { return remedy }
    return ofMaps.contains(name) ? "for the item of this name say “[\"\(name)\"]”" : nil
  }
}
