/**
 * What there is: organisations, services, applications, and the relations that join them to servers and people. Nothing
 * is deleted: relations end, servers retire.
 */
package io.throughline.configuration.domain;
