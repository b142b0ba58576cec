import Diagnostics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An error number of the operating system (`errno`).
package struct SystemError: Error, Hashable, Sendable {
  package let code: Int32

  package init(code: Int32) {
    self.code = code
  }

  static let alreadyExists = SystemError(code: EEXIST)
  static let doesNotExist = SystemError(code: ENOENT)
  static let isALink = SystemError(code: ELOOP)
  static let isAFolder = SystemError(code: EISDIR)
  static let isNotAFolder = SystemError(code: ENOTDIR)
  /// What opening gives for a socket, or a device that is not there.
  static let hasNoReader = SystemError(code: ENXIO)
  /// What removing gives for a folder that something is mounted on.
  static let isBusy = SystemError(code: EBUSY)
  static let isNotEmpty = SystemError(code: ENOTEMPTY)
  static let isForbidden = SystemError(code: EACCES)
  static let isNotSupported = SystemError(code: ENOTSUP)

  /// What to do about it, where that is the same wherever it happens.
  var remedy: String? {
    switch code {
    case ENOSPC, EDQUOT: "make room on the disk and build again"
    case EACCES, EPERM: "change the permissions and build again"
    case ENAMETOOLONG: "give the page a shorter address"
    default: nil
    }
  }
}

extension SystemError: CustomStringConvertible {
  /// The system's own words, beginning in lower case.
  package var description: String { systemReason(code) }
}
