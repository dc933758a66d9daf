package profiles.cli;

import picocli.CommandLine.IVersionProvider;

/** As the jar's manifest tells it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = getClass().getPackage().getImplementationVersion();
        return new String[] {"Profiles " + (version == null ? "(not from a jar)" : version)};
    }
}
