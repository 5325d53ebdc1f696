package io.throughline.communication.domain;

import io.throughline.kernel.domain.RecordNumber;

/**
 * What is said to whom.
 *
 * @param occasion what makes it unique: nobody is told the same twice
 * @param record the record of which it tells
 * @param person number of the person, or null for somebody who is not on record
 * @param name as people write it
 * @param address e-mail address or telephone number, by the channel
 * @param subject one line
 * @param body plain text
 */
public record Letter(
        String occasion,
        RecordNumber record,
        String person,
        String name,
        String address,
        String subject,
        String body) {}
