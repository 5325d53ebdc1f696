/** Asking a service's front door: as evidence on an incident, and continually while something is going on. */
package io.throughline.incident.service.symptom;
