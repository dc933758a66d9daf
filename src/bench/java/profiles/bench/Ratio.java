package profiles.bench;

/** Which of them are compared: ours with Django and with the limits of its own database. */
final class Ratio {
    private Ratio() {
    }

    static boolean meant(String ours, String other) {
        var database = ours.replaceFirst(",.*", "");
        if (!database.equals(Field.SQLITE) && !database.equals(Field.MARIADB)) return false;
        if (other.startsWith(Field.DJANGO)) return true;
        return other.endsWith(database) ? other.contains(", ") : !other.startsWith(Field.SQLITE) && !other.startsWith(Field.MARIADB)
            && !other.endsWith(Field.SQLITE) && !other.endsWith(Field.MARIADB);
    }
}
