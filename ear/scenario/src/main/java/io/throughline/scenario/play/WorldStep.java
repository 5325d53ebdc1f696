package io.throughline.scenario.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.world.FleetControl;
import io.throughline.scenario.world.WorldAction;

/** Does something to the world, as nature, a colleague at the keyboard or a customer would. */
final class WorldStep {

    private final FleetControl fleet;
    private final Stage stage;

    /** @param fleet null if there is no demo fleet */
    WorldStep(FleetControl fleet, Stage stage) {
        this.fleet = fleet;
        this.stage = stage;
    }

    /** What the world answered; an empty object if it has nothing to say. */
    JsonNode perform(WorldAction action, ObjectNode inputs) {
        if (fleet == null) {
            throw new ExpressionException(action.word() + " needs a demo fleet; none was named");
        }
        String server = inputs.path("server").asText();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        switch (action) {
            case BREAK -> fleet.breakHost(server, inputs.deepCopy().without("server"));
            case REPAIR -> fleet.repair(server);
            case EDIT ->
                fleet.write(
                        server,
                        inputs.path("path").asText(),
                        inputs.path("text").asText());
            case DELETE -> fleet.delete(server, inputs.path("path").asText());
            case READ ->
                answer.put("text", fleet.read(server, inputs.path("path").asText()));
            case RENEW_GATEWAY -> fleet.gateway(inputs.path("authority").asText());
            case JOIN -> {
                return stage.join(server);
            }
            case LEAVE -> fleet.remove(server);
            case ORDER -> {
                return fleet.order(
                        stage.frontDoor(inputs.path("service").asText()),
                        inputs.path("orders").asInt(),
                        inputs.path("by").asText("scenario"));
            }
        }
        return answer;
    }
}
