
# Makes the lookup `among` known.
from articles.queries import prepared as prepared
