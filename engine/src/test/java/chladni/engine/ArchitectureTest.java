package chladni.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The arrows between the engine's packages, one line each: what is not listed may not be imported.
@AnalyzeClasses(packages = "chladni.engine", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {
    private static final String[] BASE = {"tensor", "media", "failure"};
    private static final String[] MODELS = with(BASE, "weights", "graph", "onnx", "sound", "codec", "text", "network");
    private static final String[] RUNS = with(MODELS, "job", "diffusion", "diffusion.sampler", "field", "token", "pack", "recipe");

    @ArchTest static final ArchRule TENSOR = of("tensor").mayImport("failure");
    @ArchTest static final ArchRule MEDIA = of("media").mayImport("failure");
    @ArchTest static final ArchRule FAILURE = of("failure").mayImport();
    @ArchTest static final ArchRule RECIPE = of("recipe").mayImport(BASE);
    @ArchTest static final ArchRule WEIGHTS = of("weights").mayImport(BASE);
    @ArchTest static final ArchRule GRAPH = of("graph").mayImport(BASE);
    @ArchTest static final ArchRule ONNX = of("onnx").mayImport(BASE);
    @ArchTest static final ArchRule SOUND = of("sound").mayImport(BASE);
    @ArchTest static final ArchRule CODEC = of("codec").mayImport(BASE);
    @ArchTest static final ArchRule TEXT = of("text").mayImport(BASE);
    @ArchTest static final ArchRule NETWORK = of("network").mayImport(with(BASE, "graph", "weights", "onnx"));
    @ArchTest static final ArchRule JOB = of("job").mayImport(BASE);
    @ArchTest static final ArchRule DIFFUSION = of("diffusion").mayImport("tensor", "failure", "job");
    @ArchTest static final ArchRule SAMPLER = of("diffusion.sampler").mayImport("tensor", "failure", "job", "diffusion");
    @ArchTest static final ArchRule FIELD = of("field").mayImport("tensor", "failure");
    @ArchTest static final ArchRule TOKEN = of("token").mayImport("tensor", "failure", "job");
    @ArchTest static final ArchRule PACK = of("pack").mayImport(MODELS);
    @ArchTest static final ArchRule TAKE = of("take").mayImport(with(BASE, "recipe", "codec"));
    @ArchTest static final ArchRule COMPOSE = of("compose").mayImport(with(RUNS, "take"));
    @ArchTest static final ArchRule STUDY = of("study").mayImport(with(RUNS, "take", "score"));
    @ArchTest static final ArchRule SCORE = of("score").mayImport(with(RUNS, "take"));

    @ArchTest static final ArchRule ENGINE = noClasses().that().resideInAPackage("chladni.engine.*..")
            .should().dependOnClassesThat().resideInAPackage("chladni.engine").allowEmptyShould(true);
    @ArchTest static final ArchRule NO_CYCLES = slices().matching("chladni.engine.(**)").should().beFreeOfCycles();

    @ArchTest static final ArchRule ONNX_RUNTIME = library("ai.onnxruntime..").isFor("onnx");
    @ArchTest static final ArchRule PROTOBUF = library("ai.onnx.proto..", "com.google.protobuf..").isFor("graph");
    @ArchTest static final ArchRule TARSOS = library("be.tarsos..").isFor("sound");
    @ArchTest static final ArchRule FFMPEG = library("org.bytedeco..").isFor("codec");
    @ArchTest static final ArchRule IMAGE_IO = library("javax.imageio..", "java.awt.image..").isFor("codec");
    @ArchTest static final ArchRule SQL = library("java.sql..", "org.sqlite..").isFor("take");
    @ArchTest static final ArchRule NO_WINDOW = library("javafx..", "javax.swing..", "java.awt.event..").isFor();
    /// Drawing into memory, for the frames of a film; no window comes of it.
    @ArchTest static final ArchRule DRAWING = library("java.awt").isFor("codec");

    @ArchTest static final ArchRule NULL_MARKED = classes().should(new ArchCondition<>("be in a @NullMarked package") {
        @Override public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " has no @NullMarked package-info"));
        }
    });

    /// What does not lie beside this test; ArchUnit's own option knows tests only by the folder names of some build tools.
    static final class MainCode implements ImportOption {
        private static final String TESTS = ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();

        @Override public boolean includes(Location location) {
            return !location.contains(TESTS);
        }
    }

    private record Package(String name) {
        ArchRule mayImport(String... others) {
            String own = packageOf(name);
            String[] allowed = Stream.concat(Stream.of(own), Arrays.stream(others).map(Package::packageOf)).toArray(String[]::new);
            return classes().that().resideInAPackage(own).should()
                    .onlyDependOnClassesThat(not(resideInAPackage("chladni..")).or(resideInAnyPackage(allowed)))
                    .allowEmptyShould(true);
        }

        static String packageOf(String name) {
            return "chladni.engine." + name;
        }
    }

    private record Library(String... packages) {
        ArchRule isFor(String... importers) {
            String[] allowed = Arrays.stream(importers).map(Package::packageOf).toArray(String[]::new);
            return noClasses().that().resideOutsideOfPackages(allowed).should().dependOnClassesThat().resideInAnyPackage(packages);
        }
    }

    private static Package of(String name) {
        return new Package(name);
    }

    private static Library library(String... packages) {
        return new Library(packages);
    }

    private static String[] with(String[] names, String... more) {
        return Stream.concat(Arrays.stream(names), Arrays.stream(more)).toArray(String[]::new);
    }
}
