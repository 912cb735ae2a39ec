"""The benchmark: this page against its peers, on this machine, in real browsers. `make bench` runs it."""
