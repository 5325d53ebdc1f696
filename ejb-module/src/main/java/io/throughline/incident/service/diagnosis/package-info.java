/** Having servers asked, keeping their answers, and reading what they tell. */
package io.throughline.incident.service.diagnosis;
