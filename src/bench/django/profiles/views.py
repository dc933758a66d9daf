from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import UserCreationForm
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from rest_framework import generics, serializers

from .models import Profile


class ProfileForm(forms.ModelForm):
    class Meta:
        model = Profile
        fields = ["full_name", "bio", "cv", "certificate"]


@login_required
def edit_profile(request):
    form = ProfileForm(request.POST or None, request.FILES or None, instance=request.user.profile)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Profile saved.")
        return redirect("edit_profile")
    return render(request, "edit_profile.html", {"form": form})


def register(request):
    form = UserCreationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.save())
        return redirect("edit_profile")
    return render(request, "registration/login.html", {"form": form})


class ProfileSerializer(serializers.ModelSerializer):
    username = serializers.CharField(source="user.username", read_only=True)

    class Meta:
        model = Profile
        fields = ["username", "full_name", "bio", "cv", "certificate"]


class ProfileAPI(generics.RetrieveUpdateAPIView):
    serializer_class = ProfileSerializer

    def get_object(self):
        return self.request.user.profile


@login_required
def media(request, name):
    """nginx sends it, once we know that it is the visitor's own."""
    get_object_or_404(Profile, Q(cv=name) | Q(certificate=name), user=request.user)
    response = HttpResponse()
    del response["Content-Type"]
    response["X-Accel-Redirect"] = "/protected/" + name
    return response
