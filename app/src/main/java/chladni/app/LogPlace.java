package chladni.app;

import ch.qos.logback.core.PropertyDefinerBase;
import java.nio.file.Path;

/// Where the log lies. `logback.xml` asks this class, so that the log and what messages say of it agree.
public final class LogPlace extends PropertyDefinerBase {
    /// The log file; the system property `chladni.log` names another one.
    public static Path file() {
        String named = System.getProperty("chladni.log", "");
        return named.isBlank() ? DataFolders.logs().resolve("chladni.log") : Path.of(named).toAbsolutePath();
    }

    @Override public String getPropertyValue() {
        return file().toString();
    }
}
