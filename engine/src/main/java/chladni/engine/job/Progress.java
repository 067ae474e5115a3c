package chladni.engine.job;

/// Where work stands.
///
/// @param stage what is being done, in the order it happens
/// @param take take being made, from 0
/// @param takes takes asked for
/// @param step steps of this stage that are done
/// @param steps steps of this stage in all
public record Progress(Stage stage, int take, int takes, int step, int steps) {
    public Progress {
        if (step < 0 || step > steps || take < 0 || take >= takes) {
            throw new IllegalArgumentException("step " + step + " of " + steps + ", take " + take + " of " + takes + " cannot be");
        }
    }
}
