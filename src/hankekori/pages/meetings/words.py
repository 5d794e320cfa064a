"""The words of meetings and answers."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hankekori.areas.steering.models import Attendance, Meeting
from hankekori.pages.basket.words import Words

STATES: Words = {
    Meeting.State.PLANNED: pgettext_lazy("kokous", "suunnitteilla"),
    Meeting.State.INVITED: pgettext_lazy("kokous", "kutsuttu"),
    Meeting.State.OPEN: pgettext_lazy("kokous", "käynnissä"),
    Meeting.State.ENDED: pgettext_lazy("kokous", "pöytäkirja hyväksymättä"),
    Meeting.State.APPROVED: pgettext_lazy("kokous", "pöytäkirja hyväksytty"),
    Meeting.State.CANCELLED: pgettext_lazy("kokous", "peruttu"),
}
ANSWERS: Words = {
    Attendance.Answer.NONE: _("ei vastannut"),
    Attendance.Answer.ACCEPTED: _("tulee"),
    Attendance.Answer.DECLINED: _("estynyt"),
}
