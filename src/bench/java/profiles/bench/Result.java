package profiles.bench;

/** What came of one round. @param p50 and p99 are milliseconds */
record Result(long requests, double seconds, double p50, double p99, long errors) {
    double perSecond() {
        return requests / seconds;
    }
}
