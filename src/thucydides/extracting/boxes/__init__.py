"""What does an info-box say, with its columns and without?

`layout` finds its lines and rows, `sides` who stands on which side, `splitting` where a column that was serialised into
the next one ends, `headings` who speaks in its figures, `facts` what each row claims.
"""
