@_exported import ContactCentre
@_exported import DiscreteEvents
@_exported import Metrics
