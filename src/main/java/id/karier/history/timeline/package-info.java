/** What the histories say of a person on any day, with the decree behind every point. */
@NullMarked
package id.karier.history.timeline;

import org.jspecify.annotations.NullMarked;
