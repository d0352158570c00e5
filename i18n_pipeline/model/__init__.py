"""The words that all parts share, as frozen values and pure functions over them."""
