"""Prints HTMLEntities.swift: the named character references of the HTML standard, as Python has them."""

from html.entities import html5

LINE = 108


def main():
    entries = [name + "=" + ".".join(f"{ord(c):X}" for c in html5[name]) for name in sorted(html5)]
    lines, line = [], ""
    for entry in entries:
        if line and len(line) + 1 + len(entry) > LINE - 6:
            lines.append(line)
            line = ""
        line = f"{line} {entry}" if line else entry
    lines.append(line)
    print("/// The named character references of HTML (13.5). Made by Tests/jinja/html_entities.py.")
    print("enum HTMLEntities {")
    print("  /// The characters by the names, which include the semicolon where it is needed.")
    print("  static let characters: [String: [Unicode.Scalar]] = {")
    print("    var characters: [String: [Unicode.Scalar]] = [:]")
    print('    for entry in table.split(whereSeparator: { $0 == " " || $0 == "\\n" }) {')
    print('      let parts = entry.split(separator: "=")')
    print("      guard parts.count == 2 else { continue }")
    print("      characters[String(parts[0])] =")
    print('        parts[1].split(separator: ".").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }')
    print("    }")
    print("    return characters")
    print("  }()")
    print()
    print('  private static let table = """')
    for line in lines:
        print("    " + line)
    print('    """')
    print("}")


main()
