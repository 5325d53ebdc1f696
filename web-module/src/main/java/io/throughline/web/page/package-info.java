/**
 * What every page of the portal is made of: who looks at it, the words on it, what was typed in, how a deed is tried and
 * how a refusal is shown, what a person may do here and why not. Nothing in here belongs to one process.
 */
package io.throughline.web.page;
