package profiles.profile;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.User;
import profiles.audit.Act;
import profiles.audit.Audit;
import profiles.media.Document;
import profiles.media.Uploads;
import profiles.scan.NotScanned;
import profiles.scan.Scanner;
import profiles.scan.Verdict;
import profiles.web.Errors;
import profiles.web.Invalid;
import profiles.web.Problem;
import profiles.web.View;

/** Has the documents of a form looked at for viruses, before any of them is stored (ASVS 5.4.3). */
final class DocumentScan {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentScan.class);
    private static final int AGAIN_SECONDS = 30;

    private final Scanner scanner;
    private final Audit audit;
    private final Uploads uploads;

    @Inject
    DocumentScan(Scanner scanner, Audit audit, Uploads uploads) {
        this.scanner = scanner;
        this.audit = audit;
        this.uploads = uploads;
    }

    /**
     * Call it when all else about the form is right: what is refused anyway is not to occupy the scanner.
     *
     * @throws Invalid 422 for a virus, 413 for a file that the scanner does not take, 503 while it cannot be asked; with the form as typed
     */
    void check(Context ctx, User user, Changes changes, View form) {
        var errors = new Errors();
        changes.documents().forEach((field, document) -> {
            var verdict = look(document, form);
            if (verdict.kind() == Verdict.Kind.FOUND) found(ctx, user, field, verdict.signature(), errors);
            else if (verdict.kind() == Verdict.Kind.TOO_LARGE) errors.tooLarge(field.name(), "This file is too large to be checked for viruses. Choose a smaller one.");
        });
        errors.check(form);
    }

    private void found(Context ctx, User user, DocumentField field, String signature, Errors errors) {
        audit.record(ctx, Act.VIRUS_REFUSED, user);
        uploads.refused(Uploads.Refusal.VIRUS);
        LOG.warn("{} was found in a {} sent for user {}", signature, field.name(), user.id());
        errors.on(field.name(), "A virus was found in this file, so it was not saved. Choose another one.");
    }

    private Verdict look(Document document, View form) {
        try (var bytes = document.upload().open()) {
            return scanner.look(bytes);
        } catch (NotScanned failed) {
            uploads.refused(Uploads.Refusal.UNSCANNED);
            LOG.warn("a file was not taken: {}", failed.getMessage());
            throw Invalid.with(form, Problem.busy("Files cannot be checked for viruses at the moment, so nothing was changed. Try again soon.", AGAIN_SECONDS));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
