"""Citations: a report or a claim as a value, one CSL item as the middle form, and every format made from that. Pure."""
