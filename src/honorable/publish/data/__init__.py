"""The look-up's data: members of Congress and districts of ZIP codes, fetched, checked and packed for the page."""
