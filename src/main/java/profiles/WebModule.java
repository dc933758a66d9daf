package profiles;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import javax.inject.Singleton;
import profiles.account.Credentials;
import profiles.media.Incoming;
import profiles.profile.Fields;
import profiles.web.Limits;
import profiles.web.Visitors;

/** What the web room is told by the others. */
@Module
interface WebModule {

    @Binds
    Visitors visitors(Credentials credentials);

    @Provides @Singleton
    static Limits limits(Config config, Incoming incoming) {
        return new Limits(incoming.folder(), Fields.documents().stream().mapToLong(field -> field.most(config.media().maxUploadBytes())).sum());
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
