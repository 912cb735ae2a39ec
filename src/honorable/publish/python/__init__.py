"""The Python that a visitor's browser gets: the runtime, the standard library, and our own code as bytecode."""
