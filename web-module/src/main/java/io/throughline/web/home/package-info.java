/** The first page: what waits for the viewer, and the way to any record by its number. */
package io.throughline.web.home;
