package profiles.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Store;

/** Two copies of the service, one MariaDB, one store. */
class CopiesOnOneStoreTest {
    private static final int MEMBERS = 8, ROUNDS = 3;

    @ParameterizedTest
    @EnumSource
    void all_who_upload_one_name_at_once_get_their_own_document_back(Store store) throws Exception {
        var threads = Executors.newFixedThreadPool(MEMBERS);
        try (var one = Service.on(Engine.MARIADB, store.empty())) {
            var other = one.copy(Map.of());
            try {
                var members = IntStream.range(0, MEMBERS).mapToObj(i -> (i % 2 == 0 ? one : other).program().register("member" + i))
                    .toList();

                for (int round = 0; round < ROUNDS; round++) {
                    var about = "round " + round + " of ";
                    var uploads = IntStream.range(0, MEMBERS).<Callable<String>>mapToObj(i -> () -> upload(members.get(i), about + i))
                        .toList();
                    var urls = threads.invokeAll(uploads);

                    var different = new HashSet<String>();
                    for (int i = 0; i < MEMBERS; i++) {
                        different.add(urls.get(i).get());
                        assertArrayEquals(Samples.pdf(about + i), read(members.get(i), urls.get(i).get()));
                    }
                    assertEquals(MEMBERS, different.size());
                    assertEquals(MEMBERS, count(one), "what was replaced is gone");
                }
            } finally {
                other.stop();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String upload(Client member, String about) {
        var answer = member.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(about)));
        return URI.create(answer.json().get("cv").textValue()).getRawPath();
    }

    private static byte[] read(Client member, String path) {
        var answer = member.bytes("GET", path);
        return answer.statusCode() == 302 ? Client.fetch(URI.create(answer.headers().firstValue("Location").orElseThrow())).body()
            : answer.body();
    }

    private static int count(Service service) {
        var count = new int[1];
        service.graph().storage().list("cvs", file -> count[0]++);
        return count[0];
    }
}
