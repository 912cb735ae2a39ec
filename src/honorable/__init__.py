"""Letters to Congress, written by Python in the visitor's own browser."""

__version__ = "0.2.0"
