"""Users, the links by which they choose a password, and the roles they have in a programme."""

import uuid
from typing import ClassVar

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from hankekori.areas.accounts.roles import Role
from hankekori.areas.programmes.models import Programme


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, *, name: str, password: str | None = None) -> "User":
        """Create a user; without a password the account cannot log in until one is set."""
        user = self.model(email=self.normalize_email(email), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """A person who logs in with an e-mail address."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"email", "name", "password", "last_login"})

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)  # of the installation; gives no programme data

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="email_once_in_any_case")]

    def __str__(self) -> str:
        return self.name


@pghistory.track(exclude=["token"])
class PasswordLink(models.Model):
    """A way to choose a password, once: its signed address, sent to the user's own mail, holds only `token`."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    token = models.UUIDField(unique=True, default=uuid.uuid4)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}:{self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class RoleAssignment(models.Model):
    """A user's role in one programme."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="role_assignments")
    user = models.ForeignKey(User, models.CASCADE, related_name="role_assignments")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "user"], name="one_role_per_programme")]

    def __str__(self) -> str:
        return f"{self.user_id}:{self.role}"
