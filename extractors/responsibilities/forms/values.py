"""What a form returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.findings import AgencyMention, Role
from extractors.responsibilities.roles import Clause, Party, Roles


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does the clause's task: the addressees in their role, their partners, and where the task's words begin.

    ``own`` is true where the clause itself names the addressee; ``said`` where it has a role word; ``until`` is where
    the task's words end, when the doer stands after them; ``doers`` counts the parties at the head that are addressed,
    their partners left out (null: all in the first one's role).
    """

    parties: tuple[Party, ...]
    task: int
    own: bool
    said: bool
    until: int | None = None
    doers: int | None = None

    @classmethod
    def of(cls, addressees: tuple[AgencyMention, ...], roles: Roles) -> Assignment:
        """The addressees in the role that the words after them give."""
        parties = tuple((mention, roles.role) for mention in addressees)
        return cls(parties + roles.partners, roles.task, own=True, said=roles.said, doers=len(parties))

    @property
    def addressees(self) -> tuple[AgencyMention, ...]:
        """Those who do it, the partners left out."""
        if self.doers is not None:
            return tuple(mention for mention, _ in self.parties[: self.doers])
        role: Role | None = self.parties[0][1] if self.parties else None
        return tuple(mention for mention, other in self.parties if other == role)


Form = Callable[[Clause, tuple[Party, ...]], Assignment | None]
