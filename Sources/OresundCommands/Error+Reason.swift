import Diagnostics
import Foundation

extension Error {
  /// Why something could not be done, in the system's own words where it was the system that refused; Foundation's
  /// description says only what was tried.
  var reason: String {
    guard let refusal = (self as? CocoaError)?.userInfo[NSUnderlyingErrorKey] as? POSIXError else {
      return localizedDescription
    }
    return systemReason(refusal.code.rawValue)
  }
}
