package chladni.app.cli;

import chladni.engine.compose.Version;
import picocli.CommandLine;

/// `--version`.
final class VersionInfo implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Chladni " + Version.PROGRAM, "Java " + Runtime.version() + ", " + System.getProperty("os.name")};
    }
}
