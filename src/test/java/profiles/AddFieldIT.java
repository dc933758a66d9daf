package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.OnBothDatabases;

/** The manual's "Add a field", done to a copy of the project: all of its fields at once, then its commands; and the jar that this makes. */
@OnBothDatabases
@Timeout(900)
class AddFieldIT {
    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private final Applicant ada = new Applicant();
    private Map<String, String> settings;
    private Jar jar;

    @BeforeEach
    void newDatabase() {
        settings = Jar.settings(engine, folder);
    }

    @Test void the_fields_are_saved_corrected_taken_along_cleared_and_gone() throws Exception {
        jar = Jar.ready(Recipe.built().jar(), folder, settings);
        ada.register(jar);

        ada.isAskedForThem();
        ada.savesThem();
        assertEquals("1815-12-10", kept("birthday"));
        ada.isToldWhatIsWrong();
        ada.keepsEachDay();
        ada.takesThemAlong();
        madeStaff();
        ada.isFoundByThem();
        ada.clearsThem();
        assertFalse(Files.exists(photo()));

        ada.uploadsAgain();
        assertTrue(Files.exists(photo()));
        ada.leaves();
        assertFalse(Files.exists(photo()));
    }

    @Test void the_database_of_the_jar_before_is_taken_over() throws Exception {
        jar = Jar.ready(folder, settings);
        ada.register(jar);
        ada.saveWhatWasThereBefore();
        jar.close();

        jar = Jar.ready(Recipe.built().jar(), folder, settings);
        ada.at(jar);

        ada.findsThemEmptyAndTheRestKept();
        insertedByWhoDoesNotKnowThem();
        ada.savesThem();
    }

    private Path photo() {
        return folder.resolve("media").resolve("photos").resolve("ada.png");
    }

    private String kept(String column) throws SQLException {
        try (var connection = connection(); var sql = connection.createStatement(); var rows = sql.executeQuery("select " + column
            + " from profiles_profile")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void madeStaff() throws SQLException {
        try (var connection = connection(); var sql = connection.createStatement()) {
            sql.execute("update auth_user set is_staff = 1");
        }
    }

    /** The Django app whose tables these are may go on. */
    private void insertedByWhoDoesNotKnowThem() throws SQLException {
        try (var connection = connection(); var sql = connection.createStatement()) {
            sql.execute(
                "insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined)"
                + " values ('!', 0, 'older', '', '', '', 0, 1, '2021-03-04 05:06:07')");
            assertEquals(1, sql.executeUpdate("insert into profiles_profile (full_name, bio, cv, certificate, user_id)"
                + " select '', '', '', '', id from auth_user where username = 'older'"));
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), null);
    }

    @AfterEach
    void end() {
        if (jar != null) jar.close();
    }
}
