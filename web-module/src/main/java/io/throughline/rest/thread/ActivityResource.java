package io.throughline.rest.thread;

import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.activity.WordSets;
import io.throughline.kernel.activity.Words;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** The sixteen activities, in the words of an edition. */
@Path("activities")
@Produces(MediaType.APPLICATION_JSON)
public class ActivityResource {

    /** One activity with its words. */
    public record NamedActivity(int number, String key, Words words) {}

    @Inject
    OwnWords words;

    @GET
    public List<NamedActivity> activities(@QueryParam("edition") String edition) {
        String chosen = words.edition(edition);
        return Arrays.stream(Activity.values())
                .map(activity -> new NamedActivity(
                        activity.number(), activity.name(), WordSets.shipped().words(chosen, activity)))
                .toList();
    }
}
