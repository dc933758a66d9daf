package profiles.directory;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import profiles.account.User;

/**
 * Iterates over all people found, in portions. Between portions no connection is held, however slow the reader is. A person who changes
 * meanwhile is exported as changed.
 */
final class PagedUsers implements Iterator<User> {
    /** With texts as long as they may be, some megabytes. */
    private static final int PORTION = 100;

    private final Directory directory;
    private final DirectoryQuery query;
    private Iterator<User> portion;
    /** Null after the last portion. */
    private DirectoryCursor last;

    /** The first portion is read here, so that a database in need is told before the answer begins. */
    PagedUsers(Directory directory, DirectoryQuery query) {
        this.directory = directory;
        this.query = query;
        readPage(null);
    }

    @Override
    public boolean hasNext() {
        while (!portion.hasNext() && last != null) readPage(last);
        return portion.hasNext();
    }

    @Override
    public User next() {
        if (!hasNext()) throw new NoSuchElementException();
        return portion.next();
    }

    private void readPage(DirectoryCursor from) {
        List<DirectoryCursor> places = directory.findPage(query, from, PORTION);
        last = places.size() < PORTION ? null : places.get(PORTION - 1);
        portion = directory.loadUsers(places).iterator();
    }
}
