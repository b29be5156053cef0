"""How the desk writes days and hours: alike in every language, and as its own lists do."""
