package io.throughline.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the API is one that tools accept, and it leaves no operation undescribed. */
class DescriptionTest {

    private static OpenAPI api;
    private static List<String> objections;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream text = DescriptionTest.class.getResourceAsStream("/META-INF/openapi.json")) {
            SwaggerParseResult result = new OpenAPIV3Parser()
                    .readContents(new String(text.readAllBytes(), StandardCharsets.UTF_8), null, null);
            api = result.getOpenAPI();
            objections = result.getMessages();
        }
    }

    @Test
    void aReaderOfSuchDescriptionsObjectsToNothing() {
        assertThat(objections).isEmpty();
        assertThat(api.getInfo().getTitle()).isEqualTo("Throughline");
        assertThat(api.getComponents().getSecuritySchemes()).containsKey("token");
    }

    @Test
    void everyOperationSaysWhatItAnswersAndWhatGoesWrong() {
        assertThat(operations()).hasSizeGreaterThan(100).allSatisfy((name, operation) -> {
            assertThat(operation.getResponses()).containsKeys("401", "403", "404");
            assertThat(operation.getResponses().keySet()).anyMatch(status -> status.startsWith("2"));
            operation.getResponses().forEach((status, response) -> {
                if (response.getContent() != null) {
                    assertThat(response.getContent().values())
                            .extracting(MediaType::getSchema)
                            .allSatisfy(schema -> assertThat(described(schema))
                                    .as("%s answers %s", name, schema)
                                    .isTrue());
                }
            });
        });
    }

    /** What is done to a record that is there without saying which version of it, and why that harms nobody. */
    private static final Map<String, String> NEED_NO_VERSION = Map.of(
            "POST /api/v1/change-templates/{number}/changes", "makes a new record; the template stays as it is",
            "POST /api/v1/changes/{number}/authorization-links", "makes a new link; the change stays as it is",
            "POST /api/v1/incidents/{number}/diagnosis-jobs", "makes a new job; its answers come in later",
            "PUT /api/v1/me/password",
                    "the current password says more than a version: who knows it has seen the record",
            "PUT /api/v1/me/words", "one value of one's own; the last choice is the one that is meant");

    @Test
    void everyDeedOnARecordThatIsThereAsksForItsVersion() {
        Map<String, Operation> deeds = new TreeMap<>(operations());
        deeds.keySet().removeIf(name -> name.startsWith("GET ") || name.startsWith("POST ") && !name.contains("{"));

        assertThat(deeds).hasSizeGreaterThan(80);
        assertThat(deeds.keySet()).containsAll(NEED_NO_VERSION.keySet());
        deeds.keySet().removeAll(NEED_NO_VERSION.keySet());
        assertThat(deeds)
                .allSatisfy((name, operation) -> assertThat(parameters(operation))
                        .as(name)
                        .filteredOn(parameter -> "If-Match".equals(parameter.getName()))
                        .singleElement()
                        .matches(Parameter::getRequired));
    }

    @Test
    void everyPostMayBeRepeated() {
        Map<String, Operation> posts = new TreeMap<>(operations());
        posts.keySet().removeIf(name -> !name.startsWith("POST "));

        assertThat(posts)
                .isNotEmpty()
                .allSatisfy((name, operation) -> assertThat(parameters(operation))
                        .as(name)
                        .extracting(Parameter::getName)
                        .contains("Idempotency-Key"));
    }

    @Test
    void listsAreDescribedAsPages() {
        Schema<?> page = operations()
                .get("GET /api/v1/changes")
                .getResponses()
                .get("200")
                .getContent()
                .get("application/json")
                .getSchema();

        assertThat(page.getProperties()).containsOnlyKeys("items", "next");
    }

    private static boolean described(Schema<?> schema) {
        boolean text = "string".equals(schema.getType());
        return text
                || schema.get$ref() != null
                || schema.getItems() != null
                || schema.getProperties() != null
                || schema.getAdditionalProperties() != null;
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> operations = new TreeMap<>();
        api.getPaths()
                .forEach((path, item) -> ((PathItem) item)
                        .readOperationsMap()
                        .forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
