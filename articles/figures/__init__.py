"""Prices, rates and quantities as reports print them, in English and Korean. Pure: text in, readings out."""
