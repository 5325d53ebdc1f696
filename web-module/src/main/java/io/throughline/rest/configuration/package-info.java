/** Organisations, applications, services, servers and relations over HTTP. */
package io.throughline.rest.configuration;
