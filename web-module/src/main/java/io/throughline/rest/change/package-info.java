/** Changes and templates of standard changes over HTTP. */
package io.throughline.rest.change;
