"""What touches the disk: files, lock, ledger, memory."""
