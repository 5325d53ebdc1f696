/** Who may do what; logins, passwords and tokens. */
package io.throughline.identity.service;
