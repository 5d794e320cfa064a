"""How much a form may send; told in words instead of a broken connection."""

from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext as _

from hankekori.exchange.uploads import LARGEST_TOTAL
from hankekori.pages.error_views import UnclearRequestError


class LimitedUpload(FileUploadHandler):
    """Refuses a body bigger than an import may be before any of it is kept; the next handlers keep the files."""

    def handle_raw_input(
        self,
        _input_data: object,
        _meta: object,
        content_length: int,
        _boundary: object,
        _encoding: object = None,
    ) -> None:
        if content_length > LARGEST_TOTAL:
            limit = LARGEST_TOTAL // 1_000_000
            raise UnclearRequestError(
                _("Tiedostot ovat yhdessä yli %(limit)s megatavua. Tuo ne useassa erässä.") % {"limit": limit}
            )

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> bytes:
        return raw_data

    def file_complete(self, _file_size: int) -> None:
        return None
