package chladni.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/// What keeps the window thin and the command line free of it.
@AnalyzeClasses(packages = "chladni.app", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchRule FEATURES_NEVER_IMPORT_ONE_ANOTHER = slices().matching("chladni.app.feature.(*)..")
            .should().notDependOnEachOther().allowEmptyShould(true);
    @ArchTest static final ArchRule VIEW_MODELS_HAVE_NO_NODES = noClasses().that().haveSimpleNameEndingWith("ViewModel")
            .should().dependOnClassesThat().resideInAPackage("javafx.scene..").allowEmptyShould(true);
    @ArchTest static final ArchRule COMMAND_LINE_STARTS_WITHOUT_JAVAFX = noClasses().that().resideInAPackage("chladni.app.cli..")
            .should().dependOnClassesThat().resideInAPackage("javafx..").allowEmptyShould(true);
    @ArchTest static final ArchRule EVERYTHING_IS_MADE_WITH_NEW = noMethods().that().areStatic()
            .should().haveName("getInstance").allowEmptyShould(true);
    @ArchTest static final ArchRule NO_CYCLES = slices().matching("chladni.app.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest static final ArchRule NULL_MARKED = classes().should(new ArchCondition<>("be in a @NullMarked package") {
        @Override public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " has no @NullMarked package-info"));
        }
    }).allowEmptyShould(true);
}
