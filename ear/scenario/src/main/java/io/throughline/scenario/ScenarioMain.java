package io.throughline.scenario;

import io.throughline.scenario.action.ActionCatalogue;
import io.throughline.scenario.client.ApiException;
import io.throughline.scenario.document.Scenario;
import io.throughline.scenario.document.ScenarioErrors;
import io.throughline.scenario.document.ScenarioReader;
import io.throughline.scenario.expression.ExpressionException;
import io.throughline.scenario.play.FrontDoorPorts;
import io.throughline.scenario.play.Player;
import io.throughline.scenario.report.Narrator;
import io.throughline.scenario.world.WorldException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Plays one scenario and ends.
 *
 * <p>Status 0: every step brought what was expected. 1: not every one. 2: the command line or the scenario file is wrong, and
 * all that is wrong with it was printed. 3: Throughline or the fleet cannot be reached, or refuses the login.
 */
public final class ScenarioMain {

    private ScenarioMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        PlayerOptions options;
        try {
            options = PlayerOptions.parse(System.getenv(), arguments);
        } catch (IllegalArgumentException e) {
            err.println("scenario: " + e.getMessage());
            err.println(PlayerOptions.USAGE);
            return 2;
        }
        ActionCatalogue catalogue = ActionCatalogue.shipped();
        try {
            Scenario scenario = new ScenarioReader(catalogue).read(ShippedScenarios.resolve(options.scenario()));
            if (options.checkOnly()) {
                if (options.fleet() != null) {
                    FrontDoorPorts.requireFree(scenario);
                }
                out.println(options.scenario() + " can be played");
                return 0;
            }
            return new Player(scenario, catalogue, options, new Narrator(out)).play() ? 0 : 1;
        } catch (ScenarioErrors e) {
            err.println(options.scenario() + " cannot be played:");
            e.errors().forEach(error -> err.println("  " + error));
            return 2;
        } catch (ExpressionException e) {
            err.println(options.scenario() + " cannot be played: " + e.getMessage());
            return 2;
        } catch (ApiException | WorldException | IOException e) {
            err.println("scenario: " + e.getMessage());
            return 3;
        }
    }
}
