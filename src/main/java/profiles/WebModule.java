package profiles;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import javax.inject.Singleton;
import profiles.account.authentication.Authentication;
import profiles.config.Config;
import profiles.media.UploadTempFolder;
import profiles.profile.Fields;
import profiles.server.RouteTable;
import profiles.web.Visitors;
import profiles.web.request.BodyReceiver;

/** What the package web needs from others. */
@Module
interface WebModule {

    @Binds
    Visitors visitors(Authentication credentials);

    @Binds
    RouteTable routes(Routes routes);

    @Provides @Singleton
    static BodyReceiver bodies(Config config, UploadTempFolder uploads) {
        return new BodyReceiver(uploads.folder(), Fields.documents().stream()
            .mapToLong(field -> field.maxBytes(config.media().maxUploadBytes())).sum());
    }

    @Provides @Singleton
    static TemplateEngine templates(Config config) {
        var engine = config.development()
            ? TemplateEngine.create(new DirectoryCodeResolver(Path.of("jte")), Path.of("target", "jte-dev"), ContentType.Html)
            : TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        engine.setTrimControlStructures(true);
        return engine;
    }
}
