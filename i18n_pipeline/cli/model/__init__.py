"""`translate model`: translation models on this machine."""
