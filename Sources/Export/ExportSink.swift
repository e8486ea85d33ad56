/// Takes the next piece of a file that is being made, of some tens of kilobytes; throws if it cannot be written.
public typealias ExportSink = (_ piece: String) throws -> Void
