/** Ground that every slice stands on. */
@NullMarked
package id.karier.kernel;

import org.jspecify.annotations.NullMarked;
