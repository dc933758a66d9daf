package profiles.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * As fast as it can be: one piece of what the service does, with nothing around it. Says "ready at ADDRESS", or works as long as it is
 * told.
 */
final class Limit {
    private Limit() {
    }

    public static void main(String[] arguments) throws Exception {
        var rest = List.of(arguments).subList(1, arguments.length);
        switch (arguments[0]) {
            case "hello" -> Bare.hello();
            case "query" -> Bare.query(rest.get(0), rest.get(1), Path.of(rest.get(2)));
            case "file" -> Bare.file(Path.of(rest.get(0)));
            case "argon2" -> Loop.of(Runtime.getRuntime().availableProcessors(), new Hashing());
            case "store" -> Loop.of(Site.PEOPLE, new Storing(rest.get(0), Path.of(rest.get(1))));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
