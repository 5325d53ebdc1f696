package io.throughline.operation.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps the parameters of a job as lines {@code name=value}; neither has control characters. */
@Converter
public class ParametersConverter implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> parameters) {
        return parameters == null
                ? ""
                : new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String stored) {
        Map<String, String> parameters = new TreeMap<>();
        if (stored != null) {
            stored.lines().forEach(line -> {
                int equals = line.indexOf('=');
                parameters.put(line.substring(0, equals), line.substring(equals + 1));
            });
        }
        return parameters;
    }
}
