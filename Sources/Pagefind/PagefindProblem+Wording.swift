package import Diagnostics

extension PagefindProblem: Problem {
  package var identifier: String {
    switch self {
    case .notInstalled: "no-pagefind"
    default: "search-failed"
    }
  }

  package var severity: Severity { self == .notInstalled ? .warning : .error }

  package var message: String {
    switch self {
    case .noProgram(let path): "there is no program “\(path)” to make the search index with"
    case .notStarted(let path, let reason): "Pagefind (“\(path)”) could not be started: \(reason)"
    case .ended(let path, let status, let output):
      "Pagefind (“\(path)”) ended with status \(status) before the search index was made"
        + (output.isEmpty ? "" : ", saying: \(output)")
    case .silent(let path, let seconds): "Pagefind (“\(path)”) has not answered for \(seconds) seconds"
    case .garbage(let path): "“\(path)” does not answer as Pagefind does"
    case .refused(let page, let reason): "Pagefind cannot index “\(page)”: \(reason)"
    case .failed(let reason): "Pagefind cannot make the search index: \(reason)"
    case .notInstalled: "Pagefind is not installed, so the site has no search"
    }
  }

  package var remedy: String? {
    switch self {
    case .noProgram: "say where it is with --pagefind or PAGEFIND_BINARY_PATH, or say neither"
    case .notStarted: "check that the file is a program for this machine and may be run"
    case .ended, .silent, .failed, .refused:
      "build once more; if it happens again, “search: false” in site.yml builds the site without a search"
    case .garbage: "--pagefind or PAGEFIND_BINARY_PATH must name the program pagefind itself, version 1.5.2"
    case .notInstalled:
      "install it as bin/setup does (Python’s pagefind[bin]), or write “search: false” in site.yml"
    }
  }
}
