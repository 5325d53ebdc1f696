package io.throughline.rest.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the description of the API what holds for every operation: the tag of its collection, the errors as RFC 9457
 * tells them, the header against repeats, and the form of a page. Runs in the build.
 */
public class DescriptionFilter implements OASFilter {

    static final String PROBLEM = "Problem";

    private static final String BASE = "/api/v1/";
    private static final Map<String, String> ERRORS = errors();
    private static final Map<String, String> ERRORS_OF_DEEDS = Map.of(
            "409", "Not possible in this state, or another deed is under way",
            "412", "The record has changed since the version in If-Match",
            "422", "What was sent is not allowed; errors names each field and what is",
            "428", "If-Match is missing");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(PROBLEM, problem());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        operation.setTags(List.of(path.substring(BASE.length()).split("/")[0]));
        if (has(operation, "before")) {
            asPage(operation.getResponses().getAPIResponse("200"));
        }
        ERRORS.forEach((status, meaning) -> addError(operation, status, meaning));
        if (method != PathItem.HttpMethod.GET) {
            ERRORS_OF_DEEDS.forEach((status, meaning) -> addError(operation, status, meaning));
        }
        if (method == PathItem.HttpMethod.POST) {
            List<Parameter> parameters =
                    new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
            parameters.add(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .description("Makes a repeat harmless: the first answer is given again")
                    .schema(text().maxLength(200)));
            operation.setParameters(parameters);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()))
                    .forEach(match -> match.required(true).description("The version that was read, as its ETag"));
        }
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> parameter.equals(one.getName()));
    }

    /** Turns "one of these" into a page of them. */
    private static void asPage(APIResponse response) {
        if (response != null && response.getContent() != null) {
            response.getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.setSchema(OASFactory.createSchema()
                            .type(Schema.SchemaType.OBJECT)
                            .addProperty(
                                    "items",
                                    OASFactory.createSchema()
                                            .type(Schema.SchemaType.ARRAY)
                                            .items(media.getSchema()))
                            .addProperty(
                                    "next", text().description("Where the next page begins; absent on the last"))));
        }
    }

    private static void addError(Operation operation, String status, String meaning) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(meaning)
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref(PROBLEM)))));
        }
    }

    private static Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("400", "Malformed");
        errors.put("401", "Nobody is logged in");
        errors.put("403", "The right is missing, or the person may not do it here");
        errors.put("404", "No such record");
        return errors;
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .description("An error as RFC 9457 tells it; further members help the caller to do better")
                .addProperty("type", text().description("Stable name of the error, a URI"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text());
    }

    private static Schema text() {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING);
    }
}
