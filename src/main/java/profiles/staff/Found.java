package profiles.staff;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import profiles.account.User;

/** All who are found, some at a time: between these no connection is held, however slow the reader. Who changes meanwhile is seen as he then is. */
final class Found implements Iterator<User> {
    /** With texts as long as they may be, some megabytes. */
    private static final int PORTION = 100;

    private final Directory directory;
    private final DirectoryQuery query;
    private Iterator<User> portion;
    /** Null after the last portion. */
    private DirectoryCursor last;

    /** The first portion is read here, so that a database in need is told before the answer begins. */
    Found(Directory directory, DirectoryQuery query) {
        this.directory = directory;
        this.query = query;
        read(null);
    }

    @Override
    public boolean hasNext() {
        while (!portion.hasNext() && last != null) read(last);
        return portion.hasNext();
    }

    @Override
    public User next() {
        if (!hasNext()) throw new NoSuchElementException();
        return portion.next();
    }

    private void read(DirectoryCursor from) {
        List<DirectoryCursor> places = directory.places(query, from, PORTION);
        last = places.size() < PORTION ? null : places.get(PORTION - 1);
        portion = directory.people(places).iterator();
    }
}
