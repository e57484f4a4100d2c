package io.verigate.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of the running jar and of Java.
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version =
                Objects.requireNonNullElse(
                        VersionProvider.class.getPackage().getImplementationVersion(),
                        "(from sources)");
        return new String[] {"Verigate %s, Java %s".formatted(version, Runtime.version())};
    }
}
