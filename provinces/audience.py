"""Who may see which column: the one declaration from which the views of schema `pub` are made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Audience:
    """The audience of one model's columns, by field name; every field stands in exactly one of the first two.

    `public`: shown in the model's view in schema `pub`, for rows whose `is_public` holds. Empty: the model has no view.
    `desk`: for editors alone; in the view, if there is one, the column is there as NULL so that the model still loads.
    `within`: foreign keys whose row must be public whenever this row is; a trigger holds it.
    """

    public: tuple[str, ...] = ()
    desk: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError when a field is declared twice or a public model forgets `is_public`."""
        twice = set(self.public) & set(self.desk)
        if twice:
            raise ValueError(f"declared for both audiences: {', '.join(sorted(twice))}")
        if self.public and "is_public" not in self.public:
            raise ValueError("a model with public columns has a public `is_public`")

    @property
    def is_public(self) -> bool:
        """Whether the model has a view at all."""
        return bool(self.public)
