"""The demo programme of the Heinola area: projects and money are public facts, targets and monitoring are invented."""
