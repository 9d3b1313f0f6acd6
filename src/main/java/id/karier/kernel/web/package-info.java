/**
 * The conventions of the wire (API.md): problems, pages, entity tags, merge patches, idempotent writes, request
 * limits. A resource uses these and adds nothing of its own.
 */
@NullMarked
package id.karier.kernel.web;

import org.jspecify.annotations.NullMarked;
