/** What the description of the API says beyond what each resource says of itself. */
package io.throughline.rest.openapi;
