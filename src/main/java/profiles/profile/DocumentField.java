package profiles.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import profiles.fileformat.FileFormat;
import profiles.media.MediaUrl;
import profiles.media.ValidatedUpload;
import profiles.web.FormErrors;
import profiles.web.FormField;
import profiles.web.Json;
import profiles.web.request.FormInput;

/** A file. Its column holds its key in the storage, such as {@code cvs/mycv.pdf}. */
public final class DocumentField extends Field {
    /** The longest key, in code points: Django's columns of files. */
    private static final int MAX = 100;

    private final String folder;
    private final List<FileFormat> kinds;
    private final long max;
    private final String accept, kindsText;

    private DocumentField(String name, String label, String folder, List<FileFormat> kinds, long max) {
        super(name, label, ColumnAccessor.key(name, MAX));
        this.folder = folder;
        this.kinds = kinds;
        this.max = max;
        this.accept = Stream.concat(kinds.stream().flatMap(FileFormat::acceptedTypes), kinds.stream().map(FileFormat::type))
            .collect(Collectors.joining(","));
        this.kindsText = FileFormat.list(kinds);
    }

    /**
     * A field of images alone is shown as a picture.
     *
     * @param name   of the {@code String} property of {@link Profile}, as its column spells it; needs an index, for downloads
     * @param folder below the media root
     * @param kinds  that are taken, by what the bytes say
     */
    static DocumentField of(String name, String label, String folder, FileFormat... kinds) {
        return new DocumentField(name, label, folder, List.of(kinds), Long.MAX_VALUE);
    }

    /** Takes less than other fields do, which take what MAX_UPLOAD_MB says. */
    DocumentField upTo(int megabytes) {
        return new DocumentField(name(), label(), folder, kinds, megabytes * 1024L * 1024);
    }

    /** In bytes. @param usual what a field takes that says nothing else */
    public long maxBytes(long usual) {
        return Math.min(max, usual);
    }

    public String folder() {
        return folder;
    }

    /** For the accept attribute of HTML's file input. */
    public String accept() {
        return accept;
    }

    public String kinds() {
        return kindsText;
    }

    /** Whether it holds nothing but what a page can show as a picture. */
    public boolean hasImages() {
        return kinds.stream().allMatch(kind -> kind.isInline() && kind.type().startsWith("image/"));
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
    List<FormField> names() {
        return List.of(FormField.of(name(), schema()).withMediaTypes(kinds.stream().map(FileFormat::type).toList()),
            FormField.flag(clear()).withDescription("Removes the file, as null does."));
    }

    @Override
    void read(FormInput in, Profile now, ProfileChanges to, FormErrors errors) {
        var files = in.files(name());
        var clear = in.isCleared(name()) || in.isChecked(clear());
        if (files.size() > 1) errors.add(name(), "Send one file, not " + files.size() + ".");
        else if (files.size() == 1 && clear) errors.add(name(), "Either send a file or remove the one that is there, not both.");
        else if (files.size() == 1 && in.hasText(name())) errors.add(name(), "Send the file alone, without a text of the same name.");
        else if (files.size() == 1 && files.get(0).name().isEmpty())
            errors.add(name(), "This file was sent without a name. Send its name, too, such as cv.pdf.");
        else if (files.size() == 1) {
            var document = ValidatedUpload.of(name(), files.get(0), kinds, maxBytes(to.limit()), errors);
            if (document != null) to.put(this, document);
        } else if (clear) to.clear(this);
        else if (!saysTheSame(in, now)) errors.add(name(), "Send the file itself, as a part of a multipart/form-data request.");
    }

    /** Programs may send back the URL that we gave them. */
    private boolean saysTheSame(FormInput in, Profile now) {
        var sent = in.textOr(name(), "");
        return sent.isEmpty() || !value(now).isEmpty() && sent.endsWith(MediaUrl.path(value(now)));
    }
}
