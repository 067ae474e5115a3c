package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import chladni.engine.pack.PackCheck;
import chladni.engine.pack.PackFolder;
import chladni.engine.pack.PackReport;
import chladni.engine.pack.PackReport.State;
import chladni.engine.pack.PackStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chladni packs verify`: whether packs are whole, down to the last byte where checksums are known.
@Command(name = "verify", description = "Check packs: every file there, checksums, readable weights.", mixinStandardHelpOptions = true)
final class PacksVerifyCommand implements Callable<Integer> {
    private static final int BROKEN = 3;

    private final CancelSignal cancel;
    private final Output output;

    @ParentCommand
    private PacksCommand packs;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Packs to check; all of them when none is named.")
    private List<String> ids = List.of();

    PacksVerifyCommand(CancelSignal cancel, Output output) {
        this.cancel = cancel;
        this.output = output;
        this.packs = new PacksCommand(output);
    }

    @Override
    public Integer call() {
        PackStore store = packs.store();
        boolean allWhole = true;
        if (ids.isEmpty()) {
            PackStore.Survey survey = store.survey();
            for (PackFolder pack : survey.packs()) {
                allWhole &= verify(pack);
            }
            survey.broken().forEach((folder, damaged) -> output.results().println(folder + ": damaged\n  " + damaged.getMessage()));
            return allWhole && survey.broken().isEmpty() ? 0 : BROKEN;
        }
        for (String id : ids) {
            allWhole &= verify(store.find(id));
        }
        return allWhole ? 0 : BROKEN;
    }

    private boolean verify(PackFolder pack) {
        PackReport report;
        try (ByteBar bar = new ByteBar(output)) {
            report = PackCheck.full(pack, cancel, bar);
        }
        output.results().println(pack.id() + ": " + (report.isWhole() ? "whole" : "not whole"));
        output.results().println("  folder    " + pack.path());
        output.results().println("  licence   " + orUnknown(pack.manifest().origin().licence()));
        output.results().println("  source    " + orUnknown(pack.manifest().origin().source()));
        output.results().println("  checksums " + report.count(State.VERIFIED) + " right, " + report.count(State.WRONG) + " wrong, "
                + report.count(State.MISSING) + " missing, " + report.count(State.UNVERIFIED) + " not known");
        report.problems().forEach(problem -> output.results().println("  problem   " + problem));
        return report.isWhole();
    }

    private static String orUnknown(String text) {
        return text.isBlank() ? "not stated" : text;
    }
}
