"""Other formats read as the data of svcflow's own; what is lost on the way is told, never dropped silently."""
