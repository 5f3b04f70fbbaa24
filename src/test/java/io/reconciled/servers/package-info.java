/**
 * Real PostgreSQL, MariaDB and MongoDB servers from packages, without a container engine, for tests
 * and the demonstration. A server that was started answers, listens on 127.0.0.1 alone, and keeps
 * its data and its port over a stop, a kill and a start; when the JVM ends in any way that it
 * notices, no process and no folder is left. What is slow to make (unpacked programs, empty data
 * folders) is kept in the user's cache folder.
 */
@NullMarked
package io.reconciled.servers;

import org.jspecify.annotations.NullMarked;
