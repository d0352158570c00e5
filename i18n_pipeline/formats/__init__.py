"""Pure functions between text and model, one notation a file."""
