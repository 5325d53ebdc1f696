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

    @Test
    void everyDeedOnAVersionAsksForIt() {
        assertThat(operations())
                .allSatisfy((name, operation) -> parameters(operation).stream()
                        .filter(parameter -> "If-Match".equals(parameter.getName()))
                        .forEach(
                                parameter -> assertThat(parameter.getRequired()).isTrue()));
        assertThat(parameters(operations().get("POST /api/v1/changes/{number}/authorization")))
                .extracting(Parameter::getName)
                .contains("number", "If-Match", "Idempotency-Key");
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
