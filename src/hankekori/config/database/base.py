from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base
from psycopg.conninfo import conninfo_to_dict

from hankekori.config.embedded_postgres import running_server


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL whose server is started when the first connection is asked for."""

    def get_connection_params(self) -> dict[str, Any]:
        data_dir = Path(self.settings_dict["OPTIONS"]["data_dir"])
        where = conninfo_to_dict(running_server(data_dir))
        own = {"HOST": where["host"], "USER": where["user"], "OPTIONS": self._options_without_data_dir()}
        original = self.settings_dict
        self.settings_dict = {**original, **own}
        try:
            return super().get_connection_params()
        finally:
            self.settings_dict = original

    def _options_without_data_dir(self) -> dict[str, Any]:
        return {key: value for key, value in self.settings_dict["OPTIONS"].items() if key != "data_dir"}
