"""The desk's door: signing in with two factors, sessions that end, waits for who guesses, proof asked for once more."""
