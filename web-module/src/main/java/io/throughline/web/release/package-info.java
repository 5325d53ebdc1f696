/** Pages of releases: from the change that wants one to its acceptance, and the packages of the store. */
package io.throughline.web.release;
