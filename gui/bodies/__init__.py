"""Names of bodies over all reports, and which of them are one."""
