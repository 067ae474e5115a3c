package chladni.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Puts a script before jpackage's starter: where no language is set (ssh, cron, containers) Java would read prompts and
/// file names that are not ASCII as question marks.
final class LinuxStarter {
    private static final String SCRIPT = """
            #!/bin/sh
            self=$0
            while [ -L "$self" ]; do
                link=$(readlink "$self")
                case $link in /*) self=$link ;; *) self=${self%/*}/$link ;; esac
            done
            case ${LC_ALL:-${LC_CTYPE:-$LANG}} in
                *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
                *) LC_ALL=C.UTF-8; export LC_ALL ;;
            esac
            exec "${self%/*}/chladni-program" "$@"
            """;

    private LinuxStarter() {}

    static void install(Path image) throws IOException {
        Path bin = image.resolve("bin");
        Path app = image.resolve("lib/app");
        Files.move(bin.resolve("chladni"), bin.resolve("chladni-program"));
        Files.move(app.resolve("chladni.cfg"), app.resolve("chladni-program.cfg")); // found by the starter's name
        Files.writeString(bin.resolve("chladni"), SCRIPT);
        Files.setPosixFilePermissions(bin.resolve("chladni"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
