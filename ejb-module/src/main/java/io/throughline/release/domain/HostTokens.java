package io.throughline.release.domain;

/** Numbers that only grow: a host refuses work under a lower one than it has seen. */
public interface HostTokens {

    long next();
}
