# Makes the lookup `among` known.
from articles.queries import among as among
