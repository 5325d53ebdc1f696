package io.throughline.incident.domain.diagnosis;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Keeps names and values as a JSON object. */
@Converter
public class TraitsConverter implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> traits) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        new TreeMap<>(traits).forEach(object::add);
        return object.build().toString();
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String stored) {
        Map<String, String> traits = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(stored))) {
            var object = reader.readObject();
            object.keySet().forEach(name -> traits.put(name, object.getString(name)));
        }
        return traits;
    }
}
