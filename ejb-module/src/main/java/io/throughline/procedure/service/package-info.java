/** Writing, approving and handing out documented procedures. */
package io.throughline.procedure.service;
