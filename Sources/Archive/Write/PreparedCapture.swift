package import Web

/// A capture as the bytes that go to the file: a request, a note and a response record.
///
/// Packing costs far more than writing; it is pure, so that worker threads can do it.
package struct PreparedCapture: Sendable {
  package let id: CaptureID
  package let capture: Capture
  package let note: CaptureNote

  package init(_ capture: Capture, note: CaptureNote) {
    id = capture.id
    self.capture = capture
    self.note = note
  }
}
