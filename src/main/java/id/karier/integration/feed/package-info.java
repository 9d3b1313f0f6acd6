/**
 * The change log as it may be read: the feed of devices and systems ({@code /changes}), the audit trail
 * ({@code /audit}), and to each person who has read her personal data.
 *
 * <p>Tables: none of its own; reads {@code change_log}. Stands on changes and employee.
 */
@NullMarked
package id.karier.integration.feed;

import org.jspecify.annotations.NullMarked;
