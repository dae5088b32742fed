"""Proof in a real browser: every page for people, in both languages, held against what readers are promised."""
