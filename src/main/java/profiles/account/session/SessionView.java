package profiles.account.session;

import profiles.account.Device;
import profiles.account.Session;
import profiles.web.Timestamp;

/**
 * A session as its owner sees it.
 *
 * @param device  such as "Firefox on Linux"
 * @param address an IP address, where the login came from; "" when it is not known
 * @param current the one that asks
 */
public record SessionView(long id, String device, String address, Timestamp since, Timestamp lastSeen, boolean current) {

    static SessionView of(Session session, Session asking) {
        return new SessionView(session.id, Device.name(session.userAgent), session.address, Timestamp.of(session.started),
            Timestamp.of(session.lastSeen), session.id == asking.id);
    }
}
