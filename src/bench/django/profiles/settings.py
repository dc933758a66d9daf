import os

DEBUG = False
SECRET_KEY = "for benchmarks alone"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = [f"django.contrib.{app}" for app in ("auth", "contenttypes", "sessions", "messages", "staticfiles")] + ["rest_framework", "profiles"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "profiles.urls"
CONTEXT = ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {"context_processors": CONTEXT}}]
DATABASES = {"default": {
    "ENGINE": "django.db.backends.mysql", "HOST": "127.0.0.1", "PORT": os.environ["DB_PORT"], "NAME": os.environ["DB_NAME"], "USER": "root",
    # Without it, Django connects anew for each request.
    "CONN_MAX_AGE": 60, "OPTIONS": {"charset": "utf8mb4"},
}}
AUTH_PASSWORD_VALIDATORS = [{"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
                            for name in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")]
USE_TZ = True
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = os.environ["DATA_DIR"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "edit_profile"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
