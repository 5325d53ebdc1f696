/**
 * Changes: from the request, which is always recorded, over judgement and authorization to the review that closes it on
 * evidence.
 *
 * <p>States: {@link io.throughline.change.domain.ChangeState}. Who is meant by what: the <em>requester</em> raises it,
 * <em>assessors</em> judge it, each from one perspective, an <em>authority</em> authorizes it, the <em>change owner</em>
 * carries it through.
 */
package io.throughline.change.domain;
