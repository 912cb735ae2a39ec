"""Make the list of officials for the lookup: download, check and pack it, and keep the last good one."""
