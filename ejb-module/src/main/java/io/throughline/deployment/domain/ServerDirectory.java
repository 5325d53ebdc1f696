package io.throughline.deployment.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a deployment asks of Configuration, and reports to it. */
public interface ServerDirectory {

    /** A server as it stands now. */
    record Standing(
            String number, String name, String site, Map<String, String> labels, boolean active, boolean doNotTouch) {}

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
