"""How fast lists and searches are: a large invented record in a database of its own, and engines side by side on it.

`corpus` invents reports, `loading` puts them into tables and `linked` what editors add to them, `questions` chooses what is
asked, `rivals` are the engines beside ours, `timing` asks them in turn, `plans` reads what Postgres means to do, `tables` writes
it all down.
"""
