"""Official project descriptions: read, checked, written, compared."""
