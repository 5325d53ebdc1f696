package io.throughline.kernel.service;

import io.throughline.kernel.activity.WordSets;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** Lets no server start with words that there are not: the first reader would be the one to find out. */
@Singleton
@Startup
public class WordSetCheck {

    @PostConstruct
    void readAll() {
        WordSets.shipped();
    }
}
