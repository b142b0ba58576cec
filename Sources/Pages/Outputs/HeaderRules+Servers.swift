/// The rules as each server reads them.
extension HeaderRules {
  static func hosts(_ common: [Header], _ rules: [Rule], root: String) -> String {
    func rule(_ path: String, _ headers: [Header]) -> String {
      "\(root)\(path)\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
    }
    return rule("/*", common) + rules.map { rule($0.path == "/" ? "/" : "\($0.path)*", $0.headers) }.joined()
  }

  /// A `location` that says one header inherits none, so that each says all of them.
  static func nginx(_ common: [Header], _ rules: [Rule], root: String) -> String {
    func lines(_ headers: [Header], indent: String) -> String {
      headers.map { "\(indent)add_header \($0.name) \"\($0.value)\" always;\n" }.joined()
    }
    let variables = common.map { "set \(variable(of: $0)) \"\($0.value)\";\n" }.joined()
    let common = common.map { (name: $0.name, value: variable(of: $0)) }
    return comment + variables + lines(common, indent: "")
      + rules.map { rule in
        // What is asked for as a folder is served as its index.html.
        "location \(rule.path == "/" ? "= \(root)/index.html" : "\(root)\(rule.path)") {\n"
          + lines(common + rule.headers, indent: "  ") + "}\n"
      }.joined()
  }

  /// Where nginx keeps a header's value, so that it stands in the file once.
  private static func variable(of header: Header) -> String {
    "$oresund_" + header.name.lowercased().replacing("-", with: "_")
  }

  static func apache(_ common: [Header], _ rules: [Rule], root: String) -> String {
    let always = common.map { "Header always set \($0.name) \"\($0.value)\"\n" }.joined()
    // In .htaccess there is no <Location>; <If> is known everywhere.
    return comment + always
      + rules.map { rule in
        // What is asked for as a folder is index.html by then.
        let path = "^\(root)\(rule.path)" + (rule.path == "/" ? "(index\\.html)?$" : "")
        return "<If \"%{REQUEST_URI} =~ m#\(path)#\">\n"
          + rule.headers.map { "  Header set \($0.name) \"\($0.value)\"\n" }.joined() + "</If>\n"
      }.joined()
  }

  static func caddy(_ common: [Header], _ rules: [Rule], root: String) -> String {
    func rule(_ path: String, _ headers: [Header]) -> String {
      "header \(path) {\n" + headers.map { "\t\($0.name) \"\($0.value)\"\n" }.joined() + "}\n"
    }
    return comment + rule("*", common)
      + rules.map { rule($0.path == "/" ? "\(root)/" : "\(root)\($0.path)*", $0.headers) }.joined()
  }
}
