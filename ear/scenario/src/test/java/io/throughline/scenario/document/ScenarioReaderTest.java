package io.throughline.scenario.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.scenario.action.ActionCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {

    @TempDir
    Path directory;

    private Scenario read(String yaml) throws ScenarioErrors, IOException {
        Path file = directory.resolve("scenario.yaml");
        Files.writeString(file, yaml);
        return new ScenarioReader(ActionCatalogue.shipped()).read(file);
    }

    private List<String> errorsOf(String yaml) {
        return catchThrowableOfType(ScenarioErrors.class, () -> read(yaml)).errors().stream()
                .map(ScenarioError::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ps006", "planned-change", "failed-wave", "incident-without-servers", "configuration-audit"})
    void theScenariosThatComeWithItAreSound(String name) throws Exception {
        Scenario scenario =
                new ScenarioReader(ActionCatalogue.shipped()).read(Path.of("src/main/scenarios", name + ".yaml"));

        assertThat(scenario.name()).isEqualTo(name);
    }

    @Test
    void loopsAreUnrolled() throws Exception {
        Scenario scenario = read("""
                scenario: thousand
                title: Many
                services: [{name: web}]
                servers:
                  - {forEach: {site: [a, b], n: 1..500}, name: "${site}-${n:04}", site: "${site}", services: [web]}
                steps: [{step: Nothing, wait: 1ms}]
                """);

        assertThat(scenario.entities("servers")).hasSize(1000);
        assertThat(scenario.entities("servers").get(999).name()).isEqualTo("b-0500");
    }

    @Test
    void errorsOfFormAreAllReportedWithLinePathAndWhatIsAllowed() {
        List<String> errors = errorsOf("""
                scenario: Bad Name
                people:
                  - name: dana
                    fullName: Dana
                    roles: [KING]
                    colour: red
                steps:
                  - stp: typo
                    within: soon
                  - step: Look
                    expect: {of: DEP-000001, hosts: {VERIFYED: 3}}
                """);

        assertThat(errors)
                .anyMatch(error -> error.startsWith("line 1, /: ") && error.contains("title"))
                .anyMatch(error -> error.startsWith("line 1, /scenario: "))
                .anyMatch(error -> error.startsWith("line 5, /people/0/roles/0: ") && error.contains("CHANGE_MANAGER"))
                .anyMatch(error -> error.startsWith("line 3, /people/0: ")
                        && error.contains("'colour' is not known here; allowed: ")
                        && error.contains("fullName"))
                .anyMatch(error -> error.startsWith("line 8, /steps/0: ") && error.contains("'stp' is not known here"))
                .anyMatch(error -> error.startsWith("line 9, /steps/0/within: "))
                .anyMatch(
                        error -> error.startsWith("line 11, /steps/1/expect/hosts: ") && error.contains("UNREACHABLE"));
    }

    @Test
    void errorsOfMeaningAreAllReportedWithLinePathAndWhatIsAllowed() {
        List<String> errors = errorsOf("""
                scenario: bad
                title: Bad
                people:
                  - {name: dana, fullName: Dana, organisation: Nowhere, roles: [REQUEST_ANALYST]}
                  - {name: anna, fullName: Anna, phone: "1"}
                  - {name: dana, fullName: Dana again}
                packages: [{name: p, folder: missing}]
                servers: [{name: web-1, services: [mail], installed: [{product: p, version: "1", folder: gone}]}]
                steps:
                  - {step: Who, action: contact.record}
                  - {step: Nobody, as: eve, action: contact.record}
                  - {step: Caller, as: anna, action: contact.record}
                  - {step: What, as: dana, action: contact.explode}
                  - {step: On what, as: dana, action: contact.assess}
                  - {step: Unknown, as: dana, action: contact.assess, on: "${contact}"}
                  - {step: Late, as: dana, action: contact.record, save: contact}
                  - {step: Fine, as: dana, action: contact.assess, on: "${contact}"}
                  - {step: World, action: world.repair, with: {host: web-1}}
                  - {step: Fault, action: world.destroy}
                  - {step: Both, as: dana, action: contact.record, wait: 1s}
                  - {step: Neither}
                  - {step: Path, as: dana, action: incident.list, expect: {answer: {"items[": 1}}}
                  - {step: Package, as: dana, action: package.upload, with: {package: q}}
                  - {step: Time, until: tomorrow}
                  - {step: Loop, as: dana, forEach: {n: ten}, action: contact.record}
                  - {step: Deaf, as: dana, steps: [{step: Inner, action: contact.record}], expect: {state: CLOSED}}
                  - {step: "Call ${whom}", as: dana, action: contact.record}
                  - {step: Hosts, expect: {of: CHG-000001, state: CLOSED}}
                relations: [{from: "${servers.web-1}", to: "${nothing.there}", type: PROVIDES}]
                """);

        assertThat(errors)
                .anyMatch(error -> error.startsWith("line 4, /people/0/organisation: ") && error.contains("Nowhere"))
                .anyMatch(error -> error.startsWith("line 6, /people/2/name: ") && error.contains("twice"))
                .anyMatch(error -> error.startsWith("line 7, /packages/0/folder: "))
                .anyMatch(error -> error.startsWith("line 8, /servers/0/services: ") && error.contains("mail"))
                .anyMatch(error -> error.startsWith("line 8, /servers/0/installed: "))
                .anyMatch(error -> error.startsWith("line 10, /steps/0: ") && error.contains("'as' is missing"))
                .anyMatch(error -> error.startsWith("line 11, /steps/1/as: ") && error.contains("administrator, dana"))
                .anyMatch(error -> error.startsWith("line 12, /steps/2/as: ") && error.contains("does not log in"))
                .anyMatch(error -> error.startsWith("line 13, /steps/3/action: ") && error.contains("contact.route"))
                .anyMatch(error -> error.startsWith("line 14, /steps/4: ") && error.contains("'on' is missing"))
                .anyMatch(error -> error.startsWith("line 15, /steps/5/on: ") && error.contains("contact"))
                .noneMatch(error -> error.contains("/steps/6") || error.contains("/steps/7"))
                .anyMatch(
                        error -> error.startsWith("line 18, /steps/8/with: ") && error.contains("'server' is missing"))
                .anyMatch(error -> error.startsWith("line 18, /steps/8/with/host: "))
                .anyMatch(error -> error.startsWith("line 19, /steps/9/action: ") && error.contains("world.repair"))
                .anyMatch(error -> error.startsWith("line 20, /steps/10: "))
                .anyMatch(error -> error.startsWith("line 21, /steps/11: "))
                .anyMatch(error -> error.startsWith("line 22, /steps/12/expect/answer: "))
                .anyMatch(error -> error.startsWith("line 23, /steps/13/with/package: "))
                .anyMatch(error -> error.startsWith("line 24, /steps/14/until: "))
                .anyMatch(error -> error.startsWith("line 25, /steps/15/forEach/n: ") && error.contains("1..10"))
                .noneMatch(error -> error.contains("/steps/16/steps"))
                .anyMatch(error -> error.startsWith("line 26, /steps/16/expect: ") && error.contains("forEach"))
                .anyMatch(error -> error.startsWith("line 27, /steps/17/step: ") && error.contains("whom"))
                .noneMatch(error -> error.contains("/steps/18"))
                .anyMatch(error -> error.startsWith("line 29, /relations/0/to: ") && error.contains("nothing"));
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() {
        assertThat(errorsOf("scenario: x\n  title: ["))
                .singleElement()
                .asString()
                .startsWith("line 2");
        assertThat(errorsOf("scenario: x\nscenario: y\n")).anyMatch(error -> error.contains("twice"));
        assertThat(errorsOf("scenario: !!java.io.File [x]\n")).isNotEmpty();
        assertThat(errorsOf("")).singleElement().asString().contains("empty");
        assertThatThrownBy(() -> new ScenarioReader(ActionCatalogue.shipped()).read(directory.resolve("none.yaml")))
                .hasMessageContaining("there is no file");
    }
}
