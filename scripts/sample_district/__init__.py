"""The bundled sample district: a fictional portal whose faults are planted and listed."""
