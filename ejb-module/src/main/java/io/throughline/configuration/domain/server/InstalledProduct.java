package io.throughline.configuration.domain.server;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.regex.Pattern;

/** One product as it is installed on a server. */
@Embeddable
public class InstalledProduct {

    /** What names of products and versions look like. */
    public static final String FORM =
            "must have 1 to 120 letters, digits and . _ + : ~ - and begin with a letter or digit";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+:~-]{0,119}");

    @Column(nullable = false)
    private String product;

    @Column(name = "product_version", nullable = false)
    private String version;

    @Column(name = "installed_since", nullable = false)
    private Instant since;

    @Column(name = "change_number")
    private String byChange;

    protected InstalledProduct() {}

    /**
     * @param product name without spaces, such as {@code shopping-cart}
     * @param version as its maker writes it
     * @param since from when it is known to be there
     * @param byChange number of the change that put it there; null when it was there before changes were kept here
     */
    public InstalledProduct(String product, String version, Instant since, String byChange) {
        this.product = checked("installed.product", product);
        this.version = checked("installed.version", version);
        this.since = since;
        this.byChange = byChange;
    }

    public static boolean isName(String text) {
        return text != null && NAME.matcher(text).matches();
    }

    /**
     * @return the name of a product or a version itself
     * @throws Invalid when it is none
     */
    public static String checked(String field, String text) {
        if (!isName(text)) {
            throw Invalid.field(field, FORM);
        }
        return text;
    }

    public String product() {
        return product;
    }

    public String version() {
        return version;
    }

    public Instant since() {
        return since;
    }

    public String byChange() {
        return byChange;
    }

    @Override
    public String toString() {
        return product + " " + version;
    }
}
