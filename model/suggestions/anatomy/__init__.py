"""What a recommendation is made of, each part with the words that give it."""
