from django.urls import path
from django.http import HttpResponse
urlpatterns = [path("", lambda r, **k: HttpResponse(), name="basket"), path("<str:code>/", lambda r, **k: HttpResponse(), name="project")]
