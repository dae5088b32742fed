"""The four groups of the desk and what each may do; nobody may delete."""

from django.contrib.auth.models import Group, Permission

_VIEW = [
    f"view_{model}"
    for model in (
        "article", "claim", "claimversion", "revision", "original", "outlet", "institution", "topic", "topicname",
        "province", "place", "spelling", "attribution", "act",
        "outcome", "figure",
    )
]  # fmt: skip
_TAG = ["change_article", "add_claim", "change_claim", "add_attribution", "change_attribution"]
_EDIT = [
    "add_article", "add_outcome", "add_figure", "add_outlet", "change_outlet", "add_outletname", "add_institution", "change_institution",
    "add_institutionname", "change_institutionname", "add_topic", "change_topic", "add_topicname", "change_topicname",
    "change_province", "add_spelling", "change_spelling",
]  # fmt: skip
_PUBLISH = ["publish_article", "withdraw_article", "view_user", "add_user", "change_user", "view_group"]

GROUPS = {
    "tagger": [*_VIEW, *_TAG],
    "editor": [*_VIEW, *_TAG, *_EDIT],
    "publisher": [*_VIEW, *_TAG, *_EDIT, *_PUBLISH],
    "keeper of sources": [*_VIEW, "read_sealednote", "view_sealednote", "add_sealednote", "change_sealednote"],
}


def ensure_groups() -> None:
    """Make the groups and give each exactly its permissions. Raises LookupError for a permission there is not."""
    for name, codenames in GROUPS.items():
        permissions = list(Permission.objects.filter(codename__in=codenames))
        missing = set(codenames) - {permission.codename for permission in permissions}
        if missing:
            raise LookupError(f"no such permission: {', '.join(sorted(missing))}")
        Group.objects.get_or_create(name=name)[0].permissions.set(permissions)
