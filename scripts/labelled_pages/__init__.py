"""Hand-written pages in the markups of Chinese government content systems, with their labels."""
