"""Prepare the Python that runs in the visitor's browser: the runtime, the standard library and our own bytecode."""
