package profiles.profile;

import io.ebean.event.BeanPersistAdapter;
import io.ebean.event.BeanPersistRequest;
import profiles.account.User;

/** Each new user gets a profile, in the transaction that makes the user: there is none without the other. */
public final class ProfileOnUserInsert extends BeanPersistAdapter {

    @Override
    public boolean isRegisterFor(Class<?> type) {
        return type == User.class;
    }

    @Override
    public void postInsert(BeanPersistRequest<?> request) {
        request.database().save(new Profile((User) request.bean()), request.transaction());
    }
}
