"""The verbs that work without the window: `storage/commands/VERB.py` has each one's arguments and work.

A module has `arguments(parser)` and `run(args)`, which gives the exit status. It is imported when its verb is
asked for, so that a quick one starts quickly.
"""

OK, FOUND_PROBLEMS = 0, 1

# Each verb, and what it does in one line.
VERBS = {
    "extract": "extract the structure of one PDF as JSON",
    "import": "extract PDFs into a project, or take in a dataset or labels",
    "export": "write a project's dataset, or one of its releases",
    "release": "freeze a dataset in the project",
    "releases": "list a project's releases",
    "diff": "tell what two releases differ in",
    "check": "look for anything wrong in a project",
    "learn": "learn labels from a labelled table or a project's decisions",
    "suggest": "add what a learned model suggests to a table",
    "evaluate": "tell how right suggestions are, on a table or in a project",
}


def say(line: str) -> None:
    """Progress is seen at once, also through a pipe."""
    print(line, flush=True)
