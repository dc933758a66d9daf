package profiles.storage;

import profiles.fixture.Store;

class S3StorageTest extends RemoteStorageContract {

    @Override
    Store store() {
        return Store.S3;
    }
}
