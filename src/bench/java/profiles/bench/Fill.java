package profiles.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;
import profiles.database.Migrations;

/**
 * Fills an empty database with people, the same ones each time: {@code java -cp target/profiles.jar src/bench/java/profiles/bench/Fill.java
 * 1000000},
 * with the settings DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD. One of them, {@code bench}, is staff; the password is "correct
 * horse".
 */
public final class Fill {
    private static final int AT_ONCE = 200, COMMIT = 20_000;
    private static final String HASH =
        "argon2$argon2id$v=19$m=19456,t=2,p=1$Fyb7k0a36/9vWRa/p4dTXQ$Cyq8grnvrZFYJs9Z3sn4mxaK/cw/lD8w27/saB2Gdgc";
    private static final String USER =
        "insert into auth_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) "
        + "values ",
        PROFILE = "insert into profiles_profile (full_name, bio, cv, certificate, user_id) values ";

    /** First names and last names, the frequent ones first. */
    private static final String[][] NAMES = {
        split("Anna Maria James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Zoë François José "
            + "Łukasz Agnieszka Søren Ingrid Zeynep Nguyễn Chloé Siân"),
        split("Smith Müller García Nowak Jones Williams Brown Taylor Rossi Kowalczyk Dvořák O’Brien Yılmaz Jensen Şahin Trần Ng Li Núñez "
        + "Ångström Quist Xu Lovelace Zimmermann"),
        split("Анна Мария Иван Дмитрий Ольга Сергей Жанна Елена Пётр Наталья"),
        split("Иванов Смирнова Кузнецов Попова Соколов Ёлкина Шевченко Ковальчук"),
        split("Μαρία Γιώργος Ελένη Δημήτρης"), split("Παπαδόπουλος Βλάχος Οικονόμου"),
        split("محمد فاطمة أحمد مريم"), split("الحسن علي خوري"), split("נועה דוד תמר"), split("כהן לוי מזרחי"),
        split("伟 芳 秀英 敏 静"), split("王 李 张 刘 欧阳"), split("太郎 花子 さくら"), split("田中 佐藤 鈴木"), split("민준 서연 지우"), split("김 이 박"),
        split("राम सीता अर्जुन"), split("कुमार शर्मा पटेल")};
    private static final int LATIN = 60;

    private final Random random = new Random(1);
    private final Connection connection;

    private Fill(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws SQLException {
        fill(arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]), System.getenv());
    }

    /** @param settings of the service */
    static void fill(int count, Map<String, String> settings) throws SQLException {
        var database = new DatabaseConfig(settings.getOrDefault("DATABASE_URL", "jdbc:sqlite:million.db"), settings.get("DATABASE_USER"),
            settings.get("DATABASE_PASSWORD"));
        try (var pools = ConnectionPools.open(database)) {
            new Migrations(pools.writers(), database.sqlite()).run();
        }
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            // Whoever fills a database in a benchmark can fill it again.
            if (database.sqlite()) execute(connection, "pragma synchronous = off");
            else execute(connection, "set session unique_checks = 0");
            new Fill(connection).run(count);
        }
    }

    private void run(int count) throws SQLException {
        var started = System.nanoTime();
        connection.setAutoCommit(false);
        insert(USER, 10, Collections.singletonList(new Object[] {1, HASH, 0, "bench", "", "", "bench@example.org", 1, 1,
            "2015-01-01 00:00:00"}));
        insert(PROFILE, 5, Collections.singletonList(new Object[] {"Bench Mark", "", "", "", 1}));
        for (int id = 2; id <= count; id += AT_ONCE) {
            List<Object[]> users = new ArrayList<>(), profiles = new ArrayList<>();
            for (int each = id; each < id + AT_ONCE && each <= count; each++) person(each, users, profiles);
            insert(USER, 10, users);
            insert(PROFILE, 5, profiles);
            if (id % COMMIT < AT_ONCE) connection.commit();
        }
        connection.commit();
        System.out.printf("%,d people in %.1f s%n", count, (System.nanoTime() - started) / 1e9);
    }

    private void person(int id, List<Object[]> users, List<Object[]> profiles) {
        var script = random.nextInt(100) < LATIN ? 0 : 2 * random.nextInt(NAMES.length / 2);
        String first = frequent(NAMES[script]), last = frequent(NAMES[script + 1]);
        var username = (frequent(NAMES[0]) + "." + frequent(NAMES[1])).toLowerCase().replaceAll("[^a-z.]", "") + id;
        var email = random.nextInt(20) == 0 ? "" : username + "@"
            + (random.nextInt(3) == 0 ? "example.org" : "host" + random.nextInt(300) + ".example.net");
        var joined = String.format("%d-%02d-%02d %02d:%02d:%02d", 2015 + id / 100_000 % 11, 1 + random.nextInt(12), 1 + random.nextInt(28),
            random.nextInt(24), random.nextInt(60), random.nextInt(60));
        users.add(new Object[] {id, "!", 0, username, random.nextInt(4) == 0 ? first : "", random.nextInt(4) == 0 ? last : "", email, 0,
            random.nextInt(100) < 97 ? 1 : 0, joined});
        profiles.add(new Object[] {random.nextInt(10) == 0 ? "" : first + " " + last,
            "I am " + first + ".\r\n" + "I like what I do, and do what I like. ".repeat(random.nextInt(5)),
            random.nextInt(100) < 60 ? "cvs/" + username + ".pdf" : "", random.nextInt(1000) < 2 ? "certificates/" + username + ".png" : "",
            id});
    }

    private String frequent(String[] of) {
        return of[(int) (of.length * random.nextDouble() * random.nextDouble())];
    }

    private void insert(String sql, int columns, List<Object[]> rows) throws SQLException {
        var row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        try (var statement = connection.prepareStatement(sql + String.join(", ", Collections.nCopies(rows.size(), row)))) {
            for (int i = 0; i < rows.size() * columns; i++) statement.setObject(i + 1, rows.get(i / columns)[i % columns]);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String[] split(String names) {
        return names.split(" ");
    }
}
