package chladni.app.cli;

import chladni.engine.failure.CancelSignal;
import picocli.CommandLine;

/// Makes the commands, handing those that do work what they need.
record CommandFactory(CancelSignal cancel, Output output, Writing writing) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RenderCommand.class) {
            return type.cast(new RenderCommand(this));
        } else if (type == ListenCommand.class) {
            return type.cast(new ListenCommand(this));
        } else if (type == SeeCommand.class) {
            return type.cast(new SeeCommand(output, writing));
        } else if (type == PacksCommand.class) {
            return type.cast(new PacksCommand(output));
        } else if (type == PacksVerifyCommand.class) {
            return type.cast(new PacksVerifyCommand(cancel, output));
        } else if (type == PacksAddCommand.class) {
            return type.cast(new PacksAddCommand(this));
        } else if (type == PacksFetchCommand.class) {
            return type.cast(new PacksFetchCommand(cancel, output));
        } else if (type == ScoreCommand.class) {
            return type.cast(new ScoreCommand(this));
        } else if (type == StudyCommand.class) {
            return type.cast(new StudyCommand(this));
        } else if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(output));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
