"""The label scheme in the window: its definitions, and the dialog that changes it."""
