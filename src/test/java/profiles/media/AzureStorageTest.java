package profiles.media;

import profiles.fixture.Store;

class AzureStorageTest extends RemoteStorageContract {

    @Override
    Store store() {
        return Store.AZURE;
    }
}
