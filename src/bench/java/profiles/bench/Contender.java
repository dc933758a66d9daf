package profiles.bench;

import java.util.List;

/** One of those that do the same work by turns. @param pids whose processor time it costs */
record Contender(String name, List<Long> pids, Driver driver) {
    interface Driver {
        Result drive(int seconds) throws Exception;
    }

    static Contender of(String name, Load load, int clients, Long... pids) {
        return new Contender(name, List.of(pids), seconds -> Wrk.drive(load, clients, seconds));
    }

    /** @return what one round came to */
    Round round(int seconds, Calm calm) throws Exception {
        var before = calm.now();
        var cpu = cpu();
        var result = driver.drive(seconds);
        return new Round(result, cpu() - cpu, calm.at(before) && calm.at(calm.now()));
    }

    private long cpu() {
        return pids.stream().mapToLong(Taken::cpu).sum();
    }
}
