"""Split Pyodide's WebAssembly in two, so that a visitor waits only for the half that starts the page.

A committed profile (`profile.json`) lists the functions that ever ran while the page was used. `split.split` keeps them
in the primary module, and moves the others, which nearly no visitor ever calls, to a secondary module that arrives
later, with the data that only they can find (`codec_tables`). `glue` cuts from Pyodide's JavaScript the exports that
nothing uses.

The binary format is that of the WebAssembly Core Specification, version 3, chapter 5.
"""
