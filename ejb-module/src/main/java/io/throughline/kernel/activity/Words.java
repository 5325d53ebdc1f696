package io.throughline.kernel.activity;

/** What one word set calls an activity. */
public record Words(String process, String activity, String role, String workProduct) {}
