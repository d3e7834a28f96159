"""What is measured against the budgets: `make bench`, or `python -m benchmarks`.

Each module measures one thing on work that it makes itself; `python -m benchmarks.MODULE` prints its figures
as one line of JSON, in a process of its own, so that nothing measured before is warm or in memory.
"""
