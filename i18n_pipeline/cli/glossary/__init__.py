"""`translate glossary`: commands for those who keep the glossary."""
