package io.throughline.release.domain.packaging;

import io.throughline.kernel.domain.parameter.ParameterDefinition;
import io.throughline.kernel.domain.parameter.ParameterType;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code manifest.json} strictly and collects what is wrong with it, so that an author sees all of it at once. */
final class ManifestReader {

    static final Set<String> FIELDS = Set.of(
            "format",
            "product",
            "version",
            "description",
            "scripts",
            "parameters",
            "forwardOnly",
            "timeLimitSeconds",
            "restart",
            "files");
    static final Set<String> PARAMETER_FIELDS =
            Set.of("name", "type", "required", "default", "values", "pattern", "max");
    static final Pattern PRODUCT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~:-]{0,63}");
    static final int MOST_PARAMETERS = 32;
    static final int LONGEST_DESCRIPTION = 500;
    static final int MOST_FILES = 1000;

    private final List<FieldError> errors = new ArrayList<>();

    PackageManifest read(String json) {
        JsonObject root = parse(json);
        unknownFields("", root, FIELDS);
        format(root);
        String product = matching(root, "product", PRODUCT);
        String version = matching(root, "version", VERSION);
        String description = text(root, "", "description").orElse("");
        if (description.length() > LONGEST_DESCRIPTION || hasControlCharacters(description)) {
            wrong(
                    "description",
                    "must be text without control characters, at most " + LONGEST_DESCRIPTION + " characters");
        }
        boolean forwardOnly = flag(root, "", "forwardOnly");
        Map<PackageStep, String> scripts = scripts(root, forwardOnly);
        Map<PackageStep, Duration> limits = limits(root);
        List<ParameterDefinition> parameters = parameters(root);
        Restart restart = restart(root);
        Map<String, String> files = files(root);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return new PackageManifest(
                product, version, description, scripts, parameters, forwardOnly, limits, restart, files);
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonStructure structure = reader.read();
            if (structure instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            throw Invalid.field(PackageManifest.FILE, "must be JSON: " + e.getMessage());
        }
        throw Invalid.field(PackageManifest.FILE, "must be a JSON object");
    }

    private void format(JsonObject root) {
        if (!(root.get("format") instanceof JsonNumber number)
                || !number.isIntegral()
                || number.longValue() != PackageManifest.FORMAT) {
            wrong("format", "must be " + PackageManifest.FORMAT);
        }
    }

    private Map<PackageStep, String> scripts(JsonObject root, boolean forwardOnly) {
        Map<PackageStep, String> scripts = new EnumMap<>(PackageStep.class);
        JsonObject object = object(root, "scripts").orElse(JsonValue.EMPTY_JSON_OBJECT);
        unknownFields("scripts.", object, stepWords());
        for (PackageStep step : PackageStep.values()) {
            String field = "scripts." + step.word();
            Optional<String> path = text(object, "scripts.", step.word());
            if (path.isEmpty()) {
                if (step != PackageStep.ROLLBACK) {
                    wrong(field, "is missing; it must be the path of a script in the package");
                } else if (!forwardOnly) {
                    wrong(field, "is missing; it must be the path of a script, or forwardOnly must be true");
                }
            } else if (step == PackageStep.ROLLBACK && forwardOnly) {
                wrong(field, "contradicts forwardOnly: there is a way back or there is none");
            } else if (!PackagePath.isAllowed(path.get())) {
                wrong(field, "must be a path inside the package: " + PackagePath.ALLOWED);
            } else {
                scripts.put(step, path.get());
            }
        }
        return scripts;
    }

    private Map<PackageStep, Duration> limits(JsonObject root) {
        Map<PackageStep, Duration> limits = new EnumMap<>(PackageStep.class);
        object(root, "timeLimitSeconds").ifPresent(object -> {
            unknownFields("timeLimitSeconds.", object, stepWords());
            for (PackageStep step : PackageStep.values()) {
                JsonValue value = object.get(step.word());
                long longest = PackageStep.LONGEST.toSeconds();
                if (value instanceof JsonNumber number
                        && number.isIntegral()
                        && number.longValue() >= 1
                        && number.longValue() <= longest) {
                    limits.put(step, Duration.ofSeconds(number.longValue()));
                } else if (value != null) {
                    wrong("timeLimitSeconds." + step.word(), "must be a whole number from 1 to " + longest);
                }
            }
        });
        return limits;
    }

    private List<ParameterDefinition> parameters(JsonObject root) {
        JsonValue value = root.get("parameters");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || array.size() > MOST_PARAMETERS) {
            wrong("parameters", "must be a list of at most " + MOST_PARAMETERS + " parameters");
            return List.of();
        }
        List<ParameterDefinition> definitions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String field = "parameters[" + i + "]";
            if (array.get(i) instanceof JsonObject object) {
                parameter(field + ".", object).ifPresent(definition -> {
                    if (names.add(definition.name())) {
                        definitions.add(definition);
                    } else {
                        wrong(field + ".name", "must be given once only; " + definition.name() + " is there already");
                    }
                });
            } else {
                wrong(field, "must be an object");
            }
        }
        return definitions;
    }

    private Optional<ParameterDefinition> parameter(String prefix, JsonObject object) {
        int before = errors.size();
        unknownFields(prefix, object, PARAMETER_FIELDS);
        String name = text(object, prefix, "name").orElse(null);
        ParameterType type =
                text(object, prefix, "type").flatMap(ParameterType::ofWord).orElse(null);
        boolean required = flag(object, prefix, "required");
        List<String> values = texts(object, prefix, "values");
        String pattern = text(object, prefix, "pattern").orElse(null);
        Long max = null;
        if (object.get("max") instanceof JsonNumber number && number.isIntegral() && number.longValue() >= 1) {
            max = number.longValue();
        } else if (object.containsKey("max")) {
            wrong(prefix + "max", "must be a whole number from 1");
        }
        String defaultValue = scalar(object.get("default"));
        if (object.containsKey("default") && defaultValue == null) {
            wrong(prefix + "default", "must be a text, a number, true or false");
        }
        if (errors.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ParameterDefinition(name, type, required, defaultValue, values, pattern, max));
        } catch (Invalid invalid) {
            invalid.errors().forEach(e -> wrong(prefix + e.field(), e.allowed()));
            return Optional.empty();
        }
    }

    private Restart restart(JsonObject root) {
        if (!root.containsKey("restart")) {
            return Restart.NONE;
        }
        Optional<Restart> restart =
                scalar(root.get("restart")) == null ? Optional.empty() : Restart.ofWord(scalar(root.get("restart")));
        if (restart.isEmpty()) {
            wrong("restart", "must be one of " + Restart.words());
        }
        return restart.orElse(Restart.NONE);
    }

    private Map<String, String> files(JsonObject root) {
        Map<String, String> files = new TreeMap<>();
        JsonObject object = object(root, "files").orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (object.size() > MOST_FILES) {
            wrong("files", "must name at most " + MOST_FILES + " files");
            return files;
        }
        for (String onHost : object.keySet()) {
            String field = "files." + onHost;
            Optional<String> inPackage = text(object, "files.", onHost);
            if (!PackagePath.isAllowedOnHost(onHost)) {
                wrong(field, "must be a path on the host, absolute or " + PackagePath.ALLOWED);
            } else if (inPackage.isEmpty() || !PackagePath.isAllowed(inPackage.get())) {
                wrong(field, "must be the path of the same file in the package: " + PackagePath.ALLOWED);
            } else {
                files.put(onHost, inPackage.get());
            }
        }
        return files;
    }

    private String matching(JsonObject root, String field, Pattern pattern) {
        String value = text(root, "", field).orElse("");
        if (!pattern.matcher(value).matches()) {
            wrong(field, "must match " + pattern.pattern());
        }
        return value;
    }

    private Optional<String> text(JsonObject object, String prefix, String field) {
        JsonValue value = object.get(field);
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        if (value != null) {
            wrong(prefix + field, "must be a text");
        }
        return Optional.empty();
    }

    private List<String> texts(JsonObject object, String prefix, String field) {
        JsonValue value = object.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString::getString);
        }
        wrong(prefix + field, "must be a list of texts");
        return List.of();
    }

    private Optional<JsonObject> object(JsonObject root, String field) {
        JsonValue value = root.get(field);
        if (value instanceof JsonObject object) {
            return Optional.of(object);
        }
        if (value != null) {
            wrong(field, "must be an object");
        }
        return Optional.empty();
    }

    private boolean flag(JsonObject object, String prefix, String field) {
        JsonValue value = object.get(field);
        if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            wrong(prefix + field, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    private static String scalar(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        boolean plain = value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE;
        return plain ? value.toString() : null;
    }

    private void unknownFields(String prefix, JsonObject object, Set<String> known) {
        object.keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> wrong(
                        prefix + field,
                        "is not known; known are " + known.stream().sorted().toList()));
    }

    private static Set<String> stepWords() {
        Set<String> words = new HashSet<>();
        Arrays.stream(PackageStep.values()).forEach(step -> words.add(step.word()));
        return words;
    }

    private static boolean hasControlCharacters(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private void wrong(String field, String allowed) {
        errors.add(new FieldError(field, allowed));
    }
}
