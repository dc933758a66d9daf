package profiles;

import java.util.List;

/** The entities, for tests in other rooms. */
public final class Entities {
    public static final List<Class<?>> ALL = DatabaseModule.ENTITIES;

    private Entities() {
    }
}
