package profiles.leaving;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import javax.inject.Inject;
import profiles.account.AccountData;
import profiles.account.LeavingAccount;
import profiles.account.Member;
import profiles.media.Archive;
import profiles.media.Storage;
import profiles.profile.LeavingProfile;
import profiles.web.Json;

/** All that the service keeps of a member, for him to take along (GDPR, article 20). */
final class Export {
    private final LeavingAccount account;
    private final LeavingProfile profile;
    private final Storage storage;
    private final Clock clock;

    @Inject
    Export(LeavingAccount account, LeavingProfile profile, Storage storage, Clock clock) {
        this.account = account;
        this.profile = profile;
        this.storage = storage;
        this.clock = clock;
    }

    private record Person(AccountData account, Map<String, Object> profile) {
    }

    Archive of(Member member) {
        var archive = new Archive(storage, clock.instant());
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
