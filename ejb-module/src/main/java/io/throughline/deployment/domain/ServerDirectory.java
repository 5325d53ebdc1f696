package io.throughline.deployment.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a deployment asks of Configuration, and reports to it. */
public interface ServerDirectory {

    /**
     * A server as it stands now.
     *
     * @param reachable whether its record says under which login it is changed
     */
    record Standing(
            String number,
            String name,
            String site,
            Map<String, String> labels,
            boolean active,
            boolean doNotTouch,
            boolean reachable) {}

    /**
     * A service that must not have too many servers down at once.
     *
     * @param minimumLive how many of its servers must be up at any moment
     * @param servers numbers of all active servers that provide it
     */
    record Capacity(String service, int minimumLive, Set<String> servers) {

        /** How many of its servers may be down at once. */
        public int spare() {
            return Math.max(0, servers.size() - minimumLive);
        }
    }

    /**
     * The services with a limit that these servers provide. Holds them until the end of the transaction, so that two
     * rollouts do not spend the same spare server.
     */
    List<Capacity> capacities(Collection<String> servers);

    /** Standings of those that exist, in any order. */
    List<Standing> standings(Collection<String> numbers);

    /**
     * What a server has now.
     *
     * @param version null when the product is no longer there
     */
    record Installed(String server, String version) {}

    /**
     * Records in the caller's transaction what servers have now of a product.
     *
     * @param change number of the change that brought it there, or took it away again
     */
    void installed(String change, String product, List<Installed> servers);
}
