/** Webhook flavours: how a message looks to a chat, and how it gets there over HTTP. */
@NullMarked
package io.reconciled.alert.chat;

import org.jspecify.annotations.NullMarked;
