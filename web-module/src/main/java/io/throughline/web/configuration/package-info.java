/** Pages of the configuration: organisations, services, applications, servers, their relations and the impact graph. */
package io.throughline.web.configuration;
