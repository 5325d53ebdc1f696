package io.throughline.rest.thread;

import io.throughline.identity.service.PersonService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** In which words who asks is answered. */
@RequestScoped
public class OwnWords {

    @Inject
    PersonService people;

    /**
     * @param asked name of a word set, or null
     * @return what was asked for, else what who asks has chosen for herself; null for the product's own choice
     */
    public String edition(String asked) {
        return asked == null || asked.isBlank() ? people.me().edition() : asked;
    }
}
