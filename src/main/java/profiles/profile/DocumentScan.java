package profiles.profile;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.account.User;
import profiles.antivirus.ScanFailedException;
import profiles.antivirus.ScanResult;
import profiles.antivirus.Scanner;
import profiles.audit.AuditAction;
import profiles.audit.AuditTrail;
import profiles.media.UploadCounters;
import profiles.media.ValidatedUpload;
import profiles.web.FormErrors;
import profiles.web.InvalidForm;
import profiles.web.Problem;
import profiles.web.View;

/** Scans the documents of a form for viruses, before any of them is stored (ASVS 5.4.3). */
final class DocumentScan {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentScan.class);
    private static final int AGAIN_SECONDS = 30;

    private final Scanner scanner;
    private final AuditTrail audit;
    private final UploadCounters uploads;

    @Inject
    DocumentScan(Scanner scanner, AuditTrail audit, UploadCounters uploads) {
        this.scanner = scanner;
        this.audit = audit;
        this.uploads = uploads;
    }

    /**
     * Call it when all else about the form is right: what is refused anyway is not to occupy the scanner.
     *
     * @throws InvalidForm 422 for a virus, 413 for a file that the scanner does not take, 503 while it cannot be asked; with the form as
     * typed
     */
    void check(Context ctx, User user, ProfileChanges changes, View form) {
        var errors = new FormErrors();
        changes.documents().forEach((field, document) -> {
            var verdict = scan(document, form);
            if (verdict.kind() == ScanResult.Kind.FOUND) found(ctx, user, field, verdict.signature(), errors);
            else if (verdict.kind() == ScanResult.Kind.TOO_LARGE) errors.tooLarge(field.name(),
                "This file is too large to be checked for viruses. Choose a smaller one.");
        });
        errors.check(form);
    }

    private void found(Context ctx, User user, DocumentField field, String signature, FormErrors errors) {
        audit.record(ctx, AuditAction.VIRUS_REFUSED, user);
        uploads.refused(UploadCounters.Refusal.VIRUS);
        LOG.warn("{} was found in a {} sent for user {}", signature, field.name(), user.id());
        errors.add(field.name(), "A virus was found in this file, so it was not saved. Choose another one.");
    }

    private ScanResult scan(ValidatedUpload document, View form) {
        try (var bytes = document.upload().open()) {
            return scanner.scan(bytes);
        } catch (ScanFailedException failed) {
            uploads.refused(UploadCounters.Refusal.UNSCANNED);
            LOG.warn("a file was not taken: {}", failed.getMessage());
            throw InvalidForm.with(form,
                Problem.busy("Files cannot be checked for viruses at the moment, so nothing was changed. Try again soon.", AGAIN_SECONDS));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
