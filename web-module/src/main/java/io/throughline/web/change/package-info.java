/** Pages of changes: from raising one to its review, and the page by which an authority signs on a phone. */
package io.throughline.web.change;
