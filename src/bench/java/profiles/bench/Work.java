package profiles.bench;

/** What people do, and what is measured of it. */
enum Work {
    PAGE("`/profile/edit/`"), API("`/api/profile/`"), LOGIN("login"), UPLOAD("upload of 1 MB"), DOWNLOAD("download of 1 MB");

    final String title;

    Work(String title) {
        this.title = title;
    }
}
