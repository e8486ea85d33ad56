@_exported import ContactCentre
