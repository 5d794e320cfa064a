"""What `make bench` measures; every figure is printed as its ratio to a bar and kept in var/bench.json."""
