package chladni.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneTest {
    private final Lane lane = new Lane();
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void closeLane() {
        gate.countDown();
        lane.close();
    }

    private Job job(String title, Consumer<Monitor> work) {
        return new Job() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public void run(Monitor monitor) {
                ran.add(title);
                work.accept(monitor);
            }
        };
    }

    private Job quick(String title) {
        return job(title, _ -> {});
    }

    /// Occupies the lane until the gate opens, or until it is cancelled.
    private Ticket busy() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Ticket ticket = lane.add(job("busy", monitor -> {
            started.countDown();
            monitor.cancel().onRaise(gate::countDown);
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            monitor.cancel().throwIfRaised();
        }));
        started.await();
        return ticket;
    }

    private static Ticket.State end(Ticket ticket) throws Exception {
        return ticket.end().get(10, TimeUnit.SECONDS);
    }

    @Test
    void jobsRunOneAfterAnotherInTheOrderGiven() throws Exception {
        busy();
        Ticket a = lane.add(quick("a"));
        Ticket b = lane.add(quick("b"));
        gate.countDown();
        assertThat(end(a)).isEqualTo(Ticket.State.DONE);
        assertThat(end(b)).isEqualTo(Ticket.State.DONE);
        assertThat(ran).containsExactly("busy", "a", "b");
    }

    @Test
    void waitingJobsCanBeReorderedAndPutFirst() throws Exception {
        busy();
        Ticket a = lane.add(quick("a"));
        Ticket b = lane.add(quick("b"));
        lane.move(b, 0);
        lane.addNext(quick("first"));
        gate.countDown();
        end(a);
        assertThat(ran).containsExactly("busy", "first", "b", "a");
    }

    @Test
    void cancellingTheCurrentJobLetsTheNextOneRun() throws Exception {
        Ticket running = busy();
        Ticket next = lane.add(quick("next"));
        lane.cancelCurrent();
        assertThat(end(running)).isEqualTo(Ticket.State.CANCELLED);
        assertThat(end(next)).isEqualTo(Ticket.State.DONE);
    }

    @Test
    void clearingEmptiesTheQueueButNotTheCurrentJob() throws Exception {
        Ticket running = busy();
        Ticket waiting = lane.add(quick("waiting"));
        lane.clear();
        assertThat(lane.waiting()).isEmpty();
        assertThat(waiting.state()).isEqualTo(Ticket.State.CANCELLED);
        assertThat(running.state()).isEqualTo(Ticket.State.RUNNING);
        gate.countDown();
        end(running);
        assertThat(ran).containsExactly("busy");
    }

    @Test
    void aPausedLaneStartsNothingUntilItResumes() throws Exception {
        lane.pause();
        Ticket ticket = lane.add(quick("a"));
        assertThat(ticket.end().isDone()).isFalse();
        assertThat(lane.waiting()).containsExactly(ticket);
        lane.resume();
        assertThat(end(ticket)).isEqualTo(Ticket.State.DONE);
    }

    @Test
    void aFailingJobSaysWhyAndDoesNotStopTheLane() throws Exception {
        Ticket bad = lane.add(job("bad", _ -> {
            throw new IllegalStateException("broken");
        }));
        Ticket good = lane.add(quick("good"));
        assertThat(end(bad)).isEqualTo(Ticket.State.FAILED);
        assertThat(bad.failure()).hasMessage("broken");
        assertThat(end(good)).isEqualTo(Ticket.State.DONE);
    }

    @Test
    void changesAreToldToListeners() throws Exception {
        CountDownLatch told = new CountDownLatch(3);
        lane.onChange(told::countDown);
        end(lane.add(quick("a")));
        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
