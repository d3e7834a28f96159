"""One stored project for each version of the project file, never deleted and never made again."""
