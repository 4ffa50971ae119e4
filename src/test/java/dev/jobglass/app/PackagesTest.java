package dev.jobglass.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.jobglass.api.RunsClient;
import java.net.http.HttpClient;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use whom: one way for data, from the server's responses to the windows. */
class PackagesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.jobglass");

    private static String[] ours(String packages) {
        return Stream.of(packages.split(" ")).map(name -> "dev.jobglass." + name).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ui.main,       ui.main ui.jobs ui.servers ui.details ui.failures ui.history ui.insights \
                ui.settings ui.watchscreen ui.mini ui.statusicon ui.common notifications desktop rules text monitor \
                history model settings api
            ui.jobs,       ui.jobs ui.common text monitor history model settings api
            ui.servers,    ui.servers ui.common text monitor model settings api
            ui.details,    ui.details ui.common text monitor history model settings api
            ui.failures,   ui.failures ui.common text monitor model settings api
            ui.history,    ui.history ui.common text monitor history model settings api
            ui.insights,   ui.insights ui.common rules text monitor history model settings api
            ui.settings,   ui.settings ui.common desktop text monitor settings api
            ui.statusicon, ui.statusicon ui.common desktop text monitor model settings api
            ui.mini,       ui.mini ui.common text monitor model settings api
            ui.watchscreen, ui.watchscreen ui.common text monitor model settings api
            ui.common,     ui.common text monitor model settings api
            cli,           cli text poll model api
            notifications, notifications desktop rules monitor history model text settings api
            rules,         rules text history model settings api
            text,          text model api
            monitor,       monitor poll history model settings api
            poll,          poll model api
            history,       history model api
            model,         model api
            settings,      settings api
            api,           api
            desktop,       desktop
            demo,          demo""")
    void importsPointDownTheList(String user, String used) {
        noClasses().that().resideInAPackage("dev.jobglass." + user).should().dependOnClassesThat()
                .resideInAnyPackage(others(used)).check(OURS);
    }

    private static String[] others(String used) {
        return OURS.stream().map(type -> type.getPackageName()).distinct()
                .filter(name -> !Stream.of(ours(used)).toList().contains(name)).toArray(String[]::new);
    }

    @Test
    void thereIsNothingInTheRootPackage() {
        assertThat(OURS.stream().filter(type -> type.getPackageName().equals("dev.jobglass"))).isEmpty();
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching("dev.jobglass.(**)").should().beFreeOfCycles().check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poll", "history", "api", "demo", "text", "cli", "desktop"})
    void whatIsPlainJavaKnowsNoJavaFx(String name) {
        noClasses().that().resideInAPackage("dev.jobglass." + name).should().dependOnClassesThat()
                .resideInAPackage("javafx..").check(OURS);
    }

    @Test
    void theModelKnowsNoWindowAndNoTimer() {
        noClasses().that().resideInAPackage("dev.jobglass.model").should().dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.animation..", "java.net.http..")
                .check(OURS);
    }

    @Test
    void databasesAreForTheHistoryOnly() {
        noClasses().that().resideOutsideOfPackage("dev.jobglass.history").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..").check(OURS);
    }

    @Test
    void serversAreAskedByTheApiOnly() {
        noClasses().that().resideOutsideOfPackage("dev.jobglass.api").should().dependOnClassesThat()
                .areAssignableTo(HttpClient.class).check(OURS);
    }

    @Test
    void pollingAndActionsKnowNoServerButByItsInterface() {
        noClasses().that().resideInAnyPackage("dev.jobglass.poll", "dev.jobglass.monitor").and()
                .doNotHaveSimpleName("MonitoredServerFactory").should().dependOnClassesThat()
                .areAssignableTo(RunsClient.class).check(OURS);
    }

    @Test
    void viewsAreLoadedAndMessagesFoundInOnePlace() {
        noClasses().that().doNotHaveSimpleName("Views").should().dependOnClassesThat()
                .areAssignableTo(FXMLLoader.class).check(OURS);
        noClasses().that().doNotHaveSimpleName("Messages").should().callMethod(ResourceBundle.class, "getBundle",
                String.class).check(OURS);
    }

    @Test
    void threadsBeginInTheKitAndWhereServersAreInMotion() {
        noClasses().that().resideInAnyPackage("dev.jobglass.ui..", "dev.jobglass.text", "dev.jobglass.model").and()
                .resideOutsideOfPackage("dev.jobglass.ui.common").should()
                .callMethodWhere(calls(Thread.class, "start.*|ofVirtual|ofPlatform"))
                .orShould().callMethodWhere(calls(Platform.class, "runLater")).check(OURS);
    }

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String methods) {
        return JavaCall.Predicates.target(With.owner(JavaClass.Predicates.equivalentTo(owner)))
                .and(JavaCall.Predicates.target(HasName.Predicates.nameMatching(methods)));
    }

    @Test
    void nobodyKeepsStateInStaticFields() {
        fields().that().areStatic().should().beFinal().check(OURS);
    }

    @Test
    void everyPackageSaysWhatItAnswers() {
        assertThat(OURS.stream().map(type -> type.getPackageName()).distinct()
                .filter(name -> !java.nio.file.Files.exists(java.nio.file.Path
                        .of("src", "main", "java", name.replace('.', '/'), "package-info.java"))))
                .isEmpty();
        classes().that().resideInAPackage("dev.jobglass..").should().resideInAnyPackage("dev.jobglass.*..").check(OURS);
    }
}
