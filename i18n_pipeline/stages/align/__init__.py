"""An article and its post side by side: which text of the one stands for which of the other."""
