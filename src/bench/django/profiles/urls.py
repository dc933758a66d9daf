from django.urls import include, path

from . import views

urlpatterns = [
    path("accounts/register/", views.register),
    path("accounts/", include("django.contrib.auth.urls")),
    path("profile/edit/", views.edit_profile, name="edit_profile"),
    path("api/profile/", views.ProfileAPI.as_view()),
    path("media/<path:name>", views.media),
]
