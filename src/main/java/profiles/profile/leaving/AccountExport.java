package profiles.profile.leaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import javax.inject.Inject;
import profiles.account.Member;
import profiles.account.admin.AccountData;
import profiles.account.admin.AccountErasure;
import profiles.media.zip.ZipDownload;
import profiles.profile.ProfileErasure;
import profiles.storage.Storage;
import profiles.web.Json;

/** All data that the service keeps of a member, as a zip for the member (GDPR, article 20). */
final class AccountExport {
    private final AccountErasure account;
    private final ProfileErasure profile;
    private final Storage storage;
    private final Clock clock;

    @Inject
    AccountExport(AccountErasure account, ProfileErasure profile, Storage storage, Clock clock) {
        this.account = account;
        this.profile = profile;
        this.storage = storage;
        this.clock = clock;
    }

    private record Person(AccountData account, Map<String, Object> profile) {
    }

    ZipDownload of(Member member) {
        var archive = new ZipDownload(storage, clock.instant());
        archive.add("profile.json", json(new Person(account.data(member.user()), profile.pack(member.user(), archive))));
        archive.add("sessions.json", json(account.sessions(member)));
        archive.add("tokens.json", json(account.tokens(member.user())));
        return archive;
    }

    private static byte[] json(Object it) {
        try {
            return Json.STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(it);
        } catch (JsonProcessingException never) {
            throw new UncheckedIOException(never);
        }
    }
}
