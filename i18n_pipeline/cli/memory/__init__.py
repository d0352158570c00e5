"""`translate memory`: past translations, exchanged with other tools and looked up."""
