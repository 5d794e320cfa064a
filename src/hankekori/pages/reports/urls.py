from django.urls import path
from django.http import HttpResponse
urlpatterns = [path("", lambda r, **k: HttpResponse(), name="reports"), path("uusi/", lambda r, **k: HttpResponse(), name="report-new")]
