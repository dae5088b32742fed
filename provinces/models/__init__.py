from provinces.models.edition import Edition
from provinces.models.place import Place, PlaceKind
from provinces.models.province import Province, ProvinceKind
from provinces.models.published import PublishedQuerySet
from provinces.models.spelling import Origin, Spelling, System

__all__ = [
    "Edition",
    "Origin",
    "Place",
    "PlaceKind",
    "Province",
    "ProvinceKind",
    "PublishedQuerySet",
    "Spelling",
    "System",
]
