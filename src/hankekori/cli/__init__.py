"""The command `hankekori`."""
