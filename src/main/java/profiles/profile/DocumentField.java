package profiles.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import profiles.media.Document;
import profiles.media.FileKind;
import profiles.media.MediaUrl;
import profiles.web.Errors;
import profiles.web.Input;
import profiles.web.Json;
import profiles.web.Name;

/** A file. Its column holds its key in the storage, such as {@code cvs/mycv.pdf}. */
public final class DocumentField extends Field {
    /** The longest key, in code points: Django's columns of files. */
    private static final int MOST = 100;

    private final String folder;
    private final List<FileKind> kinds;
    private final long most;
    private final String extensions, kindsText, otherText;

    private DocumentField(String name, String label, String folder, List<FileKind> kinds, long most) {
        super(name, label, Property.text(name, MOST));
        this.folder = folder;
        this.kinds = kinds;
        this.most = most;
        this.extensions = kinds.stream().flatMap(kind -> kind.extensions().stream()).map(extension -> "." + extension).collect(Collectors.joining(","));
        this.kindsText = FileKind.list(kinds);
        this.otherText = Document.other(kinds);
    }

    /**
     * A field of images alone is shown as a picture.
     *
     * @param name   of the {@code String} property of {@link Profile}, as its column spells it; needs an index, for downloads and the sweep
     * @param folder below the media root; the sweep removes from it what no profile refers to
     * @param kinds  that are taken, by what the bytes say
     */
    static DocumentField of(String name, String label, String folder, FileKind... kinds) {
        return new DocumentField(name, label, folder, List.of(kinds), Long.MAX_VALUE);
    }

    /** Takes less than other fields do, which take what MAX_UPLOAD_MB says. */
    DocumentField upTo(int megabytes) {
        return new DocumentField(name(), label(), folder, kinds, megabytes * 1024L * 1024);
    }

    /** In bytes. @param usual what a field takes that says nothing else */
    public long most(long usual) {
        return Math.min(most, usual);
    }

    /** Below the media root. */
    public String folder() {
        return folder;
    }

    /** For the accept attribute of HTML's file input. */
    public String extensions() {
        return extensions;
    }

    /** Such as "PDF, PNG or JPEG". */
    public String kinds() {
        return kindsText;
    }

    /** What is said of a file of another kind. */
    public String other() {
        return otherText;
    }

    /** Whether it holds nothing but what a page can show as a picture. */
    public boolean pictures() {
        return kinds.stream().allMatch(kind -> kind.inline() && kind.type().startsWith("image/"));
    }

    /** The name of the box that removes the file. */
    public String clear() {
        return name() + "-clear";
    }

    /** Its absolute URL. */
    @Override
    public String kind() {
        return "document";
    }

    @Override
    Map<String, Object> schema() {
        return Json.object("type", List.of("string", "null"), "title", label(), "description", kinds() + ".", "format", "uri");
    }

    @Override
    List<Name> names() {
        return List.of(Name.of(name(), schema()).sentAs(kinds.stream().map(FileKind::type).toList()),
            Name.flag(clear()).says("Removes the file, as null does."));
    }

    @Override
    void read(Input in, Profile now, Changes to, Errors errors) {
        var files = in.files(name());
        var clear = in.cleared(name()) || in.ticked(clear());
        if (files.size() > 1) errors.on(name(), "Send one file, not " + files.size() + ".");
        else if (files.size() == 1 && clear) errors.on(name(), "Either send a file or remove the one that is there, not both.");
        else if (files.size() == 1) {
            var document = Document.of(name(), files.get(0), kinds, most(to.limit()), errors);
            if (document != null) to.put(this, document);
        } else if (clear) to.clear(this);
        else if (!saysTheSame(in, now)) errors.on(name(), "Send the file itself, as a part of a multipart/form-data request.");
    }

    /** Programs may send back the URL that we gave them. */
    private boolean saysTheSame(Input in, Profile now) {
        var sent = in.textOr(name(), "");
        return sent.isEmpty() || !value(now).isEmpty() && sent.endsWith(MediaUrl.path(value(now)));
    }
}
