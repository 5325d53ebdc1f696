package io.throughline.release.domain.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageManifestTest {

    static final String COMPLETE = """
            {"format": 1, "product": "shopping-cart", "version": "4.2.8", "description": "New authority",
             "scripts": {"level": "s/level.sh", "install": "s/install.sh", "verify": "s/verify.sh",
                         "rollback": "s/rollback.sh"},
             "parameters": [{"name": "drain_seconds", "type": "integer", "default": 5, "max": 60},
                            {"name": "mode", "type": "enum", "values": ["fast", "safe"], "required": true}],
             "timeLimitSeconds": {"install": 120}, "restart": "service"}
            """;

    @Test
    void saysWhatAPackageIs() {
        PackageManifest manifest = PackageManifest.parse(COMPLETE);

        assertThat(manifest.product()).isEqualTo("shopping-cart");
        assertThat(manifest.version()).isEqualTo("4.2.8");
        assertThat(manifest.script(PackageStep.ROLLBACK)).contains("s/rollback.sh");
        assertThat(manifest.limit(PackageStep.INSTALL)).isEqualTo(Duration.ofMinutes(2));
        assertThat(manifest.limit(PackageStep.VERIFY)).isEqualTo(Duration.ofMinutes(1));
        assertThat(manifest.restart()).isEqualTo(Restart.SERVICE);
        assertThat(manifest.forwardOnly()).isFalse();
        assertThat(manifest.resolve(java.util.Map.of("mode", "safe"))).containsEntry("drain_seconds", "5");
    }

    @Test
    void isRefusedWithEveryFieldThatIsWrong() {
        assertThatThrownBy(() -> PackageManifest.parse("""
                        {"format": 2, "product": "Cart!", "version": "4 2", "color": "red",
                         "scripts": {"level": "../level.sh", "install": "s/i.sh", "start": "x"},
                         "parameters": [{"name": "A", "type": "colour"}, {"name": "a", "type": "string", "max": 0}],
                         "timeLimitSeconds": {"install": 0}, "restart": "later", "forwardOnly": "no"}
                        """))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(Invalid.FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "color",
                                        "format",
                                        "product",
                                        "version",
                                        "forwardOnly",
                                        "scripts.start",
                                        "scripts.level",
                                        "scripts.verify",
                                        "scripts.rollback",
                                        "timeLimitSeconds.install",
                                        "parameters[0].name",
                                        "parameters[0].type",
                                        "parameters[1].max",
                                        "restart"));
    }

    @Test
    void needsARollbackUnlessItIsForwardOnly() {
        String without = COMPLETE.replace(",\n             \"rollback\": \"s/rollback.sh\"", "");
        String forwardOnly = COMPLETE.replace("\"format\": 1", "\"format\": 1, \"forwardOnly\": true");

        assertThatThrownBy(() -> PackageManifest.parse(forwardOnly))
                .hasMessage("scripts.rollback contradicts forwardOnly: there is a way back or there is none");
        assertThat(PackageManifest.parse(forwardOnly.replaceFirst(",\\s*\"rollback\": \"s/rollback.sh\"", ""))
                        .script(PackageStep.ROLLBACK))
                .isEmpty();
        assertThatThrownBy(
                        () -> PackageManifest.parse(without.replaceFirst(",\\s*\"rollback\": \"s/rollback.sh\"", "")))
                .hasMessageContaining("scripts.rollback is missing");
    }

    @Test
    void isRefusedWhenItIsNoJsonObject() {
        for (String text : List.of("", "[]", "{\"format\": 1", "\"text\"")) {
            assertThatThrownBy(() -> PackageManifest.parse(text))
                    .isInstanceOf(Invalid.class)
                    .hasMessageStartingWith("manifest.json must be");
        }
    }

    @Test
    void hasExactlyTheFieldsOfThePublishedSchema() throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("../docs/schemas/package-manifest.schema.json"))) {
            JsonObject properties = Json.createReader(reader).readObject().getJsonObject("properties");

            assertThat(properties.keySet()).isEqualTo(ManifestReader.FIELDS);
            assertThat(properties
                            .getJsonObject("parameters")
                            .getJsonObject("items")
                            .getJsonObject("properties")
                            .keySet())
                    .isEqualTo(ManifestReader.PARAMETER_FIELDS);
            assertThat(properties.getJsonObject("product").getString("pattern"))
                    .isEqualTo("^" + ManifestReader.PRODUCT.pattern() + "$");
            assertThat(properties.getJsonObject("version").getString("pattern"))
                    .isEqualTo("^" + ManifestReader.VERSION.pattern() + "$");
        }
    }
}
