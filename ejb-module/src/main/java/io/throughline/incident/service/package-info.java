/** The service desk's and the analysts' work on incidents. */
package io.throughline.incident.service;
