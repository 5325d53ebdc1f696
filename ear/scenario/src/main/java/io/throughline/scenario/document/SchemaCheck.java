package io.throughline.scenario.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds a document against the published JSON Schema of scenarios. */
final class SchemaCheck {

    private final JsonNode text;
    private final JsonSchema schema;

    SchemaCheck() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream("/scenario.schema.json")) {
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text = JsonMapper.builder().build().readTree(content);
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .build();
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(content, InputFormat.JSON, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ScenarioError> check(YamlDocument document) {
        List<ScenarioError> errors = new ArrayList<>();
        for (ValidationMessage message : schema.validate(document.root())) {
            String path = message.getInstanceLocation().toString();
            errors.add(document.error(path.equals("/") ? "" : path, words(message)));
        }
        return errors;
    }

    private String words(ValidationMessage message) {
        String place = message.getInstanceLocation().toString();
        String said = message.getMessage();
        String words = said.startsWith(place + ": ") ? said.substring(place.length() + 2) : said;
        if (!"additionalProperties".equals(message.getType())) {
            return words;
        }
        String keyword = message.getSchemaLocation().getFragment().toString();
        JsonNode properties = text.at(keyword.substring(0, keyword.lastIndexOf('/')) + "/properties");
        List<String> allowed = new ArrayList<>();
        properties.fieldNames().forEachRemaining(allowed::add);
        return "'" + message.getProperty() + "' is not known here; allowed: " + String.join(", ", allowed);
    }
}
