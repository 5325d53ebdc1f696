package io.throughline.configurationaudit.domain;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What was seen on one server.
 *
 * @param reach whether it could be looked at
 * @param reason why not, in words; empty when it could
 * @param products what was seen of each product
 */
public record Observation(String server, Reach reach, String reason, List<Product> products) implements Serializable {

    /** How a look at a server ended. */
    public enum Reach {
        SEEN,
        UNREACHABLE,
        HOST_KEY,
        MUTE
    }

    /** A level where nothing is installed. */
    public static final String NOT_INSTALLED = "none";

    /** What a file that is not there has instead of a digest. */
    public static final String MISSING = "missing";

    /**
     * @param level what the product's level script printed
     * @param files SHA-256 of files by their path, or {@link #MISSING}
     */
    public record Product(String product, String level, Map<String, String> files) implements Serializable {

        public Product {
            files = Map.copyOf(files);
        }
    }

    public Observation {
        products = List.copyOf(products);
    }

    public static Observation without(String server, Reach reach, String reason) {
        return new Observation(server, reach, reason, List.of());
    }
}
