package profiles.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;

/** Checks the settings of a MariaDB server, or of a Galera cluster, on which our promises depend. */
final class DatabaseServerCheck {
    private static final int MAJORITY_OF = 3;

    private final Map<String, String> is;
    private final boolean isAdministrator;
    private final List<CheckResult> findings = new ArrayList<>();

    private DatabaseServerCheck(Map<String, String> is, boolean administrator) {
        this.is = is;
        this.isAdministrator = administrator;
    }

    static List<CheckResult> of(DatabaseConfig database) {
        try (var connection = ConnectionPools.connect(database)) {
            var is = read(connection, "show global variables");
            is.putAll(read(connection, "show global status like 'wsrep_cluster%'"));
            var check = new DatabaseServerCheck(is, isAdministrator(connection));
            check.checkTriggers();
            check.checkDurability();
            if (check.isOn("wsrep_on")) check.checkCluster(database);
            return check.findings;
        } catch (SQLException refused) {
            return List.of(CheckResult.failure("The settings of the database's server cannot be read (" + refused.getMessage() + ").",
                "Try again."));
        }
    }

    /** A cluster refuses triggers as a server with a binary log does. */
    private void checkTriggers() {
        if (!isOn("log_bin") && !isOn("wsrep_on") || isOn("log_bin_trust_function_creators") || isAdministrator) return;
        findings.add(CheckResult.failure("The server lets us make no triggers, so that changes show in the staff's search within the hour.",
            "Set log_bin_trust_function_creators=1 on every node."));
    }

    /** In a cluster, the other nodes have what one of them loses. */
    private void checkDurability() {
        if (isOn("wsrep_on") || value("innodb_flush_log_at_trx_commit").equals("1")) return;
        findings.add(CheckResult.failure("The server acknowledges changes before they are on its disk.",
            "Set innodb_flush_log_at_trx_commit=1."));
    }

    private void checkCluster(DatabaseConfig database) {
        var size = Integer.parseInt(is.getOrDefault("wsrep_cluster_size", "0"));
        if (size < MAJORITY_OF) findings.add(CheckResult.failure("The Galera cluster has " + size
            + " nodes: it stops when one of them is lost.",
            "Let three take part; two and an arbitrator (garbd) will do."));
        else findings.add(CheckResult.ok("The database is a Galera cluster of " + size + " nodes."
            + (database.toString().contains(":sequential:") ? ""
            : " To go on when one is lost, name them all: jdbc:mariadb:sequential://db1,db2,db3/name")));
        if (!value("binlog_format").equals("row")) findings.add(
            CheckResult.failure("The cluster replicates statements.", "Set binlog_format=ROW on every node."));
        if (!value("innodb_autoinc_lock_mode").equals("2"))
            findings.add(CheckResult.failure("New rows may get the same ids on two nodes.",
                "Set innodb_autoinc_lock_mode=2 on every node."));
    }

    private boolean isOn(String name) {
        return value(name).equals("on");
    }

    private String value(String name) {
        return is.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> read(Connection connection, String sql) throws SQLException {
        var values = new HashMap<String, String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) values.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
        }
        return values;
    }

    private static boolean isAdministrator(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("show grants")) {
            while (rows.next()) if (rows.getString(1).matches("GRANT .*\\b(ALL PRIVILEGES|SUPER)\\b.* ON \\*\\.\\*.*")) return true;
            return false;
        }
    }
}
