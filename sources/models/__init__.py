from sources.models.attribution import Attribution, Role
from sources.models.chain import Basis, Chain, Speaker, Speech, Step
from sources.models.institution import Institution, InstitutionName
from sources.models.outlet import Outlet, OutletName, Reliability, Show
from sources.models.sealed_note import SealedNote

__all__ = [
    "Attribution",
    "Basis",
    "Chain",
    "Institution",
    "InstitutionName",
    "Outlet",
    "OutletName",
    "Reliability",
    "Role",
    "SealedNote",
    "Show",
    "Speaker",
    "Speech",
    "Step",
]
