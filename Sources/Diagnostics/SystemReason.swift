#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The operating system's words for one of its error numbers (`errno`), beginning in lower case, as within a sentence.
package func systemReason(_ code: Int32) -> String {
  let text = String(cString: strerror(code))
  return text.prefix(1).lowercased() + text.dropFirst()
}
