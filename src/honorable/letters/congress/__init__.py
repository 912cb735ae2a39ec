"""The United States Congress: its states, its members, and the lookup from a ZIP code to who represents it."""
