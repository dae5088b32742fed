"""The desk's screens; Django loads this module for them."""

from articles.admin import acts, article, claims, editors, institutions, outlets, provinces, site, topics

__all__ = ["acts", "article", "claims", "editors", "institutions", "outlets", "provinces", "site", "topics"]

site.close_stock_doors()
