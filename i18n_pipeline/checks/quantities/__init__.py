"""What numbers, times and dates a text speaks of, in Dutch and in English."""
