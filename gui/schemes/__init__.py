"""The label scheme in the window: its definitions at hand, and the dialog that changes it."""
