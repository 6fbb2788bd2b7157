"""What do the coded facts of a reference record say, with labels and without?

`coded` reads records whose labels are lost, `labelled` those whose labels a layout of `layouts/` knows.
"""
