package io.reconciled.model;

/** What came of reading one key from one dataset: an image, or the reason why there is none. */
public sealed interface Reading permits Image, Unread {}
