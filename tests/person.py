"""Who writes in the tests, in units and in browsers: what is typed, by the `name` of each field."""

PERSON = {
    "first": "Ada",
    "last": "Lovelace",
    "street": "12 Byron Row",
    "city": "Oakland",
    "zip": "94601",
    "email": "ada@example.org",
}
