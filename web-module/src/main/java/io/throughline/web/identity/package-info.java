/** Pages about people: logging in and out, one's own settings, people and their roles. */
package io.throughline.web.identity;
