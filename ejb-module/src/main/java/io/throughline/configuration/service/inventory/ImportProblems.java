package io.throughline.configuration.service.inventory;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that all of it is told at once; bounded, as files are. */
final class ImportProblems {

    static final int MOST = 200;

    private final List<ImportRefused.Error> errors = new ArrayList<>();

    void add(int line, String field, String allowed) {
        if (errors.size() < MOST) {
            errors.add(new ImportRefused.Error(line, field, allowed));
        }
    }

    /**
     * @throws ImportRefused when anything is wrong
     */
    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new ImportRefused(errors);
        }
    }
}
