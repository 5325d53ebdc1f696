/** People, roles, rights and tokens. */
package io.throughline.identity.domain;
