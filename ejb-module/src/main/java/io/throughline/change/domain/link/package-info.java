/** Links by which an authority is called to an emergency; a link opens a page and authorizes nothing by itself. */
package io.throughline.change.domain.link;
