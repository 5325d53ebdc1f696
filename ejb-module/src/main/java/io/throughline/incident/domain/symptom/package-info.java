/** The service's front door: asked for evidence on an incident, and sampled while one is open. */
package io.throughline.incident.domain.symptom;
