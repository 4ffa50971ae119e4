package dev.jobglass;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** Who may use whom. */
class PackagesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.jobglass");

    /** The windows read the API's records as everybody's vocabulary; what asks the server they never touch. */
    @Test
    void theTableHolds() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.jobglass..").layer("start")
                .definedBy("dev.jobglass").layer("api").definedBy("dev.jobglass.api").layer("poll")
                .definedBy("dev.jobglass.poll").layer("board").definedBy("dev.jobglass.board..").layer("history")
                .definedBy("dev.jobglass.history").layer("settings")
                .definedBy("dev.jobglass.settings").layer("dashboard").definedBy("dev.jobglass.dashboard")
                .layer("details").definedBy("dev.jobglass.details").layer("failures")
                .definedBy("dev.jobglass.failures").layer("watchscreen").definedBy("dev.jobglass.watchscreen")
                .layer("notifications").definedBy("dev.jobglass.notifications")
                .layer("settingswindow").definedBy("dev.jobglass.settingswindow")
                .layer("historywindow").definedBy("dev.jobglass.historywindow")
                .layer("demo").definedBy("dev.jobglass.demo")
                .whereLayer("start").mayNotBeAccessedByAnyLayer().whereLayer("api")
                .mayOnlyBeAccessedByLayers("start", "poll", "board", "history", "settings", "dashboard", "details",
                        "failures", "historywindow", "watchscreen",
                        "notifications")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("start", "dashboard", "details", "failures", "historywindow")
                .whereLayer("poll").mayOnlyBeAccessedByLayers("start", "board").whereLayer("board")
                .mayOnlyBeAccessedByLayers("start", "dashboard", "details", "failures", "historywindow", "watchscreen",
                        "notifications")
                .whereLayer("settings")
                .mayOnlyBeAccessedByLayers("start", "dashboard", "details", "failures", "historywindow",
                        "notifications", "settingswindow")
                .whereLayer("settingswindow").mayOnlyBeAccessedByLayers("start").whereLayer("notifications")
                .mayOnlyBeAccessedByLayers("start").whereLayer("dashboard")
                .mayOnlyBeAccessedByLayers("start").whereLayer("details").mayOnlyBeAccessedByLayers("start")
                .whereLayer("failures").mayOnlyBeAccessedByLayers("start").whereLayer("watchscreen")
                .mayOnlyBeAccessedByLayers("start").whereLayer("demo")
                .mayOnlyBeAccessedByLayers("start").check(OURS);
    }

    @Test
    void theWindowsAskNoServer() {
        ArchRuleDefinition.noClasses().that()
                .resideInAnyPackage("dev.jobglass.dashboard", "dev.jobglass.details", "dev.jobglass.failures",
                        "dev.jobglass.historywindow", "dev.jobglass.watchscreen", "dev.jobglass.settings")
                .should().dependOnClassesThat().haveSimpleName("RunsClient").check(OURS);
    }

    @Test
    void whatIsPlainJavaKnowsNoJavaFx() {
        ArchRuleDefinition.noClasses().that()
                .resideInAnyPackage("dev.jobglass.api", "dev.jobglass.history", "dev.jobglass.settings",
                        "dev.jobglass.demo",
                        "dev.jobglass.board.text")
                .or(com.tngtech.archunit.base.DescribedPredicate.describe("are of poll but its service",
                        type -> type.getPackageName().equals("dev.jobglass.poll")
                                && !type.getName().startsWith("dev.jobglass.poll.PollService")))
                .should().dependOnClassesThat().resideInAnyPackage("javafx..").check(OURS);
    }

    @Test
    void nobodyKeepsStateInStaticFields() {
        ArchRuleDefinition.fields().that().areStatic().should().beFinal().check(OURS);
    }
}
